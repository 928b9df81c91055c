#!/bin/sh
# Makes one call with OpenAI's own library; installs it where it is missing or stale.
#
#   scripts/test-openai-sdk.sh BASE_URL KEY SCENARIO
set -eu
cd "$(dirname "$0")/../src/test/openai-sdk"
mark=node_modules/.installed
sum=$({ node --version && cat package.json package-lock.json; } | sha256sum)
if [ "$(cat "$mark" 2>/dev/null)" != "$sum" ]; then
  rm -f "$mark"
  npm ci --prefer-offline --no-audit --no-fund >&2
  echo "$sum" >"$mark"
fi
exec node ask.mjs "$@"
