# shellcheck shell=sh
# What several scripts share; read with `. scripts/lib.sh`. A script that reads it describes itself
# in the comment at its head, sets `dry_run` and takes --help.

# The comment at the head of the script.
usage() {
  sed -n '2,/^[^#]/{/^#/s/^# \{0,1\}//p;}' "$0"
}

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# Ends with the description and exit code 2.
wrong_use() {
  [ $# = 0 ] || printf '%s\n\n' "$*" >&2
  usage >&2
  exit 2
}

need_tool() {
  [ -n "${dry_run:-}" ] || command -v "$1" >/dev/null || fail "$1 is missing."
}

# Does it, or with --dry-run says what would be done.
run() {
  if [ -n "${dry_run:-}" ]; then
    printf '+'
    printf ' %s' "$@"
    printf '\n'
  else
    "$@"
  fi
}
