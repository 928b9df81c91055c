#!/bin/sh
# Goes back to a version before.
#
#   scripts/rollback.sh kubernetes [--to-revision N] [--database] [--dry-run]
#   scripts/rollback.sh cloudrun SERVICE [REVISION] [--region REGION] [--dry-run]
#   scripts/rollback.sh SERVICE REVISION [--region REGION] [--dry-run]    as cloudrun
#
#   --to-revision  of the Deployments (the one before)
#   --database     take the database back by one version too, after the replicas: only where the
#                  release notes say so, since older replicas work with a newer database
#   --region       REGION, or us-central1
#   REVISION       of Cloud Run (the one before)
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

kubectl=${KUBECTL:-kubectl}
where='' service='' revision='' number='' database='' region=${REGION:-us-central1} dry_run=
while [ $# -gt 0 ]; do
  case $1 in
    --to-revision) number=${2:?} && shift ;;
    --database) database=yes ;;
    --region) region=${2:?} && shift ;;
    --dry-run) dry_run=yes ;;
    --help | -h) usage && exit 0 ;;
    -*) wrong_use "What is $1?" ;;
    kubernetes | cloudrun)
      [ -z "$where" ] || wrong_use "$1 as well?"
      where=$1
      ;;
    *) if [ -z "$service" ]; then service=$1; else revision=$1; fi ;;
  esac
  shift
done
[ -n "$where$service" ] || wrong_use "What goes back?"

kube() {
  # shellcheck disable=SC2086 # it may have arguments
  run $kubectl -n parley "$@"
}

kubernetes() {
  need_tool "${kubectl%% *}"
  for name in parley-api parley-worker; do
    # shellcheck disable=SC2086
    if [ -n "$dry_run" ] || $kubectl -n parley get deployment "$name" >/dev/null 2>&1; then
      kube rollout undo "deployment/$name" ${number:+--to-revision="$number"}
      kube rollout status "deployment/$name" --timeout=600s
    fi
  done
  if [ -n "$database" ]; then
    kube delete job db-rollback --ignore-not-found
    kube create job db-rollback --from=cronjob/db-rollback
    kube wait --for=condition=complete job/db-rollback --timeout=600s
  fi
}

cloudrun() {
  [ -n "$service" ] || wrong_use "Which service?"
  need_tool gcloud
  if [ -z "$revision" ] && [ -z "$dry_run" ]; then
    revision=$(gcloud run revisions list --service "$service" --region "$region" \
      --sort-by '~metadata.creationTimestamp' --format 'value(metadata.name)' --limit 2 | tail -1)
  fi
  run gcloud run services update-traffic "$service" \
    --to-revisions "${revision:-the one before}=100" --region "$region"
}

case $where in
  kubernetes) kubernetes ;;
  *) cloudrun ;;
esac
