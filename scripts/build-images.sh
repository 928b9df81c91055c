#!/bin/sh
# Builds the images for one registry and sends them there.
#
#   scripts/build-images.sh REGISTRY [TAG] [--dry-run]
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

case ${1:-} in
  --help | -h) usage && exit 0 ;;
  "" | -*) wrong_use "Which registry?" ;;
esac
registry=$1
shift
if [ $# -gt 0 ] && [ "${1#-}" = "$1" ]; then
  set -- --tag "$@"
fi
exec scripts/build.sh image --registry "$registry" --push "$@"
