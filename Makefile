# Everything a contributor runs. Each target sets up the virtual environments it needs
# from the lock files, unless they are up to date.

VENV := .venv
BIN := $(VENV)/bin
# Any supported Python works. The oldest comes first, because what works there works on newer ones.
VERSIONS := 3.11 3.12 3.13 3.14 3.15
# CI fails without these; the others are tested if they are installed. The public workflow requires all.
REQUIRED ?= 3.11 3.12 3.13
export REQUIRED
# Both are looked for when they are needed, and once.
PYTHON ?= $(eval PYTHON := $(firstword $(shell sh tests/find-python.sh $(VERSIONS))))$(PYTHON)
INSTALLED = $(eval INSTALLED := $(foreach version,$(VERSIONS),$(if $(shell sh tests/find-python.sh $(version)),$(version))))$(INSTALLED)
# What sets up environments or tests on several Pythons uses all cores.
PARALLEL = $(MAKE) --silent --no-print-directory -j$$(getconf _NPROCESSORS_ONLN) INSTALLED="$(INSTALLED)" PYTHON="$(PYTHON)"
# Bytecode is made for what is imported, and not for all that is installed. It is kept, because
# hundreds of processes would each compile the tool and its packages otherwise.
unexport PYTHONDONTWRITEBYTECODE
PIP_INSTALL := pip install --quiet --disable-pip-version-check --no-compile

.DEFAULT_GOAL := help
.PRECIOUS: .venv-%/ready .venv-bench-%/ready
.PHONY: help generate docs screenshots check test test-tool test-pythons test-built types lowest build release-check drift audit bench fuzz mutants golden goldens reference lock

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

generate: $(VENV)/ready  ## emit enums from specs and templates
	@$(BIN)/provider-codes generate

docs: $(VENV)/ready  ## emit the reference site in site/
	@$(BIN)/provider-codes site

check: $(VENV)/ready  ## check that the emitted files match specs and templates; write nothing
	@$(BIN)/provider-codes generate --check

test:  ## run every test that this machine can run
	@$(PARALLEL) $(VENV)/ready .venv-release/ready $(INSTALLED:%=.venv-%/ready)
	@$(MAKE) --no-print-directory INSTALLED="$(INSTALLED)" check test-tool test-pythons test-built

# The type checkers come first, because they take longest. What is built and the library have targets of their own.
test-tool: $(VENV)/ready  ## run the tests of the tool on one Python, including the type checkers
	$(BIN)/pytest --numprocesses auto --dist worksteal --ignore tests/built --ignore tests/library tests/typing tests

# On every supported Python: the same bytes from the same specs, and the run-time tests.
test-pythons:  ## run the library's tests on every supported Python
	@failed=; for version in $(filter-out $(INSTALLED),$(VERSIONS)); do \
		echo "not tested: Python $$version is not installed"; \
		case " $(REQUIRED) " in *" $$version "*) failed=$(CI);; esac; \
	done; \
	if [ "$$failed" = true ]; then echo "in CI this is a failure"; exit 1; fi
	@[ -z "$(INSTALLED)" ] || $(PARALLEL) $(INSTALLED:%=test-on-%)

# Prints when it is done, because others run at the same time.
test-on-%: .venv-%/ready
	@{ PYTHONPATH=generator .venv-$*/bin/python -m provider_codes_generator generate --check && \
		PYTHONPATH=generator:generated .venv-$*/bin/python -m pytest -p no:cacheprovider tests/library; \
	} > .venv-$*/tested 2>&1; status=$$?; cat .venv-$*/tested; exit $$status

# The tests themselves report a missing Python.
test-built: $(VENV)/ready .venv-release/ready  ## build, and test the installed wheel and sdist
	@[ -z "$(INSTALLED)" ] || $(PARALLEL) $(INSTALLED:%=.venv-%/ready)
	$(BIN)/pytest --numprocesses auto --dist worksteal tests/built

types: $(VENV)/ready  ## run only the type checkers
	$(BIN)/pytest tests/typing

# On 3.11, because not all of these versions run on a newer Python. FastAPI needs a newer pydantic, and
# so do the messages on a page. So the program for webhooks and two pages of the documentation are left out.
lowest: .venv-lowest/ready  ## run the tests with the oldest versions of dependencies that pyproject.toml allows
	.venv-lowest/bin/pytest --numprocesses auto --dist worksteal --ignore tests/built --ignore tests/site --ignore tests/typing \
		--ignore tests/pairing/test_webhook.py $(foreach page,pairing webhooks,--deselect 'tests/test_readme.py::test_every_block_of_a_page[$(page)]')

# Equal files give equal bytes: hatchling sets one fixed time for all of them, unless SOURCE_DATE_EPOCH is set.
build: check .venv-release/ready  ## build wheel and sdist into dist/, and check them against the rules of the index
	@rm -rf dist
	@$(BIN)/hatchling build --directory dist
	@.venv-release/bin/twine check --strict dist/*
	@# The wheel has two packages on purpose, the library and the tool.
	@.venv-release/bin/check-wheel-contents --ignore W009 dist/*.whl

# BASE is the release to compare with, if it is not the newest tag.
BASE ?=
release-check: $(VENV)/ready  ## check that the version bump is large enough and all names are confirmed
	@$(BIN)/provider-codes release-check $(BASE)

drift: $(VENV)/ready  ## compare all specs with their pages on the web
	@$(BIN)/provider-codes drift

goldens: $(VENV)/ready  ## rewrite the expected results of the tests; review the diff
	$(BIN)/pytest --update-goldens $$(grep -lr --include='test_*.py' 'goldens: ' tests)

screenshots: $(VENV)/ready  ## take screenshots of the site in screenshots/, and update the one in the README
	$(BIN)/pytest tests/site/test_browser.py --screenshots screenshots

reference: $(VENV)/ready  ## rewrite the generated reference pages in docs/
	@$(BIN)/python -m docs.reference

UV_COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" pyproject.toml
lock: $(VENV)/ready  ## pin the newest versions of all dependencies, with hashes
	$(UV_COMPILE) --extra generator --extra black --group dev --output-file requirements.lock
	$(UV_COMPILE) --extra generator --group test --output-file requirements-test.lock
	$(UV_COMPILE) --all-extras --resolution lowest-direct --output-file requirements-lowest.lock
	$(UV_COMPILE) --group audit --output-file requirements-audit.lock
	$(UV_COMPILE) --group release --output-file requirements-release.lock
	$(UV_COMPILE) --extra generator --group fuzz --output-file requirements-fuzz.lock
	$(UV_COMPILE) --extra generator --extra black --group mutants --output-file requirements-mutants.lock
	$(UV_COMPILE) --group bench-dcg --output-file requirements-bench-dcg.lock
	$(UV_COMPILE) --group bench-protoc --output-file requirements-bench-protoc.lock

# Takes about twenty minutes on two idle cores. Set ROWS to measure only some rows.
ROWS ?=
bench: $(VENV)/ready .venv-bench-dcg/ready .venv-bench-protoc/ready  ## measure the tool and its peers, and update docs/performance.md
	@PYTHONPATH=tests $(BIN)/python -m benchmarks $(ROWS)

.venv-bench-%/ready: requirements-bench-%.lock
	@echo "setting up .venv-bench-$*"
	@$(PYTHON) -m venv .venv-bench-$*
	@.venv-bench-$*/bin/python -m $(PIP_INSTALL) --require-hashes -r $<
	@touch $@

# Takes about an hour on two cores. Each step reports what it did. SECONDS is the time per coverage-guided target.
SECONDS ?= 300
fuzz: $(VENV)/ready .venv-fuzz/ready  ## test with hostile texts, specs, pages and kills for a long time
	PYTHONPATH=tests $(BIN)/python -m fuzz.texts 100000
	PYTHONPATH=tests $(BIN)/python -m fuzz.specs 10000
	$(BIN)/python -m fuzz.times
	PROVIDER_CODES_EXAMPLES=2000 $(BIN)/pytest --numprocesses auto -m hypothesis
	PROVIDER_CODES_CUTS=500 $(BIN)/pytest -k was_cut tests/test_ledger.py
	PROVIDER_CODES_KILLS=300 $(BIN)/pytest -k "kill or ctrl_c" tests/test_writing.py
	for target in $$(PYTHONPATH=generator:tests .venv-fuzz/bin/python -m fuzz.coverage --list); do \
		PYTHONPATH=generator:tests .venv-fuzz/bin/python -m fuzz.coverage $$target $(SECONDS) || exit 1; \
	done

# Downloads packages of Debian and npm, a few minutes. PAIRS names some of the pages.
PAIRS ?=
golden: $(VENV)/ready  ## draft pages that are published with a list for programs, and compare
	@$(BIN)/python -m tests.golden $(PAIRS)

# About an hour on two cores. SUITE is another folder of tests, to compare two on the same mutants; TESTS some of its files.
SUITE ?= tests
TESTS ?= tests
mutants: .venv-mutants/ready  ## change the tool in 100 places; the tests have to notice
	.venv-mutants/bin/python -m fuzz.mutants --suite $(SUITE) $(TESTS)

.venv-lowest/ready: requirements.lock requirements-lowest.lock pyproject.toml
	@echo "setting up .venv-lowest"
	@$$(sh tests/find-python.sh 3.11) -m venv .venv-lowest
	@.venv-lowest/bin/python -m $(PIP_INSTALL) --require-hashes -r requirements.lock
	@.venv-lowest/bin/python -m $(PIP_INSTALL) --require-hashes --no-deps -r requirements-lowest.lock
	@.venv-lowest/bin/python -m $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv-mutants/ready: requirements-mutants.lock
	@echo "setting up .venv-mutants"
	@$(PYTHON) -m venv .venv-mutants
	@.venv-mutants/bin/python -m $(PIP_INSTALL) --require-hashes -r requirements-mutants.lock
	@.venv-mutants/bin/python -m $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv-fuzz/ready: requirements-fuzz.lock
	@echo "setting up .venv-fuzz"
	@$$(sh tests/find-python.sh 3.11) -m venv .venv-fuzz
	@.venv-fuzz/bin/python -m $(PIP_INSTALL) --require-hashes -r requirements-fuzz.lock
	@touch $@

.venv-release/ready: requirements-release.lock
	@echo "setting up .venv-release"
	@$(PYTHON) -m venv .venv-release
	@.venv-release/bin/python -m $(PIP_INSTALL) --require-hashes -r requirements-release.lock
	@touch $@

# Some of the oldest allowed versions have known vulnerabilities. They are shown, but fail nothing, because only tests use them.
audit: .venv-audit/ready  ## report known vulnerabilities of the pinned packages, if the data is available
	@status=0; \
	for lock in $(wildcard requirements*.lock); do \
		echo "$$lock"; \
		sh tests/audit.sh .venv-audit/bin/pip-audit $$lock || [ $$lock = requirements-lowest.lock ] || status=$$?; \
	done; \
	echo tests/typescript/package-lock.json; \
	if command -v npm >/dev/null; then npm audit --prefix tests/typescript || status=$$?; else echo "not audited: npm is not installed"; fi; \
	exit $$status

.venv-audit/ready: requirements-audit.lock
	@echo "setting up .venv-audit"
	@$(PYTHON) -m venv .venv-audit
	@.venv-audit/bin/python -m $(PIP_INSTALL) --require-hashes -r requirements-audit.lock
	@touch $@

$(VENV)/ready: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "none of Python $(VERSIONS) is installed: install one, or run make PYTHON=/path/to/python"; exit 2; }
	@echo "setting up $(VENV) with $(PYTHON)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m $(PIP_INSTALL) --require-hashes -r requirements.lock
	@$(BIN)/python -m $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv-%/ready: requirements-test.lock
	@echo "setting up .venv-$*"
	@$$(sh tests/find-python.sh $*) -m venv .venv-$*
	@.venv-$*/bin/python -m $(PIP_INSTALL) --require-hashes -r requirements-test.lock
	@touch $@
