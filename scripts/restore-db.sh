#!/bin/sh
# Restores a dump of backup-db.sh into an empty database, in one transaction.
#
#   scripts/restore-db.sh [--dry-run] DUMP.sql.gz
#
#   DATABASE_URL  the empty database, as a superuser; the roles of init-db.sql must exist
#
# Afterwards the search index is filled from the tables by itself. What is sealed opens only with the
# ENCRYPTION_KEY of then, and the audit log is checked with: parley audit verify
set -eu

usage() {
  sed -n '2,/^set -eu/{/^#/s/^# \{0,1\}//p}' "$0"
}

dry_run=
case ${1:-} in
  --help | -h)
    usage
    exit 0
    ;;
  --dry-run)
    dry_run=yes
    shift
    ;;
  -*)
    usage >&2
    exit 2
    ;;
esac
[ $# = 1 ] || {
  usage >&2
  exit 2
}
dump=$1
: "${DATABASE_URL:?is needed, see --help}"

gzip -t "$dump"
if [ -f "$dump.sha256" ]; then
  (cd "$(dirname "$dump")" && sha256sum -c --quiet "$(basename "$dump").sha256")
fi
if [ -n "$dry_run" ]; then
  echo "would restore $dump"
  exit 0
fi
tables=$(psql --no-psqlrc -tA "$DATABASE_URL" -c \
  "SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")
if [ "$tables" != 0 ]; then
  echo "The database has $tables tables already. Restore into an empty one." >&2
  exit 1
fi
gzip -dc "$dump" | psql --no-psqlrc --quiet --single-transaction -v ON_ERROR_STOP=1 \
  "$DATABASE_URL" >/dev/null
psql --no-psqlrc "$DATABASE_URL" -c 'ANALYZE' >/dev/null
echo "Restored $dump: $(psql --no-psqlrc -tA "$DATABASE_URL" -c \
  'SELECT max(version) FROM schema_history') is the version of the schema."
