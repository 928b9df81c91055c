#!/bin/sh
# Restores the newest dump into an empty database and looks whether it holds what it should.
#
#   scripts/verify-backup.sh [--own-server] [--dry-run]
#
#   --own-server   start a PostgreSQL for it in a temporary folder; else:
#   DATABASE_URL   an empty database, as a superuser
#   BACKUP_DIR     where the dumps are (/backups)
#   BACKUP_MAX_AGE_HOURS  an older newest dump is a failure (26)
set -eu
here=$(cd "$(dirname "$0")" && pwd)

usage() {
  sed -n '2,/^set -eu/{/^#/s/^# \{0,1\}//p}' "$0"
}

own_server='' dry_run=''
for argument in "$@"; do
  case $argument in
    --own-server) own_server=yes ;;
    --dry-run) dry_run=yes ;;
    --help | -h)
      usage
      exit 0
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
done

folder=${BACKUP_DIR:-/backups}
dump=$(find "$folder" -name 'parley_*.sql.gz' | sort | tail -1)
[ -n "$dump" ] || {
  echo "There is no dump in $folder." >&2
  exit 1
}
if [ -z "$(find "$dump" -mmin "-$((${BACKUP_MAX_AGE_HOURS:-26} * 60))")" ]; then
  echo "$dump is too old." >&2
  exit 1
fi
echo "Verifying $dump"
[ -z "$dry_run" ] || exit 0

if [ -n "$own_server" ]; then
  server=$(mktemp -d)
  trap 'pg_ctl -D "$server/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$server"' EXIT
  initdb -D "$server/data" -U postgres --auth=trust >/dev/null
  pg_ctl -D "$server/data" -w -l "$server/log" \
    -o "-c listen_addresses='' -c unix_socket_directories='$server' -c fsync=off" start >/dev/null
  export PGHOST="$server" PGUSER=postgres PGDATABASE=postgres
  for role in parley parley_app parley_backup; do
    psql --no-psqlrc --quiet -c "CREATE ROLE $role"
  done
  DATABASE_URL="postgresql://postgres@/postgres?host=$server"
  export DATABASE_URL
fi
sh "$here/restore-db.sh" "$dump"

count() {
  psql --no-psqlrc -tA "$DATABASE_URL" -c "SELECT count(*) FROM $1"
}
for table in schema_history workspace document message usage_entry; do
  echo "$table: $(count "$table") rows"
done
if [ "$(count schema_history)" = 0 ] || [ "$(count workspace)" = 0 ]; then
  echo "The dump lacks what every database has." >&2
  exit 1
fi
echo "Verified $dump"
