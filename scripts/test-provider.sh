#!/bin/sh
# Runs the OpenID provider of the tests until it is ended; installs its packages where they are
# missing or stale.
#
#   scripts/test-provider.sh PORT REDIRECT_URI
set -eu
cd "$(dirname "$0")/../src/test/oidc"
mark=node_modules/.installed
sum=$({ node --version && cat package.json package-lock.json; } | sha256sum)
if [ "$(cat "$mark" 2>/dev/null)" != "$sum" ]; then
  rm -f "$mark"
  npm ci --prefer-offline --no-audit --no-fund >&2
  echo "$sum" >"$mark"
fi
exec node provider.mjs "$@"
