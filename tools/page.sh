#!/usr/bin/env bash
# Builds the page: tools/page.sh fetch, then build, then weigh. Needs tools/setup.sh build.
#
# Rust's standard library is compiled with the page, for size: panics without texts, places and formatting code. The page
# stops at a panic either way, and check.js tells the user. Cargo has this behind RUSTC_BOOTSTRAP, set for these commands
# alone. Where a compiler does not know the flags or its source is missing, the page is built the usual way, and heavier.
set -euo pipefail
cd "$(dirname "$0")/.."

target=wasm32-unknown-unknown
flags='-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Cllvm-args=-inline-threshold=0'
# Relocations are what tools/split.mjs goes by.
link='-Clink-args=-zstack-size=524288 -Clink-args=--emit-relocs'

can_build_std() {
    [ -f "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ] || return 1
    # shellcheck disable=SC2086 # the flags are words
    RUSTC_BOOTSTRAP=1 rustc $flags --target "$target" --print cfg >/dev/null 2>&1
}

kind=light
if can_build_std; then
    export RUSTC_BOOTSTRAP=1
    export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
    export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$flags $link"
else
    kind=usual
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$link
fi

PATH="$(tools/setup.sh path):$PATH"
case "${1:-build}" in
    fetch)
        # The target's first, with what the standard library needs there; then what the host and the tests need.
        cargo fetch --locked --target "$target"
        cargo fetch --locked
        ;;
    build)
        [ "$kind" = light ] || echo 'the standard library is not compiled with the page (see tools/page.sh): it is heavier' >&2
        trunk build --release
        ;;
    weigh) node tools/weigh.mjs dist "$kind" ;;
    *) echo 'usage: tools/page.sh fetch|build|weigh' >&2; exit 2 ;;
esac
