# Every target stands on a bare machine with Python 3.11: the first line makes .venv from the pinned lock.
PYTHON ?= python3
BIN := .venv/bin
DEMO_HOME ?= $(CURDIR)/.demo
PORT ?= 8000

.PHONY: demo serve test check fix bench junk lock ready

ready:
	@$(PYTHON) tools/bootstrap.py

demo: ready
	@ZHIJIA_HOME=$(DEMO_HOME) $(BIN)/zhijia demo --port $(PORT)

serve: ready
	@$(BIN)/zhijia serve --port $(PORT)

test: ready
	@$(PYTHON) tools/chromium.py
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

# All nonsense to every form and address; the tests send each a part of it.
junk: ready
	@ZHIJIA_JUNK=1 $(BIN)/python -m pytest -n 2 tests/house/test_bad_input.py

check: ready
	@$(BIN)/ruff check src tests bench tools
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python tools/migrations.py
	@$(BIN)/mypy

fix: ready
	@$(BIN)/ruff check --fix src tests bench tools

bench: ready
	@$(BIN)/python -m bench

# Pin again after a change in pyproject.toml (needs uv).
lock:
	uv pip compile pyproject.toml --extra dev --generate-hashes --python-version 3.11 --universal --no-header -o requirements.lock
