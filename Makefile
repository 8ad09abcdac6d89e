# Everything here runs in .venv, which each target makes for itself; nothing else is touched.
# A stamp tells what is installed there; a change of the dependencies installs them again.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 0
# Many tests wait for a clock or a process, so that there may be more workers than processors.
WORKERS ?= 3
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
DEPENDENCIES := pyproject.toml constraints.txt

.PHONY: help setup try chat run test check format quality bench wire storm chaos fuzz pictures translations licences constraints clean

help:  ## Tell what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(VENV)/dev  ## Install everything that work on the project needs

try: $(VENV)/try  ## Open the bot in a page that looks like Discord (DM=1, PORT=8080)
	$(BIN)/python -m bot try --port $(PORT) $(if $(DM),--dm)

chat: $(VENV)/base  ## Talk with the bot in the terminal
	$(BIN)/python -m bot chat

run: $(VENV)/base  ## Run the bot on Discord
	$(BIN)/python -m bot run

# `make check` has installed more than the tests need; then nothing is installed twice.
test: $(if $(wildcard $(VENV)/dev),$(VENV)/dev,$(VENV)/test)  ## Run every test
	ATTACHE_CHROMIUM="$$(sh scripts/chromium.sh $(BIN)/python)" ATTACHE_POSTGRES="$$(sh scripts/postgres.sh)" \
		$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal

check: $(VENV)/dev  ## Format, lint, types, import contracts and tests: what CI runs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(MAKE) test

format: $(VENV)/dev  ## Put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

translations: $(VENV)/dev  ## Bring the catalogues up to date with what the bot says
	$(BIN)/python -m scripts.translations

licences: $(VENV)/dev  ## List under which licence each pinned package stands
	$(BIN)/python -m scripts.licences

pictures: $(VENV)/test  ## Take pictures of every kind of reply (PICTURES=folder)
	ATTACHE_CHROMIUM="$$(sh scripts/chromium.sh $(BIN)/python)" $(BIN)/python -m scripts.pictures $(or $(PICTURES),build/pictures)

quality: $(VENV)/bench  ## Measure how well answers are found (EVAL=folder with question sets)
	$(BIN)/python -m benchmarks.quality $(EVAL)

bench: $(VENV)/bench  ## Measure speed beside tantivy and FTS5 (SIZES="14 10000 100000 1000000")
	$(BIN)/python -m benchmarks.speed $(SIZES)

wire: $(VENV)/test  ## Measure speed beside a bare discord.py bot, over sockets (SIZES="14 1000000")
	$(BIN)/python -m benchmarks.wire $(SIZES)

storm: $(VENV)/test  ## Flood the bot, break its gateway and its REST, and stop it (SECONDS_EACH=60)
	$(BIN)/python -m benchmarks.storm $(if $(SECONDS_EACH),--seconds $(SECONDS_EACH))

chaos: $(VENV)/test  ## Kill a reloading and an uploading process a thousand times each (CHAOS_ROUNDS=1000)
	CHAOS_ROUNDS=$${CHAOS_ROUNDS:-1000} $(BIN)/python -m pytest -q tests/library/test_chaos.py

fuzz: $(VENV)/base  ## Read very many broken files (CASES=1000000 of each ending)
	$(BIN)/python -m scripts.fuzz $(or $(CASES),1000000)

constraints:  ## Pin every dependency, direct or not, at the newest version allowed
	rm -rf build/pins && $(PYTHON) -m venv build/pins
	build/pins/bin/python -m pip install --quiet --disable-pip-version-check '.[dev,bench]' hatchling editables
	build/pins/bin/python -m pip freeze --exclude attache > constraints.txt
	rm -rf build/pins

clean:  ## Remove what was installed and what tools left behind
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed; name one with: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/base: $(VENV)/python $(DEPENDENCIES)
	$(PIP) --editable .
	@touch $@

$(VENV)/try $(VENV)/test $(VENV)/dev $(VENV)/bench: $(VENV)/%: $(VENV)/python $(DEPENDENCIES)
	$(PIP) --editable '.[$*]'
	@touch $@ $(VENV)/base
