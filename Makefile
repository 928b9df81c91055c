# The commands of the project. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run test jar image format config-docs dev-up dev-down db-migrate db-rollback p0 k8s \
  sbom reproducible clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Build what is missing or stale and start on http://localhost:8000; ARGS="ask hello" for other commands
	@scripts/run.sh $(ARGS)

test: ## Run every check and test, with a browser, Redis, kubectl, promtool and shellcheck
	@scripts/with-tools.sh --browser --redis --operations mvn -B -ntp verify

jar: ## Build target/parley.jar without tests
	@scripts/with-tools.sh mvn -B -ntp -Dmaven.test.skip=true package

image: ## Build the image parley:TAG; TAG=… for another than the commit
	@scripts/build.sh image $(if $(TAG),--tag $(TAG))

dev-up: ## Start the product and its stores in containers on http://localhost:8000
	@docker compose up -d --build --wait

dev-down: ## Stop them; what they stored stays
	@docker compose down

db-migrate: ## Bring the database to the newest version, as DATABASE_URL names it
	@scripts/run.sh migrate

db-rollback: ## Take the database back by one version
	@scripts/run.sh rollback

p0: ## The tests that must pass before anything else is tried, offline
	@scripts/run_p0_subset.sh

k8s: ## Build every overlay of k8s/ into target/k8s
	@mkdir -p target/k8s
	@for overlay in k8s/overlays/*; do \
	  kubectl kustomize $$overlay >target/k8s/$$(basename $$overlay).yaml || exit 1; done; ls target/k8s

sbom: ## Write what the jar and the pages are made of to target/sbom and src/docs/third-party.md
	@scripts/with-tools.sh scripts/sbom.sh

reproducible: ## Build the jar twice and compare
	@scripts/with-tools.sh scripts/reproducible.sh

format: ## Format the Java sources
	@scripts/with-tools.sh mvn -q -B -ntp spotless:apply

config-docs: ## Write src/docs/configuration.md and .env.example from the code and config/parley.yaml
	@scripts/with-tools.sh mvn -q -B -ntp -Dskip.web=true -Dtest=ConfigDocsTest -Dconfig.docs=write test

clean: ## Remove everything that was built; data/ stays
	rm -rf target
