# Unhunch: run it, build it, test it. `make help` lists what there is.

.DEFAULT_GOAL := help
SHELL := /bin/sh

# The same flags for every build and test: one C file of the OpenGL bindings
# takes minutes to compile, and any other set of flags would compile it again.
# What GOFLAGS already says is kept.
comma := ,
given := $(shell go env GOFLAGS 2>/dev/null)
tags := $(sort gles $(subst $(comma), ,$(patsubst -tags=%,%,$(filter -tags=%,$(given)))))
export GOFLAGS := $(filter-out -tags=%,$(given)) -tags=$(subst $(eval) ,$(comma),$(tags))

VERSION ?= $(shell git describe --tags --dirty 2>/dev/null || echo 0.1.0-dev$$(git describe --always --dirty 2>/dev/null | sed 's/^/+/'))
LDFLAGS := -ldflags "-X main.version=$(VERSION)"

# Tools are built once into .bin, at these versions.
GOLANGCI_LINT := 2.15.0
BENCH ?= .
FUZZTIME ?= 30s
ROUNDS ?= 200

.PHONY: help run build test lint fmt bench fuzz footprint kill-rounds screenshots figures clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build Unhunch and start it; installs what is missing on Debian and Ubuntu
	@.make/need run
	@bin/unhunch $(ARGS)

build: ## build both programs into bin/
	@.make/need go build
	@[ -x bin/unhunch-window ] || echo "Building; the first time takes a few minutes ..."
	@CGO_ENABLED=0 go build $(LDFLAGS) -o bin/unhunch ./cmd/unhunch
	@CGO_ENABLED=1 go build $(LDFLAGS) -o bin/unhunch-window ./cmd/unhunch-window

test: build ## run every test: unit, property, race, end-to-end
	@.make/need run test
	@.make/test

lint: .bin/golangci-lint-$(GOLANGCI_LINT) ## check style and likely mistakes
	@.make/need go build
	@$< run ./...

fmt: .bin/golangci-lint-$(GOLANGCI_LINT) ## format every file as lint wants it
	@$< fmt ./...

bench: build ## run the benchmarks, and measure the player; BENCH=Name picks some
	@.make/need run test
	@go test -run '^$$' -bench '$(BENCH)' -benchmem ./...
	@UNHUNCH_BIN='$(CURDIR)/bin' UNHUNCH_PLAYER=15s go test -count=1 -v -run '^TestPlayerCost$$' ./cmd/unhunch

fuzz: ## feed garbage to everything that reads; FUZZTIME=30s for each
	@.make/need go build
	@.make/fuzz $(FUZZTIME)

footprint: build ## measure agent and hidden window side by side for 60 s
	@.make/need run test
	@UNHUNCH_BIN='$(CURDIR)/bin' UNHUNCH_FOOTPRINT=60s go test -count=1 -v -run '^TestFootprint$$' ./cmd/unhunch

kill-rounds: build ## command, kill -9, restart: ROUNDS=200 times
	@.make/need run test
	@UNHUNCH_BIN='$(CURDIR)/bin' UNHUNCH_KILL_ROUNDS=$(ROUNDS) go test -count=1 -v -timeout 60m -run '^TestKillRounds$$' ./cmd/unhunch

screenshots: build ## pictures of the real window into bin/screenshots/
	@.make/need run test
	@UNHUNCH_BIN='$(CURDIR)/bin' UNHUNCH_SCREENSHOTS='$(CURDIR)/bin/screenshots' go test -count=1 -v -run '^TestScreenshots$$' ./cmd/unhunch

figures: ## contact sheets of every exercise into bin/figures/
	@.make/need go
	@go test -count=1 -run '^TestSheets$$' ./ui/painting -sheets '$(CURDIR)/bin/figures'
	@echo bin/figures

clean: ## remove what was built
	@rm -rf bin

.bin/golangci-lint-$(GOLANGCI_LINT):
	@.make/need go
	@echo "Building golangci-lint $(GOLANGCI_LINT); once, some minutes ..."
	@GOFLAGS= GOBIN='$(CURDIR)/.bin' go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v$(GOLANGCI_LINT)
	@mv .bin/golangci-lint $@
