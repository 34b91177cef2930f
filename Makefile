# Everything happens in .venv, made on first use and brought up to date when pyproject.toml changes.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
READY := .venv/.ready-to-test
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PEERS := .bench-venv/.installed
RUNS ?= 5
export HF_HUB_OFFLINE := 1

.PHONY: help install serve demo test check eval bench format clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

install: $(INSTALLED)  ## the environment, with `insight` in it

$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or later is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1)." \
	    "Name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || .ci/apt-install python3-venv || { \
	  echo "$(PYTHON) can't make environments: install your system's package python3-venv" >&2; \
	  exit 1; }
	$(PYTHON) -m venv .venv
	$(PIP) --editable .
	@touch $@

$(READY): $(INSTALLED)
	$(PIP) --editable '.[dev]'
	@touch $@

serve: $(INSTALLED)  ## the chat page on 127.0.0.1:7860
	$(BIN)/insight serve

demo: $(INSTALLED)  ## an example site with the widget, on 127.0.0.1:7861 (run `make serve` beside it)
	$(BIN)/python -m widget.demo

test: $(READY)  ## every test, the browser's and nginx's included
	@command -v nginx >/dev/null || .ci/apt-install nginx-light openssl || true
	CHROMIUM="$$(.ci/browser $(BIN)/python)" && export CHROMIUM && $(BIN)/python -m pytest

check: $(READY)  ## format, lint, types, then every test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	@$(MAKE) --no-print-directory test

eval: $(READY)  ## the evaluation suite, held against the accepted baseline
	$(BIN)/insight eval --gate

bench: $(READY) $(PEERS)  ## side by side with other libraries [EXTERNAL=folder of sets] [RUNS=5] [RESUME=1]
	$(BIN)/python -m benchmarks.compare --runs $(RUNS) $(if $(EXTERNAL),--external $(EXTERNAL)) \
	  $(if $(RESUME),--resume)
	$(BIN)/python -m benchmarks.profiled
	$(BIN)/python -m benchmarks.results

bench-%: $(READY)  # another file of benchmarks/: bench-load, bench-page
	$(BIN)/python -m benchmarks.$*

$(PEERS): benchmarks/peers/requirements.txt
	$(PYTHON) -m venv .bench-venv
	.bench-venv/bin/python -m pip install --quiet --upgrade pip
	.bench-venv/bin/python -m pip install --quiet --requirement $<
	@touch $@

format: $(READY)  ## the code as ruff writes it
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

clean:  ## remove the environment and what tools left behind
	rm -rf .venv .bench-venv .bench-work build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
