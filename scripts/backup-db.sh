#!/bin/sh
# Dumps the database into a folder, removes dumps that are too old, and sends the new one to a bucket.
#
#   scripts/backup-db.sh [--dry-run]
#
#   DATABASE_URL           what to dump, as a role that reads everything (init-db.sql: parley_backup)
#   BACKUP_DIR             where to (/backups)
#   BACKUP_RETENTION_DAYS  how long dumps are kept (30)
#   BACKUP_BUCKET          s3://…, gs://… or a remote of rclone; empty for none
#   BACKUP_METRICS_FILE    a file for the textfile collector of node_exporter; empty for none
set -eu

usage() {
  sed -n '2,/^set -eu/{/^#/s/^# \{0,1\}//p}' "$0"
}

dry_run=
case ${1:-} in
  "") ;;
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

: "${DATABASE_URL:?is needed, see --help}"
folder=${BACKUP_DIR:-/backups}
days=${BACKUP_RETENTION_DAYS:-30}
bucket=${BACKUP_BUCKET:-}
file=$folder/parley_$(date -u +%Y%m%d_%H%M%S).sql.gz

run() {
  if [ -n "$dry_run" ]; then
    echo "would run: $*"
  else
    "$@"
  fi
}

upload() {
  case $bucket in
    "") ;;
    s3://*) run aws s3 cp "$file" "$bucket/" ;;
    gs://*) run gcloud storage cp "$file" "$bucket/" ;;
    *) run rclone copy "$file" "$bucket" ;;
  esac
}

# A pipe would hide that pg_dump failed; and a dump is whole before it gets its name.
if [ -n "$dry_run" ]; then
  echo "would run: pg_dump … | gzip > $file"
else
  mkdir -p "$folder"
  umask 077
  trap 'rm -f "$file.part" "$file.sql"' EXIT
  pg_dump --no-password --dbname="$DATABASE_URL" --file="$file.sql"
  gzip -c "$file.sql" >"$file.part"
  rm -f "$file.sql"
  gzip -t "$file.part"
  mv "$file.part" "$file"
  (cd "$folder" && sha256sum "$(basename "$file")" >"$(basename "$file").sha256")
fi

upload

# Only when a new one is there; the newest is never removed.
run find "$folder" -name 'parley_*.sql.gz*' -mtime "+$days" -delete

if [ -n "${BACKUP_METRICS_FILE:-}" ] && [ -z "$dry_run" ]; then
  {
    echo "# HELP parley_backup_last_success_timestamp_seconds When the last dump was whole."
    echo "# TYPE parley_backup_last_success_timestamp_seconds gauge"
    echo "parley_backup_last_success_timestamp_seconds $(date +%s)"
    echo "# HELP parley_backup_size_bytes How large it is."
    echo "# TYPE parley_backup_size_bytes gauge"
    echo "parley_backup_size_bytes $(wc -c <"$file")"
  } >"$BACKUP_METRICS_FILE.part"
  mv "$BACKUP_METRICS_FILE.part" "$BACKUP_METRICS_FILE"
fi
echo "Backup completed: $file"
