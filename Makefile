# Everything a contributor runs. Each target sets up what it needs, from the lock files,
# in virtual environments of the project's own, and does nothing where that is done.

VENV := .venv
BIN := $(VENV)/bin
# Any supported Python will do: the oldest first, because what works there works later.
VERSIONS := 3.11 3.12 3.13
PYTHON ?= $(firstword $(shell sh tests/find-python.sh $(VERSIONS)))

.DEFAULT_GOAL := help
.PRECIOUS: .venv-%/ready .venv-bench-%/ready
.PHONY: help generate docs screenshots check test test-tool test-pythons test-built types build release-check drift audit bench fuzz goldens reference lock

help:  ## say what the targets do
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

generate: $(VENV)/ready  ## emit enums from specs and templates
	@$(BIN)/provider-codes generate

docs: $(VENV)/ready  ## emit the reference site in site/
	@$(BIN)/provider-codes site

check: $(VENV)/ready  ## hold the emitted files to specs and templates; write nothing
	@$(BIN)/provider-codes generate --check

test: check test-tool test-pythons test-built  ## run everything that this machine can

test-tool: $(VENV)/ready  ## run the tests on one Python, type checkers included
	$(BIN)/pytest --numprocesses auto --dist worksteal --ignore tests/built

# On every supported Python: the same bytes from the same specs, and the run-time tests.
test-pythons:  ## run the library's tests on every supported Python
	@missing=0; for version in $(VERSIONS); do \
		if [ -n "$$(sh tests/find-python.sh $$version)" ]; then \
			$(MAKE) --no-print-directory test-on-$$version || exit 1; \
		else \
			echo "not tested: there is no Python $$version here"; missing=1; \
		fi; \
	done; \
	if [ $$missing = 1 ] && [ "$(CI)" = true ]; then echo "that is a failure in CI"; exit 1; fi

test-on-%: .venv-%/ready
	PYTHONPATH=generator .venv-$*/bin/python -m enumgen generate --check
	PYTHONPATH=generator:generated .venv-$*/bin/python -m pytest -p no:cacheprovider tests/library

# A Python that is not here is the tests' own to tell.
test-built: $(VENV)/ready .venv-release/ready  ## build, and test what was built where it is installed
	@for version in $(VERSIONS); do \
		[ -z "$$(sh tests/find-python.sh $$version)" ] || $(MAKE) --no-print-directory .venv-$$version/ready || exit 1; \
	done
	$(BIN)/pytest --numprocesses auto --dist worksteal tests/built

types: $(VENV)/ready  ## run the type checkers alone
	$(BIN)/pytest tests/typing

# The same bytes from the same files: hatchling gives all of them one time, unless SOURCE_DATE_EPOCH is set.
build: check .venv-release/ready  ## put wheel and sdist into dist/, and hold them to the rules of the index
	@rm -rf dist
	@$(BIN)/hatchling build --directory dist
	@.venv-release/bin/twine check --strict dist/*

release-check: $(VENV)/ready  ## refuse a version too small for its changes, and proposed names
	@$(BIN)/provider-codes release-check

drift: $(VENV)/ready  ## compare all specs with their pages on the web
	@$(BIN)/provider-codes drift

goldens: $(VENV)/ready  ## write the expected results of the tests again; review the diff
	$(BIN)/pytest tests/test_cases.py tests/test_bad_input.py tests/test_compare.py --update-goldens

screenshots: $(VENV)/ready  ## show the site in screenshots/, and anew in the README
	$(BIN)/pytest tests/site/test_browser.py --screenshots screenshots

reference: $(VENV)/ready  ## write docs/spec-reference.md and docs/commands.md anew
	@$(BIN)/python -m docs.reference

UV_COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" pyproject.toml
lock: $(VENV)/ready  ## pin the newest versions of all dependencies, with hashes
	$(UV_COMPILE) --extra generator --extra black --group dev --output-file requirements.lock
	$(UV_COMPILE) --extra generator --group test --output-file requirements-test.lock
	$(UV_COMPILE) --group audit --output-file requirements-audit.lock
	$(UV_COMPILE) --group release --output-file requirements-release.lock
	$(UV_COMPILE) --extra generator --group fuzz --output-file requirements-fuzz.lock
	$(UV_COMPILE) --group bench-dcg --output-file requirements-bench-dcg.lock
	$(UV_COMPILE) --group bench-protoc --output-file requirements-bench-protoc.lock

# About twenty minutes on two cores that have nothing else to do. ROWS is for some of the rows.
ROWS ?=
bench: $(VENV)/ready .venv-bench-dcg/ready .venv-bench-protoc/ready  ## measure the tool beside its peers; docs/performance.md
	@PYTHONPATH=tests $(BIN)/python -m benchmarks $(ROWS)

.venv-bench-%/ready: requirements-bench-%.lock
	@echo "setting up .venv-bench-$*"
	@$(PYTHON) -m venv .venv-bench-$*
	@.venv-bench-$*/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# About an hour on two cores. Each step says what it did; SECONDS is for each coverage-guided target.
SECONDS ?= 300
fuzz: $(VENV)/ready .venv-fuzz/ready  ## try hostile texts, specs, pages and kills at length
	PYTHONPATH=tests $(BIN)/python -m fuzz.texts 100000
	PYTHONPATH=tests $(BIN)/python -m fuzz.specs 10000
	PROVIDER_CODES_EXAMPLES=2000 $(BIN)/pytest --numprocesses auto -m hypothesis
	PROVIDER_CODES_KILLS=300 $(BIN)/pytest -k "kill or ctrl_c" tests/test_writing.py
	for target in $$(PYTHONPATH=generator:tests .venv-fuzz/bin/python -m fuzz.coverage --list); do \
		PYTHONPATH=generator:tests .venv-fuzz/bin/python -m fuzz.coverage $$target $(SECONDS) || exit 1; \
	done

.venv-fuzz/ready: requirements-fuzz.lock
	@echo "setting up .venv-fuzz"
	@$$(sh tests/find-python.sh 3.11) -m venv .venv-fuzz
	@.venv-fuzz/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fuzz.lock
	@touch $@

.venv-release/ready: requirements-release.lock
	@echo "setting up .venv-release"
	@$(PYTHON) -m venv .venv-release
	@.venv-release/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-release.lock
	@touch $@

audit: .venv-audit/ready  ## report known weaknesses of what is pinned, where the data can be had
	@sh tests/audit.sh .venv-audit/bin/pip-audit requirements.lock requirements-test.lock requirements-release.lock

.venv-audit/ready: requirements-audit.lock
	@echo "setting up .venv-audit"
	@$(PYTHON) -m venv .venv-audit
	@.venv-audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.lock
	@touch $@

$(VENV)/ready: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "none of Python $(VERSIONS) is here: install one, or run make PYTHON=/path/to/python"; exit 2; }
	@echo "setting up $(VENV) with $(PYTHON)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv-%/ready: requirements-test.lock
	@echo "setting up .venv-$*"
	@$$(sh tests/find-python.sh $*) -m venv .venv-$*
	@.venv-$*/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@
