# Two commands matter: `make run` starts the whole system on this machine, `make test` proves it.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready
BIN := $(VENV)/bin

.PHONY: help run test prove coverage check audit bench score language mails reset pins legal

help: ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(READY): requirements.txt requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "CoreSync needs Python 3.11 or newer; name one with PYTHON=python3.12"; exit 1; }
	@echo "Setting up Python packages (once) ..."
	@$(PYTHON) -m venv --clear $(VENV) || { echo "Python's venv is missing: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python -r requirements-dev.txt
	@touch $(READY)

run: $(READY) ## start everything on this machine (PORT=8080)
	@GRPC_ENABLE_FORK_SUPPORT=0 exec $(BIN)/python -m infra.local

test: $(READY) ## prove everything
	@exec $(BIN)/python -m infra.local.testing $(ARGS)

prove: $(READY) ## run the long proofs whole (hours)
	@PROOF="$${PROOF:-full}" exec $(BIN)/python -m infra.local.testing -m proof $(ARGS)

coverage: $(READY) ## the same, and print what it covers
	@exec $(BIN)/python -m infra.local.testing --cov --cov-branch --cov-report=term-missing $(ARGS)

check: $(READY) ## style, types, borders, templates
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@PYTHONPATH=. $(BIN)/lint-imports --no-logo
	@$(BIN)/djlint --check --lint --quiet .

audit: $(READY) ## ask whether a package of ours has a known hole (needs the internet)
	@$(BIN)/uv tool run --quiet pip-audit==2.10.0 --requirement requirements.txt --no-deps --disable-pip --strict --progress-spinner off

bench: $(READY) ## print how fast it is
	@GRPC_ENABLE_FORK_SUPPORT=0 exec $(BIN)/python -m tests.load $(ARGS)

score: $(READY) ## print how many guests reach what they want, of tasks with simulated ones (URL=, ARGS="--fails --only ^date-")
	@$(BIN)/python -m tests.score.scorecard $(ARGS)

language: $(READY) ## print how well sentences are understood (ARGS=--fails lists what is not, ARGS=--unused rules that no sentence needs)
	@$(BIN)/python -m tests.score $(ARGS)

mails: $(READY) ## write every mail to a page to look at (ARGS=--golden renews what the tests hold them to)
	@$(BIN)/python -m infra.local.mails $(ARGS)

reset: ## wipe this machine's state
	@$(PYTHON) -m infra.local.reset

pins: $(READY) ## write the pins of what our packages need
	@$(BIN)/python -m infra.pins

legal: $(READY) ## lock new versions of the legal documents
	@$(BIN)/python -m infra.legal
