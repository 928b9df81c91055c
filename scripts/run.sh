#!/bin/sh
# Starts the product; builds the jar first when it is missing or older than what it is made of.
#
#   scripts/run.sh [command…]
set -eu
cd "$(dirname "$0")/.."
jar=target/parley.jar

stale() {
  [ ! -f "$jar" ] || [ -n "$(find pom.xml config/*.yaml src/main src/launcher scripts/build-web.sh \
    \( -name node_modules -o -name e2e -o -name test-results \) -prune -o \
    -type f -newer "$jar" -print -quit)" ]
}

if stale; then
  echo "Building $jar; the first time this also fetches what it is made of." >&2
  scripts/with-tools.sh mvn -q -B -ntp -Dmaven.test.skip=true package || {
    echo "The build failed; make jar shows all of it." >&2
    exit 1
  }
fi

if java=$(scripts/java-home.sh); then
  # On a fitting Java the launcher in the jar starts no second process.
  exec "$java/bin/java" --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
    -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError -jar "$jar" "$@"
fi
exec java -jar "$jar" "$@"
