#!/bin/sh
# Builds the web pages of src/main/web into target/web, from where Maven packs them. Does nothing
# when nothing changed; what failed half way is done again; a second run at the same time waits.
set -eu
cd "$(dirname "$0")/.."
web=src/main/web
out=target/web
mkdir -p "$out"
if [ ! -f "$web/package.json" ]; then
  exit 0
fi

exec 9>target/web.lock
if command -v flock >/dev/null; then
  flock 9
fi

# The sum of what the packages, or the pages, are made of.
packages_sum() {
  { node --version && cat "$web/package.json" "$web/package-lock.json"; } | sha256sum
}
pages_sum() {
  {
    packages_sum
    find "$web" src/main/resources/openapi.yaml \
      \( -name node_modules -o -name e2e -o -name test-results -o -name dist \) -prune -o \
      -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
  } | sha256sum
}

# The mark is written last: a run that failed leaves none, and npm ci begins anew.
packages_mark=$web/node_modules/.installed
sum=$(packages_sum)
if [ "$(cat "$packages_mark" 2>/dev/null)" != "$sum" ]; then
  rm -f "$packages_mark"
  npm ci --prefix "$web" --prefer-offline --no-audit --no-fund
  echo "$sum" >"$packages_mark"
fi

pages_mark=target/web.sum
sum=$(pages_sum)
if [ "$(cat "$pages_mark" 2>/dev/null)" != "$sum" ]; then
  rm -rf "$pages_mark" "$out" target/classes/web
  npm run build --prefix "$web"
  [ -f "$out/index.html" ]
  echo "$sum" >"$pages_mark"
fi
