#!/bin/sh
# Prints the home of a JDK that is new enough, or nothing and exit code 1. The places are those of
# the launcher; here it must be a JDK, since it also compiles.
set -eu
oldest=25

fits() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  feature=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${feature:-0}" -ge "$oldest" ]
}

on_path() {
  compiler=$(command -v javac) && dirname "$(dirname "$(readlink -f "$compiler")")"
}

for home in "${PARLEY_JAVA_HOME:-}" "${JAVA_HOME:-}" "$(on_path)" /usr/lib/jvm/* /opt/* \
  "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
  if [ -n "$home" ] && fits "$home"; then
    echo "$home"
    exit 0
  fi
done
exit 1
