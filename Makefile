# The commands of the project. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run test jar format config-docs clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Build what is missing or stale and start on http://localhost:8000; ARGS="ask hello" for other commands
	@scripts/run.sh $(ARGS)

test: ## Run every check and test, with a browser and Redis
	@scripts/with-tools.sh --browser --redis mvn -B -ntp verify

jar: ## Build target/parley.jar without tests
	@scripts/with-tools.sh mvn -B -ntp -Dmaven.test.skip=true package

format: ## Format the Java sources
	@scripts/with-tools.sh mvn -q -B -ntp spotless:apply

config-docs: ## Write src/docs/configuration.md and .env.example from the code and config/parley.yaml
	@scripts/with-tools.sh mvn -q -B -ntp -Dskip.web=true -Dtest=ConfigDocsTest -Dconfig.docs=write test

clean: ## Remove everything that was built; data/ stays
	rm -rf target
