# make run     builds the page and serves it on http://127.0.0.1:8080 (PORT=)
# make test    native tests, then browser tests against the built page
.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.PHONY: help run build test check bench clean

PORT ?= 8080
STEP := tools/step.sh
# An exact lock file where there is one; the first build writes it.
LOCKED := $(if $(wildcard Cargo.lock),--locked)
# A folder with playwright-core and axe-core, for the tests and the benchmark.
DRIVER = BROWSER_DRIVER="$$(tools/setup.sh driver)"

help:
	@echo 'make run     build and serve on http://127.0.0.1:$(PORT) (PORT=)'
	@echo 'make build   the static site in dist/, with its weight'
	@echo 'make test    native and browser tests'
	@echo 'make check   format, clippy (host and wasm), tidy'
	@echo 'make bench   the page against a hand-written list, 10,000 rows; a year of changes; every page over 2,000 findings'
	@echo 'make clean   removes target/ and dist/'

run: build
	@PORT=$(PORT) node tools/serve.mjs dist

build:
	@$(STEP) 'tools' tools/setup.sh build
	@$(STEP) 'crates' tools/page.sh fetch
	@$(STEP) 'page' tools/page.sh build
	@$(STEP) 'weight' tools/page.sh weigh

test: build
	@$(STEP) 'browser' tools/setup.sh browser
	@$(STEP) 'native tests' cargo test $(LOCKED)
	@$(STEP) 'browser tests' env $(DRIVER) node --test --test-reporter=spec tests/browser/*.test.mjs

check:
	@$(STEP) 'tools' tools/setup.sh check
	@$(STEP) 'format' cargo fmt --check
	@$(STEP) 'clippy, host' cargo clippy $(LOCKED) --all-targets -- -D warnings
	@$(STEP) 'clippy, wasm' cargo clippy $(LOCKED) --lib --bins --target wasm32-unknown-unknown -- -D warnings
	@$(STEP) 'tidy' cargo test $(LOCKED) --test tidy

bench: build
	@$(STEP) 'browser' tools/setup.sh browser
	@$(STEP) 'bench' env $(DRIVER) node bench/run.mjs
	@$(STEP) 'a year' bash -c 'cargo run $(LOCKED) --quiet --example year > target/year.json'
	@$(STEP) 'bench of a year' env $(DRIVER) node bench/year.mjs target/year.json
	@$(STEP) 'bench of a large ledger' env $(DRIVER) node bench/large.mjs

clean:
	rm -rf target dist
