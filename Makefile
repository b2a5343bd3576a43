# Two commands matter: `make run` and `make test`. `make` alone lists the rest.
# ARGS goes to the program: make test ARGS='-k claim -x', make bench ARGS=forms

PYTHON ?=
ARGS ?=
export PYTHON

BIN := .venv/bin
LOCK := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --only-binary :all: --no-header --no-emit-index-url --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help run test soak lint format bench lock setup setup-dev clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: setup ## start the service; with no messenger token, the sandbox
	@$(BIN)/python -m bot start $(ARGS)

test: setup-dev ## all tests, on SQLite and PostgreSQL, four processes: stories mostly wait
	@$(BIN)/python -m pytest -n 4 --dist loadfile --no-loadscope-reorder $(ARGS)

soak: setup-dev ## the tests that run for minutes
	@$(BIN)/python -m pytest -m soak -o faulthandler_timeout=5400 $(ARGS)

lint: setup-dev ## style, formatting, types and import rules
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: setup-dev ## mend what can be mended by itself
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: setup-dev ## print figures: speed beside two peers, growth of the main statements
	@$(BIN)/python -m benchmarks $(ARGS)

lock: ## pin the dependencies anew (needs uv; ARGS=--upgrade takes newer versions)
	@command -v uv >/dev/null || { echo "hamdeli: make lock needs uv; install it first." >&2; exit 1; }
	$(LOCK) --extra test --extra dev $(ARGS) -o requirements-dev.lock
	$(LOCK) -c requirements-dev.lock $(ARGS) -o requirements.lock

setup: ## make .venv with what running needs
	@scripts/venv.sh requirements.lock

setup-dev: ## make .venv with what tests and lint need
	@scripts/venv.sh requirements-dev.lock

clean: ## remove .venv and caches; data/, secrets/ and config.toml stay
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
