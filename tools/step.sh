#!/usr/bin/env bash
# Runs one step of the build and says how long it took: tools/step.sh TITLE COMMAND...
set -uo pipefail
title=$1
shift
printf '\033[1m==> %s\033[0m\n' "$title"
SECONDS=0
"$@"
status=$?
if [ "$status" = 0 ]; then
    printf '\033[1m<== %s: done in %d s\033[0m\n' "$title" "$SECONDS"
else
    printf '\033[1m<== %s: failed after %d s\033[0m\n' "$title" "$SECONDS" >&2
fi
exit "$status"
