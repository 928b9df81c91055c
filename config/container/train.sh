#!/bin/bash
# Starts the product once as its users do, asks it something, and stops it; the Java that ran leaves
# a cache of the classes that it loaded and linked.
#
#   train.sh FOLDER [JAR [OPTIONS]]
set -eu
folder=$1
jar=${2:-/app/parley.jar}
options=${3:-/app/java.options}
export PORT=18099 METRICS_PORT=0 HOST=127.0.0.1 DATA_DIR=$folder/data LLM_PROVIDER=extractive \
  APP_ENV=development LOG_LEVEL=warning

java "@$options" -XX:AOTCacheOutput="$folder/parley.aot" -jar "$jar" serve >"$folder/log" 2>&1 &
server=$!

# get METHOD PATH BODY
get() {
  exec 3<>"/dev/tcp/127.0.0.1/$PORT" || return 1
  printf '%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %s\r\nConnection: close\r\n\r\n%s' \
    "$1" "$2" "${#3}" "$3" >&3
  cat <&3
  exec 3>&-
}

for ((tries = 0; tries < 600; tries++)); do
  kill -0 "$server" 2>/dev/null || break
  if get GET /readyz '' 2>/dev/null | grep -q 'HTTP/1.1 200'; then
    break
  fi
  sleep 0.2
done
for path in /health /metrics /openapi.json /; do
  get GET "$path" '' >/dev/null || true
done
get POST /ask '{"query":"How is a back-up made?"}' | head -1 || true
kill "$server"
wait "$server" || true
[ -s "$folder/parley.aot" ] || {
  cat "$folder/log" >&2
  exit 1
}
rm -rf "$folder/data"
ls -l "$folder/parley.aot"
