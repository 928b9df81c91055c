#!/bin/sh
# Builds the jar twice from the same sources, in two folders, and compares them byte by byte.
#
#   scripts/reproducible.sh
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

case ${1:-} in
  --help | -h) usage && exit 0 ;;
  "") ;;
  *) wrong_use "What is $1?" ;;
esac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for name in one two; do
  mkdir "$folder/$name"
  git ls-files -z | xargs -0 cp --parents -t "$folder/$name"
  # The pages are built once: their tools are npm's to vouch for.
  mkdir -p "$folder/$name/target"
  [ ! -d target/web ] || cp -r target/web "$folder/$name/target/web"
  (cd "$folder/$name" && mvn -q -B -ntp -Dskip.web=true -Dmaven.test.skip=true package)
  sha256sum "$folder/$name/target/parley.jar" | cut -c1-64
done
cmp "$folder/one/target/parley.jar" "$folder/two/target/parley.jar"
echo "Both builds are the same."
