#!/bin/sh
# The load tests; load-tests/README.md says what there is.
#
#   load-tests/run.sh provider|load|bench … [--name value …]
set -eu
cd "$(dirname "$0")/.."
build=target/load-tests
mkdir -p "$build"

stale() {
  [ ! -f "$1" ] || [ -n "$(find pom.xml config src/main src/launcher src/test load-tests/java \
    \( -name node_modules -o -name e2e -o -name test-results \) -prune -o \
    -type f -newer "$1" -print -quit)" ]
}

# The jar as users have it, and these tests beside it.
if stale "$build/built"; then
  echo "Building; the first time this takes minutes." >&2
  scripts/with-tools.sh mvn -q -B -ntp -DskipTests package >&2
  touch "$build/built"
fi

java=$(scripts/java-home.sh)/bin/java
case "${1:-} ${2:-}" in
  "bench saturation")
    entry=$build/portkey/node_modules/@portkey-ai/gateway/build/start-server.js
    if [ ! -f "$entry" ]; then
      mkdir -p "$build/portkey"
      npm install --silent --prefix "$build/portkey" @portkey-ai/gateway@1.15.2 >&2
    fi
    set -- "$@" --portkey "$entry"
    ;;
  "bench tokens")
    [ -x /usr/sbin/nginx ] || apt-get install -y -qq nginx-light >&2
    ;;
esac

flags=-Xmx1g
if [ "${1:-} ${2:-}" = "bench search" ]; then
  flags="-Xmx2g --add-modules=jdk.incubator.vector"
fi

# Each open stream takes a descriptor at both ends.
# shellcheck disable=SC3045 # dash has it too
ulimit -n "$(ulimit -Hn)"
# shellcheck disable=SC2086 # several words
exec "$java" -XX:+UseSerialGC $flags --enable-native-access=ALL-UNNAMED \
  -cp "$PWD/target/test-classes:$PWD/target/parley.jar" dev.parley.load.Main "$@"
