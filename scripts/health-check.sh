#!/bin/sh
# Waits until a server is ready, and says how it is.
#
#   scripts/health-check.sh [URL] [--timeout SECONDS] [--strict]
#
#   URL        where it is (http://localhost:8000, or PARLEY_URL)
#   --timeout  how long to wait for it (60)
#   --strict   a dependency that does not answer is a failure
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

url=${PARLEY_URL:-http://localhost:8000} limit=60 strict=
while [ $# -gt 0 ]; do
  case $1 in
    --timeout) limit=${2:?} && shift ;;
    --strict) strict=yes ;;
    --help | -h) usage && exit 0 ;;
    -*) wrong_use "What is $1?" ;;
    *) url=${1%/} ;;
  esac
  shift
done

get() {
  curl --silent --show-error --fail --max-time 5 "$url$1"
}

end=$(($(date +%s) + limit))
until get /readyz >/dev/null 2>&1; do
  [ "$(date +%s)" -lt "$end" ] || fail "$url is not ready after $limit s: $(get /readyz 2>&1 || true)"
  sleep 1
done
get /livez >/dev/null
health=$(get /health)
echo "$health"
case $health in
  *'"overall_status":"healthy"'*) echo "$url is healthy." ;;
  *)
    echo "$url serves, but something it depends on does not answer."
    [ -z "$strict" ]
    ;;
esac
