#!/bin/sh
# Brings a version to Cloud Run; when it does not answer, the requests stay with the one before.
#
#   scripts/deploy-cloudrun.sh PROJECT_ID [REGION] [--image IMAGE] [--service NAME]
#                              [--max-instances N] [--dry-run]
#
#   REGION           us-central1
#   --image          of a registry that the project can read (IMAGE)
#   --service        the service's name (parley)
#   --max-instances  10; 20 for a larger one
#
# Every secret is one of Secret Manager, of this name in lower case with hyphens, such as
# parley-database-url. The service has no NATS and no Redis; PostgreSQL is Neon or Cloud SQL. Each
# instance has one core and 1 GiB, of which the index takes a part.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

project='' region='' image=${IMAGE:-} service=parley most=10 dry_run=
while [ $# -gt 0 ]; do
  case $1 in
    --image) image=${2:?} && shift ;;
    --service) service=${2:?} && shift ;;
    --max-instances) most=${2:?} && shift ;;
    --dry-run) dry_run=yes ;;
    --help | -h) usage && exit 0 ;;
    -*) wrong_use "What is $1?" ;;
    *) if [ -z "$project" ]; then project=$1; else region=$1; fi ;;
  esac
  shift
done
[ -n "$project" ] || wrong_use "Which project?"
[ -n "$image" ] || wrong_use "Which image?"
region=${region:-us-central1}
need_tool gcloud

secrets=
for name in DATABASE_URL DATABASE_MIGRATION_URL SECRET_KEY ENCRYPTION_KEY AUDIT_KEY \
  GEMINI_API_KEY QDRANT_URL QDRANT_API_KEY; do
  place=parley-$(echo "$name" | tr 'A-Z_' 'a-z-')
  secrets=${secrets:+$secrets,}$name=$place:latest
done
settings=APP_ENV=production,LLM_PROVIDER=gemini,METRICS_PORT=0,DATA_DIR=/tmp/parley
settings=$settings,DATABASE_POOL_SIZE=5,DATABASE_MAX_OVERFLOW=5,DATABASE_POOLER=true
settings=$settings,JDK_JAVA_OPTIONS=-XX:MaxRAMPercentage=40

before=
if [ -z "$dry_run" ]; then
  before=$(gcloud run services describe "$service" --project "$project" --region "$region" \
    --format 'value(status.latestReadyRevisionName)' 2>/dev/null || true)
fi

# The new revision gets an address of its own and no requests until it has answered.
run gcloud run deploy "$service" \
  --project "$project" \
  --region "$region" \
  --platform managed \
  --image "$image" \
  --set-env-vars "$settings" \
  --set-secrets "$secrets" \
  --memory 1Gi \
  --cpu 1 \
  --cpu-boost \
  --concurrency 80 \
  --timeout 300s \
  --min-instances 0 \
  --max-instances "$most" \
  --startup-probe httpGet.path=/readyz,periodSeconds=2,failureThreshold=60,timeoutSeconds=2 \
  --liveness-probe httpGet.path=/livez,periodSeconds=30 \
  --tag candidate \
  ${before:+--no-traffic} \
  --allow-unauthenticated

if [ -n "$dry_run" ]; then
  echo "+ scripts/health-check.sh URL of the tag candidate"
  run gcloud run services update-traffic "$service" --project "$project" --region "$region" --to-latest
  exit 0
fi

url=$(gcloud run services describe "$service" --project "$project" --region "$region" \
  --format 'value(status.url)')
candidate=$(echo "$url" | sed 's#^https://#https://candidate---#')
if scripts/health-check.sh "$candidate" --timeout 120; then
  gcloud run services update-traffic "$service" --project "$project" --region "$region" --to-latest
  echo "Service URL: $url"
else
  [ -z "$before" ] || echo "The requests stay with $before." >&2
  exit 1
fi
