# Every task of the house; `make` alone lists them. A fresh machine needs make and python3 (3.11 or
# newer): each task first sets up what it needs in .venv from the hashed locks, where that is
# missing or out of date.

PYTHON ?= python3
DATA ?= ../shared
TARGET ?=
WHAT ?=
ARGS ?=

bin := .venv/bin
locks := requirements
installer := .venv/.installer
for_build := .venv/.build
for_dev := .venv/.dev
for_validators := .cache/validators/.installed

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help build rebuild push mirror report-failure ci test test-faults validate-metadata check format bench bench-peers lock lexicons clean

# An environment is believed only in the folder where it was made, with a Python that still runs,
# and where no set-up broke off; else it is made anew.
sound := $(shell [ "$$(cat $(installer) 2>/dev/null)" = "$$(pwd -P)" ] && [ -x $(bin)/python ] \
	&& [ ! -e .venv/.unfinished ] && echo yes)
ifneq ($(sound),yes)
.PHONY: $(installer)
endif

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo '  ARGS="..." is handed on to each but help, check, format and clean.'

build: $(for_build) ## rebuild datasets/ from seeds/ and schemas/
	@$(bin)/plainfigures build $(ARGS)

rebuild: $(for_build) ## build, ask the gates, commit datasets/ where it changed
	@.ci/rebuild

push: $(for_build) ## push what rebuild committed; where the branch moved, rebuild upon it
	@.ci/push

mirror: $(for_dev) ## mirror releases/ to TARGET, read all of it back, note the day there
	@$(bin)/plainfigures publish "$(TARGET)" --frozen --confirm $(ARGS)

report-failure: ## open an issue on what failed, or add to the open one (with the hosting service's gh)
	@.ci/report-failure "$(WHAT)"

ci: ## all that a change must pass
	@.ci/run

test: $(for_dev) ## run the tests
	$(bin)/pytest -n 2 --dist loadfile -m "not faults and not validators" tests $(ARGS)

test-faults: $(for_dev) ## run the slow tests: kills, full disks, the guides
	$(bin)/pytest -n 2 --dist loadfile -m faults tests $(ARGS)

validate-metadata: $(for_dev) $(for_validators) ## have outside validators read the packages' metadata
	$(bin)/pytest -m validators tests $(ARGS)

check: $(for_dev) ## format, lint, types, the import fence, the locks
	$(bin)/ruff format --check .
	$(bin)/ruff check .
	$(bin)/mypy
	$(bin)/lint-imports --no-logo --cache-dir .cache/import-linter
	$(bin)/zizmor --quiet --offline --persona pedantic .github/workflows
	@! grep -nE '://|^ *--?(i|f|index-url|extra-index-url|find-links|trusted-host)\b' $(locks)/*.txt \
		|| { echo "A lock names a download address: run make lock."; exit 1; }

format: $(for_dev) ## put all code in the house's format
	$(bin)/ruff check --fix .
	$(bin)/ruff format .

bench: $(for_dev) ## measure; DATA=DIR is the folder with the reference data
	@$(bin)/python -m benchmarks --data "$(DATA)" $(ARGS)

bench-peers: $(for_dev) ## measure other readers beside ours, in an environment of their own
	@$(bin)/python -m benchmarks.peers --data "$(DATA)" $(ARGS)

lexicons: $(for_dev) ## compile the lexicons from their sources
	@$(bin)/python -m lexicons $(ARGS)

clean: ## remove the environment, caches and built wheels; never datasets/ or releases/
	rm -rf .venv .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache dist
	find src tests flows benchmarks lexicons -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# uv does not read pip's settings, so it is told the index and the certificate that pip would use.
define uv
set -e; \
pip_says() { $(bin)/python -m pip config list 2>/dev/null | sed -n "s/^[a-z]*\.$$1='\(.*\)'$$/\1/p" | tail -n 1; }; \
UV_DEFAULT_INDEX="$${UV_DEFAULT_INDEX:-$${UV_INDEX_URL:-$${PIP_INDEX_URL:-$$(pip_says index-url)}}}"; \
SSL_CERT_FILE="$${SSL_CERT_FILE:-$${PIP_CERT:-$$(pip_says cert)}}"; \
export UV_DEFAULT_INDEX SSL_CERT_FILE; \
[ -n "$$UV_DEFAULT_INDEX" ] || unset UV_DEFAULT_INDEX; \
[ -n "$$SSL_CERT_FILE" ] || unset SSL_CERT_FILE; \
uv() { VIRTUAL_ENV="$$PWD/.venv" $(bin)/uv "$$@"; };
endef

$(installer): $(locks)/installer.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Plain Figures needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) -V 2>&1 || true)."; \
		echo "Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; } >&2
	@echo "Making .venv with $$($(PYTHON) -V) ..."
	@$(PYTHON) -m venv --clear .venv
	@$(bin)/python -m pip --disable-pip-version-check install --quiet --no-deps \
		--require-hashes --only-binary :all: -r $<
	@pwd -P > $@

# The set-up for development holds that for the build, at the same versions. All is compiled at
# once: where the environment forbids to write compiled code, each build would compile it anew.
$(for_build): $(locks)/build.txt
$(for_dev): $(locks)/dev.txt
$(for_build) $(for_dev): pyproject.toml $(installer)
	@echo "Installing what $(filter $(locks)/%,$^) locks into .venv; the first time this downloads much ..."
	@rm -f $@ && touch .venv/.unfinished
	@$(uv) \
	[ -t 2 ] && quiet= || quiet=--quiet; \
	uv pip install $$quiet --compile-bytecode --no-deps --require-hashes --no-build \
		-r $(filter $(locks)/%,$^); \
	uv pip install --quiet --no-deps --no-build-isolation --editable .; \
	$(bin)/python -m compileall -q src flows
	@rm .venv/.unfinished && touch $(for_build) $@

# Validators whose pins do not go with ours, in an environment of their own. What comes as sources
# alone is built by the locked setuptools, so that comes first.
$(for_validators): $(locks)/validators.txt $(installer)
	@echo "Installing what $< locks into $(@D) ..."
	@rm -rf $(@D)
	@$(uv) \
	uv venv --quiet --python $(bin)/python $(@D); \
	sed -n '/^setuptools==/,/[^\\]$$/p' $< > $(@D)/builder.txt; \
	for lock in $(@D)/builder.txt $<; do \
		uv pip install --quiet --python $(@D) --no-deps --require-hashes --no-build-isolation -r $$lock; \
	done
	@touch $@

# Some of the peers and validators come as sources alone; all others are wheels.
lock: $(installer) ## solve the locks anew; ARGS=--upgrade takes newer versions
	@$(uv) \
	UV_CUSTOM_COMPILE_COMMAND="make lock"; export UV_CUSTOM_COMPILE_COMMAND; \
	lock() { echo "Solving $(locks)/$$1.txt ..."; out="$(locks)/$$1.txt"; shift; \
		uv pip compile --quiet --universal --python-version 3.11 --generate-hashes $$build \
			$(ARGS) --output-file "$$out" "$$@"; }; \
	build=--no-build; \
	lock installer --group installer; \
	lock build pyproject.toml --extra build --group backend; \
	lock dev pyproject.toml --all-extras --group dev \
		--constraints $(locks)/build.txt --constraints $(locks)/installer.txt; \
	build=; \
	lock peers benchmarks/peers.in; \
	lock validators $(locks)/validators.in
