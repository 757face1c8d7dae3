# What a newcomer types is `make demo`; `make help` lists the rest.
#
# The libraries that are missing are installed on the way. Nothing here ever asks a question.

SWIFT ?= swift
PREFIX ?= /usr/local

# How long make fuzz runs.
SECONDS ?= 60

# The evaluation set is kept beside the repository, where there is one.
EVALUATION ?= ../shared/eval/evaluate.py

PACKAGES = libsqlite3-dev libxml2-dev zlib1g-dev libbrotli-dev libssl-dev \
  libcurl4-openssl-dev pkg-config
MODULES = sqlite3 libxml-2.0 zlib libbrotlidec libcrypto libcurl
FORMULAS = libxml2 brotli curl openssl@3 pkgconf

# A module may import only what its target names in Package.swift.
STRICT = --explicit-target-dependency-import-check error
RELEASE = $(STRICT) -c release
DOSSIER = .build/release/dossier
COMPANIONS = .build-tools/ready
PEERS = .build-peers/ready
PROGRAMS = datasette sqlite-utils

# Without a password, so that it never asks.
AS_ROOT = root=; [ "$$(id -u)" = 0 ] || root='sudo -n'
APT_INSTALL = $$root apt-get update -qq && \
  $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends

# One file that needs no toolchain where it runs; lld, because gold warns of what it links.
ifeq ($(shell uname -s),Linux)
RELEASE += --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker --strip-all
endif

.PHONY: all build demo test lint format bench fuzz libfuzzer eval install samples readme libraries poppler help

all: build test lint  ## build, test and lint

build: libraries  ## build the command (release)
	$(SWIFT) build $(RELEASE) --product dossier

# Tells what comes, shows the command, and runs it.
TELL = tell() { printf '\n\# %s\n$$ %s\n' "$$1" "$$2"; eval "$$2"; }

demo: build poppler  ## answer questions from the reports in Samples
	@rm -rf .build/demo && mkdir -p .build/demo
	@$(TELL); export DOSSIER_ARCHIVE=.build/demo/dossier.db PATH="$$PWD/.build/release:$$PATH"; \
	tell 'Twenty-five files go into a fresh archive: texts, pages, a feed, web archives, mail, a PDF, tables.' \
	  'dossier ingest Samples' || [ $$? = 69 ] && \
	tell 'How many workers has North Korea sent? Official, unofficial and denied figures, each with its sentence.' \
	  'dossier claims --entity north-korea --measure workers' && \
	tell 'What happened in the first half of 2025? The time is that of the fact, not of the report.' \
	  'dossier claims --about 2025-01..2025-06 --unit %' && \
	tell 'One figure, with the sentences around it and all that is known of it.' \
	  "dossier claims show $$(dossier claims --basis official --measure workers --json | \
	    sed -n '1s/.*\"id\":\([0-9]*\).*/\1/p')" && \
	tell 'All of it on one page, with numbered sources.' \
	  'dossier brief --entity north-korea --about 2025' && \
	tell 'Every figure is still where it says it is.' 'dossier check'
	@printf '\nYour own reports: .build/release/dossier ingest PATH ..., then dossier --help.\n'

test: libraries poppler $(COMPANIONS)  ## run all tests
	$(SWIFT) test $(STRICT)

lint:  ## check the form of the code
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

format:  ## put the code into form
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

bench: build $(PEERS)  ## measure speed and memory, beside other extractors
	$(SWIFT) build $(RELEASE) --product bench
	.build/release/bench $(DOSSIER) Samples .build-peers/bin/python

fuzz: libraries  ## feed mutilated samples to the readers and to extraction for SECONDS
	$(SWIFT) build -c release --sanitize=address --scratch-path .build-fuzz --product fuzz
	.build-fuzz/release/fuzz $(SECONDS) Samples

libfuzzer: libraries  ## the same with inputs that the program's own branches lead to
	$(SWIFT) build -c release --sanitize=fuzzer -Xswiftc -sanitize=fuzzer -Xswiftc -DLIBFUZZER \
	  --scratch-path .build-libfuzzer --product fuzz
	mkdir -p .build-libfuzzer/corpus && cp -n Samples/* .build-libfuzzer/corpus
	SWIFT_BACKTRACE=enable=no .build-libfuzzer/release/fuzz -max_total_time=$(SECONDS) \
	  -max_len=8192 .build-libfuzzer/corpus

eval: build  ## score extraction against the evaluation set, where it is at hand
	@if [ -f $(EVALUATION) ]; then python3 $(EVALUATION) $(DOSSIER); \
	else echo "The evaluation set is not here; it is no part of the repository. EVALUATION=... says where it is."; fi

install: build  ## install the command under PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(DOSSIER) $(DESTDIR)$(PREFIX)/bin/dossier

samples: libraries  ## write anew what is expected of each sample; read the difference before you keep it
	DOSSIER_EXPECTED=write $(SWIFT) test $(STRICT) --filter SamplesTests

readme: libraries  ## write the commands' help and output into README.md anew
	DOSSIER_README=write $(SWIFT) test $(STRICT) --no-parallel --filter 'ReadmeTests|TourTests'

help:  ## say what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Asks pkg-config first, so that it costs nothing once they are there.
# Homebrew is a best effort and untested.
libraries:
	@if pkg-config --exists $(MODULES) 2>/dev/null; then exit 0; fi; \
	if command -v apt-get >/dev/null; then \
	  echo "Installing what is missing of: $(PACKAGES)"; \
	  $(AS_ROOT); { $(APT_INSTALL) $(PACKAGES); } </dev/null >/dev/null || \
	  { echo "Please run: sudo apt-get install $(PACKAGES)" >&2; exit 1; }; \
	elif [ "$$(uname -s)" = Darwin ]; then \
	  command -v brew >/dev/null || { echo "Please install Homebrew, then: brew install $(FORMULAS)" >&2; exit 1; }; \
	  brew list $(FORMULAS) >/dev/null 2>&1 || brew install $(FORMULAS); \
	else \
	  echo "Please install the development files of SQLite, libxml2, zlib, brotli, OpenSSL and libcurl, and pkg-config." >&2; \
	  exit 1; \
	fi

# What PDF is read with. Where it cannot be had, the demo tells so (status 69) and goes on, and the
# tests that need it are skipped; on a build machine (CI=true) that is a fault.
poppler:
	@if command -v pdftotext >/dev/null; then exit 0; fi; \
	if command -v brew >/dev/null; then brew install poppler; else \
	$(AS_ROOT); { $(APT_INSTALL) poppler-utils; } </dev/null; fi >/dev/null 2>&1 || \
	{ echo "pdftotext cannot be had; PDFs are not read." >&2; [ "$$CI" != true ]; }

# The extractors of quantities that bench runs beside this one; without them it goes on alone.
$(PEERS): Sources/bench/peers/requirements.txt
	@echo "Fetching the extractors to measure beside"; \
	python3 -m venv --clear .build-peers >/dev/null 2>&1 && \
	.build-peers/bin/pip install --quiet --retries 1 --disable-pip-version-check -r $< && touch $@ || \
	echo "They cannot be had; the bench leaves them out." >&2

# Datasette and sqlite-utils, which tests open an archive with. Where they cannot be had, the
# tests are skipped; on a build machine (CI=true) that is a fault.
$(COMPANIONS):
	@echo "Fetching Datasette and sqlite-utils for the tests"; \
	make_room() { python3 -m venv --clear .build-tools >/dev/null 2>&1; }; \
	$(AS_ROOT); \
	{ make_room || { { $(APT_INSTALL) python3-venv; } </dev/null >/dev/null 2>&1 && make_room; }; } && \
	.build-tools/bin/pip install --quiet --retries 1 --disable-pip-version-check $(PROGRAMS) && touch $@ || \
	{ echo "They cannot be had; the tests that need them are skipped." >&2; [ "$$CI" != true ]; }
