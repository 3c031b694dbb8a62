# make run    a first look: installs into .venv and checks a shipped article
# make test   everything CI runs: style, types, layers, tests, and the gate
# make score  how well extraction does on corpus/ (and on ../shared/gold, where it is there)
# make gate   corpus/ must not score below corpus/floors.json
# make diff   what the working tree finds that BASE (a git revision) does not, and the reverse; ARTICLES=… for others
# make floors raise corpus/floors.json to what is reached now (it never lowers a floor)
# make linear  every pattern must run in linear time: its automaton is searched, and it is run over hostile text
# make fuzz   feeds every way in with hostile input, FUZZ_SECONDS for each
# make bench  how fast reading, extraction and storing are, beside word_tokenize: docs/benchmark.md
# make screenshots  take the pictures of docs/img anew (needs chromium)
# make wheel  builds the wheel, installs it in an empty environment and runs its command
# make lock   pins what CI installs, with hashes, in requirements-ci.txt (needs uv); make licences lists the licences
# make audit  asks for known vulnerabilities of what is pinned
# make api    writes down what people import, once a change of it is announced
# make mutants changes the code in small ways and tells which changes no test notices
# make readme write the output and the scores that README.md shows

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
EXAMPLE ?= corpus/articles/tiem-chung-tra-vinh.txt
GOLD ?= ../shared/gold
FUZZ_SECONDS ?= 120
# Floors of planted errors hold for these slips.
MUTATE = --mutate 600 --seed 1
# How much make bench takes on: --articles N --sample N --no-ray.
BENCH ?=

PIP_INSTALL = $(BIN)/python -m pip install -qq --disable-pip-version-check

# pip compiles what it installs, but not what it leaves in place; without it each start takes a third longer.
COMPILE = $(BIN)/python -m compileall -q extractor

.DEFAULT_GOAL := help
.PHONY: help run test lint types layers pytest browser screenshots score gate diff floors bench readme format linear fuzz fuzz-if-any wheel lock licences audit api mutants clean

help:
	@sed -n 's/^# make/make/p' Makefile

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "soatso needs Python 3.11 or newer; '$(PYTHON)' is older. Try: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The stamps stand for "installed what this pyproject.toml asks for"; deleting one installs again.
$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing soatso into $(VENV) …"
	@$(PIP_INSTALL) -e .
	@$(COMPILE)
	@touch $@

# What is locked, letter for letter; where a Python or a platform lacks a locked file, what pyproject.toml asks for.
$(VENV)/.installed-test: pyproject.toml requirements-ci.txt | $(BIN)/python
	@echo "Installing soatso and its test tools into $(VENV) …"
	@{ $(PIP_INSTALL) --require-hashes -r requirements-ci.txt && $(PIP_INSTALL) --no-deps --no-build-isolation -e .; } \
		|| { echo "The lock does not fit this Python or platform; installing without it."; $(PIP_INSTALL) -e '.[test]'; }
	@$(COMPILE)
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-fuzz: pyproject.toml | $(BIN)/python
	@echo "Installing soatso and its fuzzing tools into $(VENV) …"
	@$(PIP_INSTALL) -e '.[fuzz]'
	@touch $@ $(VENV)/.installed $(VENV)/.installed-test

run: $(VENV)/.installed
	@$(BIN)/soatso check $(EXAMPLE) || [ $$? -eq 1 ]
	@echo
	@echo "Thử với bài của bạn / try your own (txt, html, jsonl, a folder, or - for standard input):"
	@echo "    $(BIN)/soatso check FILE"
	@echo "    $(BIN)/soatso check --lang en --only alarms FOLDER"
	@echo "    $(BIN)/soatso extract FILE > records.jsonl"

test: lint types layers pytest gate

lint: $(VENV)/.installed-test
	$(BIN)/ruff check extractor tests tools fuzz benchmarks
	$(BIN)/ruff format --check extractor tests tools fuzz benchmarks

types: $(VENV)/.installed-test
	$(BIN)/mypy

layers: $(VENV)/.installed-test
	$(BIN)/lint-imports

# What measures time or memory has the machine to itself; the rest shares the cores.
pytest: $(VENV)/.installed-test browser
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not timing"
	$(BIN)/python -m pytest -m timing

# Chromium for tests/browser: installed where that may be done; where not, it is said and the tests are left out.
browser: $(VENV)/.installed-test
	@$(BIN)/python tools/browser.py

# The pictures of the documentation.
screenshots: $(VENV)/.installed-test browser
	@$(BIN)/python tools/screenshots.py docs/img

format: $(VENV)/.installed-test
	$(BIN)/ruff check --fix extractor tests tools fuzz benchmarks
	$(BIN)/ruff format extractor tests tools fuzz benchmarks

score: $(VENV)/.installed
	@echo "corpus/"
	@$(BIN)/soatso eval corpus
	@if [ -d "$(GOLD)" ]; then echo; echo "$(GOLD)"; $(BIN)/soatso eval "$(GOLD)"; fi

gate: $(VENV)/.installed
	@$(BIN)/soatso eval corpus $(MUTATE) --floors corpus/floors.json

diff: $(VENV)/.installed
	@$(BIN)/python tools/diff.py "$(BASE)" $(ARTICLES)

floors: $(VENV)/.installed
	@$(BIN)/soatso eval corpus $(MUTATE) --floors corpus/floors.json --raise-floors

bench: $(VENV)/.installed-test
	@$(BIN)/python -m benchmarks --articles-folder $(GOLD) $(BENCH)

readme: $(VENV)/.installed
	@$(BIN)/python tools/readme.py $(GOLD)

linear: $(VENV)/.installed-test
	@$(BIN)/python -m tools.linear --measure

fuzz: $(VENV)/.installed-fuzz
	@$(BIN)/python -m fuzz --seconds $(FUZZ_SECONDS)

# Only that atheris cannot be installed passes; what it then finds does not. One seed: what turns it red is the change.
fuzz-if-any: $(VENV)/.installed-test
	@if $(PIP_INSTALL) 'atheris>=2.3'; then $(BIN)/python -m fuzz --seconds $(FUZZ_SECONDS) --seed 1; \
	else echo "fuzzing: LEFT OUT: atheris has nothing to install for this Python and platform"; fi

# Version pins without their hashes, for the wheel itself has none.
wheel: $(VENV)/.installed-test
	@rm -rf build/wheel && mkdir -p build/wheel
	@sed -n 's/ *\\$$//; /^[a-z0-9].*==/p' requirements-ci.txt > build/wheel/pins.txt
	@$(BIN)/python -m pip wheel -qq --disable-pip-version-check --no-deps --no-build-isolation -w build/wheel .
	@$(PYTHON) -m venv build/wheel/env
	@build/wheel/env/bin/python -m pip install -qq --disable-pip-version-check -c build/wheel/pins.txt build/wheel/*.whl
	@cd build/wheel && env/bin/soatso --help > /dev/null && env/bin/soatso schema > /dev/null \
		&& { env/bin/soatso check --only alarms ../../$(EXAMPLE); [ $$? -eq 1 ]; }
	@echo "The wheel, in an empty environment: its command runs and raises the alarm it should."

lock:
	@uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --extra test \
		-o requirements-ci.txt pyproject.toml

licences: $(VENV)/.installed-test
	@$(BIN)/python tools/licences.py > docs/licences.md

audit: $(VENV)/.installed-test
	@if $(PIP_INSTALL) 'pip-audit>=2.7'; then $(BIN)/python tools/audit.py requirements-ci.txt; \
	else echo "audit: LEFT OUT: pip-audit could not be installed"; fi

api: $(VENV)/.installed-test
	@$(BIN)/python tools/api.py

mutants: $(VENV)/.installed-test
	@$(PIP_INSTALL) 'mutmut>=3.8'
	@$(BIN)/mutmut run --max-children 2; $(BIN)/mutmut results

clean:
	rm -rf build dist mutants .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
