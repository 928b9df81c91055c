#!/bin/sh
# Runs a Node program of the tests; installs the packages of its folder where they are missing or
# stale.
#
#   scripts/test-node.sh src/test/FOLDER PROGRAM [ARGUMENT...]
set -eu
cd "$(dirname "$0")/../$1"
program=$2
shift 2
mark=node_modules/.installed
sum=$({ node --version && cat package.json package-lock.json; } | sha256sum)
if [ "$(cat "$mark" 2>/dev/null)" != "$sum" ]; then
  rm -f "$mark"
  npm ci --prefer-offline --no-audit --no-fund >&2
  echo "$sum" >"$mark"
fi
exec node "$program" "$@"
