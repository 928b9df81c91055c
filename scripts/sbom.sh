#!/bin/sh
# Writes what the product is made of: target/sbom/parley-java.cdx.json and parley-web.cdx.json
# (CycloneDX), and src/docs/third-party.md with each part's licence. A part without a licence that we
# may ship is a failure.
#
#   scripts/sbom.sh [--check]
#
#   --check  write no page; fail when it is not what it would be
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

check=
case ${1:-} in
  --check) check=yes ;;
  --help | -h) usage && exit 0 ;;
  "") ;;
  *) wrong_use "What is $1?" ;;
esac
page=src/docs/third-party.md
mkdir -p target/sbom

mvn -q -B -ntp -Psbom -Dskip.web=true org.cyclonedx:cyclonedx-maven-plugin:makeBom
npm sbom --prefix src/main/web --sbom-format cyclonedx --sbom-type application \
  --omit dev --package-lock-only >target/sbom/parley-web.cdx.json
node scripts/third-party.mjs target/sbom/parley-java.cdx.json target/sbom/parley-web.cdx.json \
  >target/sbom/third-party.md
if [ -n "$check" ]; then
  diff "$page" target/sbom/third-party.md || fail "$page is stale: run make sbom"
else
  cp target/sbom/third-party.md "$page"
fi
echo "$(grep -c '^| ' target/sbom/third-party.md) lines in $page; lists in target/sbom"
