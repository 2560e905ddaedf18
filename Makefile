# Everything a newcomer needs: `make run` and `make test`. Each sets up what is missing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8765
# Which tests can run: all, or without ../shared, the material of the development workplace, those that do not need it.
RUNNABLE := $(if $(wildcard ../shared),,not shared)
export PATH := $(CURDIR)/$(BIN):$(PATH)

.DEFAULT_GOAL := help
.PHONY: help run test units lint bench eval eval-language setup browsers extension pictures clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(VENV)/.runs: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.tests: pyproject.toml package.json
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.runs

node_modules/.ready: package.json package-lock.json $(VENV)/.tests
	$(BIN)/npm ci --no-audit --no-fund --silent
	@touch $@

run: $(VENV)/.runs  ## set up and start the service with its playground
	@echo "Playground:  http://127.0.0.1:$(PORT)/"
	@echo "Extension:   Chromium: chrome://extensions → Developer mode → Load unpacked → $(CURDIR)/extension"
	@echo "             Firefox:  about:debugging#/runtime/this-firefox → Load Temporary Add-on → $(CURDIR)/extension/manifest.json"
	@echo "Stop:        Ctrl+C"
	@$(BIN)/bonvorto serve --port $(PORT)

setup: $(VENV)/.tests node_modules/.ready  ## what tests and tools need

browsers:  ## Chromium and Firefox for the browser tests
	@sh tests/browser/install.sh

test: setup browsers lint  ## all tests, in browsers too
	$(BIN)/bonvorto bank test
	$(BIN)/npm test --silent
	@$(if $(RUNNABLE),echo "No ../shared here: the tests marked “shared” are left out.")
	$(BIN)/pytest -m '$(RUNNABLE)'

units: setup  ## the tests that need no browser
	@$(if $(RUNNABLE),echo "No ../shared here: the tests marked “shared” are left out.")
	$(BIN)/pytest -m 'not browser$(if $(RUNNABLE), and $(RUNNABLE))'

lint: setup  ## formatting, types, style of code and banks
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/npm run --silent lint
	$(BIN)/bonvorto bank check

bench: setup  ## latency, throughput and memory, beside peers
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/npm install --prefix tests/bench/peers --no-audit --no-fund --silent
	$(BIN)/python tests/bench/check.py
	$(BIN)/python tests/bench/http.py

eval: setup  ## recall and false alarms per language, tier and fault, with the misses
	$(BIN)/python tests/eval/faults.py

eval-language: setup  ## language detection beside other detectors
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[eval]'
	$(BIN)/python tests/eval/language.py

extension: setup  ## zips for both browsers, in dist/
	$(BIN)/npm exec -- web-ext build --source-dir extension --artifacts-dir dist --overwrite-dest

pictures: setup browsers  ## the pictures in docs/images, made anew
	$(BIN)/python tests/browser/screenshot.py
	$(BIN)/python tests/browser/playground_pictures.py

clean:  ## remove what was set up
	rm -rf $(VENV) node_modules dist build
