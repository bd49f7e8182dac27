# The commands of the project; `make` or `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
PORT ?= 8000
SERVE ?= 1
PARTS ?=
ARGS ?=
export PYTHON PORT SERVE

PY := .venv/bin/python

.PHONY: help demo test check format bench messages lock env env-dev clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: env ## Build and serve the demonstration province: PORT=8000, SERVE=0 builds and exits
	@exec $(PY) manage.py demo $(if $(filter 0,$(SERVE)),--build-only,--port "$(PORT)")

test: env-dev ## Run every test: PARTS="sqlite browser" for some, ARGS="-k word" for pytest
	@scripts/prepare_tests.sh
	@exec $(PY) scripts/run_tests.py $(PARTS) -- $(ARGS)

check: env-dev ## Format, lint, layers, system checks, migrations, messages
	@scripts/prepare_tests.sh gettext libmagic pango
	@exec $(PY) scripts/check.py

format: env-dev ## Put the Python sources into the agreed format
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

bench: env-dev ## Measure provisioning and pages on SQLite and PostgreSQL
	@scripts/prepare_tests.sh postgresql nginx wrk
	@exec $(PY) scripts/with_postgres.py -- $(PY) -m tests.bench $(ARGS)

messages: env-dev ## Bring new source strings into the catalogues and compile them: FROM="FILE.po" takes translations
	@scripts/prepare_tests.sh gettext
	@$(PY) scripts/check_messages.py --update $(if $(FROM),--from $(FROM))
	@$(PY) scripts/compile_messages.py

lock: env-dev ## Lock the requirements again, with hashes (UPGRADE=1 takes newer versions)
	@$(PY) -m uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
		$(if $(filter 1,$(UPGRADE)),--upgrade) pyproject.toml --output-file requirements.txt
	@$(PY) -m uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
		$(if $(filter 1,$(UPGRADE)),--upgrade) pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt
	@echo "requirements.txt and requirements-dev.txt are locked; the next command builds the environment again"

env: ## Build the environment for running
	@scripts/environment.sh requirements.txt
	@$(PY) scripts/compile_messages.py

env-dev: ## Build the environment for working on the project
	@scripts/environment.sh requirements-dev.txt
	@$(PY) scripts/compile_messages.py

clean: ## Remove what was built; the demonstration's data in var/ stays
	@rm -rf .venv .venv.lock .artifacts .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage staticfiles \
		qa/node_modules qa/.installed
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@find locale -name '*.mo' -delete 2>/dev/null || true
