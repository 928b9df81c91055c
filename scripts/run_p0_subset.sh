#!/bin/sh
# The tests that must pass before anything else is tried: starts the product in an empty folder with
# a model that needs no network, asks what smoke.sh asks, with a key and without, and stops it. Under
# two minutes once the jar is built.
#
#   scripts/run_p0_subset.sh
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

case ${1:-} in
  --help | -h) usage && exit 0 ;;
  "") ;;
  *) wrong_use "What is $1?" ;;
esac
[ -f target/parley.jar ] || make jar
java=$(scripts/java-home.sh)/bin/java
folder=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" || true
  fi
  rm -rf "$folder"
}
trap stop EXIT
port=${P0_PORT:-18080}

env -i PATH="$PATH" HOME="$folder" APP_ENV=development LLM_PROVIDER=mock LOG_LEVEL=warning \
  PORT="$port" METRICS_PORT=$((port + 1)) HOST=127.0.0.1 DATA_DIR="$folder/data" \
  "$java" --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
  -XX:ErrorFile="$folder/error" -jar target/parley.jar serve >"$folder/log" 2>&1 &
server=$!
scripts/health-check.sh "http://127.0.0.1:$port" --timeout 90 --strict || {
  cat "$folder/log" >&2
  fail "The product did not start."
}
scripts/smoke.sh "http://127.0.0.1:$port"
