#!/usr/bin/env bash
# Installs what the build needs, once per machine and version, into the user's cache folder.
#
#   tools/setup.sh build     wasm target, Rust's source, Trunk, wasm-bindgen, wasm-split, wasm-opt, Terser
#   tools/setup.sh check     the wasm target, rustfmt and clippy
#   tools/setup.sh browser   Chromium, a CJK font, the test driver
#   tools/setup.sh path      prints the folders to put in front of PATH
#   tools/setup.sh driver    prints the folder of the test driver
#
# Nothing is fetched but from the crate, npm and Debian registries that this machine is set up for.
set -euo pipefail

TRUNK=0.21.14
WASM_BINDGEN=0.2.130   # the same version as `wasm-bindgen` in Cargo.toml
WASM_SPLIT=0.2.4       # of the same family as `wasm_split_helpers` in Cargo.lock
BINARYEN=132
TERSER=5.51.2
PLAYWRIGHT=1.64.1      # drives an installed Chromium; brings no browser of its own
AXE=4.10.3

cache="${RECTIFICATION_LEDGER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/rectification-ledger}"
trunk="$cache/trunk-$TRUNK"
bindgen="$cache/wasm-bindgen-$WASM_BINDGEN"
wasm_split="$cache/wasm-split-$WASM_SPLIT"
shrink="$cache/shrink-$BINARYEN-$TERSER"
driver="$cache/browser-driver-$PLAYWRIGHT-$AXE"

say() { printf '\033[1m[set-up]\033[0m %s\n' "$*" >&2; }

need() {
    command -v "$1" >/dev/null 2>&1 && return
    say "missing: $1. $2"
    exit 1
}

# A tool that only builds the page is not worth a slow link: no LTO, little optimisation, one shared target folder.
cargo_tool() {
    local root=$1 name=$2 version=$3
    shift 3
    say "building $name $version (once per machine; a few minutes)"
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
        cargo install "$name" --version "$version" --root "$root.part" --target-dir "$cache/build" "$@" >&2
    rm -rf "$root"
    mv "$root.part" "$root"
}

npm_tools() {
    local root=$1
    shift
    say "installing $* (npm)"
    rm -rf "$root.part"
    mkdir -p "$root.part"
    npm install --silent --no-audit --no-fund --prefix "$root.part" "$@" >&2
    rm -rf "$root"
    mv "$root.part" "$root"
}

need_node() {
    need npm "Install Node.js 18 or newer (Debian: apt-get install nodejs npm), then run this again."
    local major
    major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
    [ "$major" -ge 18 ] && return
    say "Node.js $(node --version) is too old; install 18 or newer, then run this again."
    exit 1
}

wasm_target() {
    need cargo "Install Rust (https://rustup.rs, or your distribution's rustup), then run this again."
    [ -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ] && return
    need rustup "Without it, install your distribution's Rust standard library for wasm32, then run this again."
    say "adding the wasm target"
    rustup target add wasm32-unknown-unknown >&2
}

# For size only: without it the page is built as well (see tools/page.sh).
std_source() {
    [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ] && return
    command -v rustup >/dev/null 2>&1 || return 0
    say "adding the source of Rust's standard library"
    rustup component add rust-src >&2 || say "it could not be had; the page will be heavier"
}

check_tools() {
    wasm_target
    local missing=()
    cargo fmt --version >/dev/null 2>&1 || missing+=(rustfmt)
    cargo clippy --version >/dev/null 2>&1 || missing+=(clippy)
    [ ${#missing[@]} -gt 0 ] || return 0
    need rustup "Without it, install ${missing[*]} from your distribution, then run this again."
    say "adding ${missing[*]}"
    rustup component add "${missing[@]}" >&2
}

build_tools() {
    wasm_target
    std_source
    need_node
    mkdir -p "$cache"
    [ -x "$shrink/node_modules/.bin/terser" ] || npm_tools "$shrink" "binaryen@$BINARYEN" "terser@$TERSER"
    # Without --locked: the lock file that wasm-bindgen-cli ships can name crates that a mirror no longer carries.
    [ -x "$bindgen/bin/wasm-bindgen" ] || cargo_tool "$bindgen" wasm-bindgen-cli "$WASM_BINDGEN"
    [ -x "$wasm_split/bin/wasm-split-cli" ] ||
        cargo_tool "$wasm_split" wasm_split_cli_support "$WASM_SPLIT" --locked --features build-binary
    [ -x "$trunk/bin/trunk" ] || cargo_tool "$trunk" trunk "$TRUNK" --locked
    rm -rf "$cache/build"
}

browser_tools() {
    need_node
    local missing=()
    command -v chromium >/dev/null 2>&1 || missing+=(chromium)
    fc-list 2>/dev/null | grep -qi 'cjk' || missing+=(fonts-noto-cjk)
    if [ ${#missing[@]} -gt 0 ]; then
        if command -v apt-get >/dev/null 2>&1; then
            local root=()
            [ "$(id -u)" = 0 ] || root=(sudo)
            say "installing ${missing[*]} (Debian packages; about two minutes)"
            "${root[@]}" apt-get update -qq >&2
            "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" fontconfig chromium-driver >&2
        else
            say "missing: ${missing[*]}. Install Chromium (on PATH as 'chromium') and a CJK font, then run this again."
            exit 1
        fi
    fi
    mkdir -p "$cache"
    [ -d "$driver/node_modules/playwright-core" ] || npm_tools "$driver" "playwright-core@$PLAYWRIGHT" "axe-core@$AXE"
}

case "${1:-build}" in
    build) build_tools ;;
    check) check_tools ;;
    browser) browser_tools ;;
    path) printf '%s' "$trunk/bin:$bindgen/bin:$wasm_split/bin:$shrink/node_modules/.bin" ;;
    driver) printf '%s' "$driver" ;;
    *) say "usage: tools/setup.sh build|check|browser|path|driver"; exit 2 ;;
esac
