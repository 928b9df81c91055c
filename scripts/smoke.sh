#!/bin/sh
# Asks a running server what every deployment must answer, and prints one line for each check.
#
#   scripts/smoke.sh [URL]
#
#   URL      where it is (http://localhost:8000, or PARLEY_URL)
#   API_KEY  a key that may ask; without one /ask must either answer or refuse with 401
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

case ${1:-} in
  --help | -h) usage && exit 0 ;;
  -*) wrong_use "What is $1?" ;;
esac
url=${1:-${PARLEY_URL:-http://localhost:8000}}
url=${url%/}
passed=0 failed=0
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The status of a request; its body is in $answer, its headers too.
status() {
  curl --silent --max-time 30 --output "$answer" --write-out '%{http_code}' "$@" || true
}

ask() {
  if [ -n "${API_KEY:-}" ]; then
    status -H "Authorization: Bearer $API_KEY" -H 'Content-Type: application/json' -d "$1" "$url/ask"
  else
    status -H 'Content-Type: application/json' -d "$1" "$url/ask"
  fi
}

# check NAME WANTED GOT: WANTED is statuses with | between.
check() {
  case "|$2|" in
    *"|$3|"*)
      echo "ok    $1 ($3)"
      passed=$((passed + 1))
      ;;
    *)
      echo "FAIL  $1: $3 in place of $2"
      failed=$((failed + 1))
      ;;
  esac
}

# holds NAME PATTERN: the last answer has a line like it.
holds() {
  if grep -qE "$2" "$answer"; then check "$1" yes yes; else check "$1" yes no; fi
}

allowed='200'
[ -n "${API_KEY:-}" ] || allowed='200|401'

check "health" 200 "$(status "$url/health")"
holds "health names its dependencies" '"dependencies":\{.*"database".*"overall_status"'
check "healthz" 200 "$(status "$url/healthz")"
check "livez" 200 "$(status "$url/livez")"
check "readyz" 200 "$(status "$url/readyz")"
check "metrics" 200 "$(status "$url/metrics")"
for name in requests_total memory cpu; do
  holds "metrics have $name" "$name"
done
check "pages" 200 "$(status --head "$url/")"
holds "pages have the security headers" '[Xx]-[Cc]ontent-[Tt]ype-[Oo]ptions: nosniff'
check "administration" 200 "$(status --head "$url/admin")"
check "contract" 200 "$(status "$url/openapi.json")"

check "a question" "$allowed" "$(ask '{"query":"What is Parley?"}')"
check "a script as a question" "$allowed|400" \
  "$(ask '{"query":"<script>alert(\"xss\")</script>"}')"
holds "a script is not answered as a page" '^\{'
check "no question" '400|401' "$(ask '{"query":""}')"
check "broken JSON" '400|401' "$(ask '{"query":')"
if grep -qE '\bat [a-z]+(\.[a-zA-Z$]+)+\(' "$answer"; then shown=yes; else shown=no; fi
check "no stack trace is shown" no "$shown"
check "a wrong key" 401 \
  "$(status -H 'Authorization: Bearer sk_wrong' "$url/api/v1/chat/conversations")"
check "a wrong token" 401 \
  "$(status -H 'Authorization: Bearer a.b.c' "$url/api/v1/admin/users")"
head -c 30000000 /dev/zero >"$answer.large"
check "a body that is too large" '413|401' \
  "$(status -H 'Content-Type: application/json' -H 'Expect:' \
    ${API_KEY:+-H "Authorization: Bearer $API_KEY"} \
    --data-binary "@$answer.large" "$url/ask")"
rm -f "$answer.large"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
