#!/bin/sh
# Brings a version into a cluster, and says how it is there.
#
#   scripts/deploy.sh deploy [--environment NAME] [--image-tag TAG] [--registry REGISTRY] [--gpu]
#                            [--timeout SECONDS] [--dry-run]
#   scripts/deploy.sh status
#   scripts/deploy.sh switch --to blue|green [--dry-run]     blue-green: turn the requests round
#   scripts/deploy.sh cleanup --of blue|green [--dry-run]    blue-green: end the replicas left over
#   scripts/deploy.sh REGISTRY [ENVIRONMENT] [--dry-run]     build, send to the registry and deploy
#
#   --environment  an overlay below k8s/overlays (staging)
#   --image-tag    the image's tag (the commit)
#   --registry     what stands in front of the image's name (IMAGE_REGISTRY)
#   --gpu          also a model server and workers on GPUs
#   --timeout      how long a step may take (600)
#
# Stores first, then the database's migrations, then the replicas. When those do not become ready,
# the version before comes back and the exit code is 1; the database stays as it is, which older
# replicas can work with. KUBECTL names another kubectl, with arguments.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

kubectl=${KUBECTL:-kubectl}
command=deploy environment=staging tag='' registry=${IMAGE_REGISTRY:-} gpu='' limit=600 colour=''
dry_run=
case ${1:-} in
  deploy | status | switch | cleanup) command=$1 && shift ;;
  "" | --help | -h | --*) ;;
  *)
    command=build-and-deploy registry=$1
    shift
    case ${1:-} in "" | -*) ;; *) environment=$1 && shift ;; esac
    ;;
esac
while [ $# -gt 0 ]; do
  case $1 in
    --environment) environment=${2:?} && shift ;;
    --image-tag) tag=${2:?} && shift ;;
    --registry) registry=${2:?} && shift ;;
    --timeout) limit=${2:?} && shift ;;
    --to | --of) colour=${2:?} && shift ;;
    --gpu) gpu=yes ;;
    --dry-run) dry_run=yes ;;
    --help | -h) usage && exit 0 ;;
    *) wrong_use "What is $1?" ;;
  esac
  shift
done
tag=${tag:-$(git rev-parse --short=12 HEAD 2>/dev/null || echo dev)}
work=target/deploy

kube() {
  # shellcheck disable=SC2086 # it may have arguments
  run $kubectl -n parley "$@"
}

# The overlay with this version of the image, in $work/all.yaml.
render() {
  [ -d "k8s/overlays/$environment" ] ||
    wrong_use "There is no overlay $environment: $(cd k8s/overlays && echo *)"
  mkdir -p "$work"
  {
    echo "apiVersion: kustomize.config.k8s.io/v1beta1"
    echo "kind: Kustomization"
    echo "resources:"
    echo "  - ../../k8s/overlays/$environment"
    if [ -n "$gpu" ]; then
      echo "  - ../../k8s/components/model-server"
      echo "  - ../../k8s/components/gpu-worker"
    fi
    echo "images:"
    echo "  - name: parley"
    echo "    newName: ${registry:+${registry%/}/}parley"
    echo "    newTag: \"$tag\""
  } >"$work/kustomization.yaml"
  # shellcheck disable=SC2086
  ${KUSTOMIZE:-$kubectl kustomize} "$work" >"$work/all.yaml"
  echo "Built $work/all.yaml: $(grep -c '^kind:' "$work/all.yaml") objects"
}

# Passwords of a cluster of one's own; elsewhere an ExternalSecret or the operator brings them.
make_secrets() {
  [ "$environment" = development ] || return 0
  # shellcheck disable=SC2086
  if [ -z "$dry_run" ] && $kubectl -n parley get secret parley-secrets >/dev/null 2>&1; then
    return 0
  fi
  if [ -n "$dry_run" ]; then
    echo "+ make the secrets parley-secrets, postgres-secrets and redis-secrets"
    return 0
  fi
  owner=$(openssl rand -hex 24) application=$(openssl rand -hex 24) redis=$(openssl rand -hex 24)
  secret postgres-secrets "POSTGRES_PASSWORD=$(openssl rand -hex 24)
DB_OWNER_PASSWORD=$owner
DB_PASSWORD=$application
DB_BACKUP_PASSWORD=$(openssl rand -hex 24)"
  secret redis-secrets "REDIS_PASSWORD=$redis"
  secret parley-secrets "DATABASE_URL=postgresql://parley_app:$application@postgres:5432/parley?sslmode=disable
DATABASE_MIGRATION_URL=postgresql://parley:$owner@postgres:5432/parley?sslmode=disable
REDIS_URL=redis://redis:6379
REDIS_PASSWORD=$redis
SECRET_KEY=$(openssl rand -base64 48 | tr -d '\n')
ENCRYPTION_KEY=k1:$(openssl rand -base64 32)
AUDIT_KEY=$(openssl rand -base64 48 | tr -d '\n')"
}

# secret NAME LINES: through a pipe, since arguments are seen by everybody on the machine.
secret() {
  # shellcheck disable=SC2086
  printf '%s\n' "$2" | $kubectl -n parley create secret generic "$1" --from-env-file=/dev/stdin
}

# Which of several selectors an object belongs to is said by its label component.
deploy() {
  need_tool "${kubectl%% *}"
  render
  file=$work/all.yaml
  # shellcheck disable=SC2086
  run $kubectl apply -f k8s/base/core/namespace.yaml
  make_secrets
  # shellcheck disable=SC2086
  run $kubectl apply -f "$file" -l 'app.kubernetes.io/component notin (api, worker, migrate)'
  for store in postgres redis nats; do
    kind=$(awk -v name="$store" '/^kind:/ {kind = $2} $0 == "  name: " name && kind ~ /^(StatefulSet|Deployment)$/ {print tolower(kind); exit}' "$file")
    [ -z "$kind" ] || kube rollout status "$kind/$store" --timeout="${limit}s"
  done
  kube delete job parley-migrate --ignore-not-found
  # shellcheck disable=SC2086
  run $kubectl apply -f "$file" -l app.kubernetes.io/component=migrate
  kube wait --for=condition=complete job/parley-migrate --timeout="${limit}s" ||
    fail "The migrations did not go through: $kubectl -n parley logs job/parley-migrate"
  # shellcheck disable=SC2086
  run $kubectl apply -f "$file" -l 'app.kubernetes.io/component in (api, worker)'
  for name in $(deployments "$file"); do
    kube rollout status "deployment/$name" --timeout="${limit}s" || go_back "$name"
  done
  check
}

deployments() {
  awk '/^kind:/ {kind = $2} /^  name: parley-/ && kind == "Deployment" {print $2}' "$1"
}

go_back() {
  echo "$1 did not become ready: the version before comes back." >&2
  for name in $(deployments "$work/all.yaml"); do
    kube rollout undo "deployment/$name" || true
  done
  kube rollout status "deployment/$1" --timeout="${limit}s" || true
  exit 1
}

# From inside, through the API server: the way from outside may not stand yet.
check() {
  if [ -n "$dry_run" ]; then
    echo "+ $kubectl -n parley port-forward service/parley 18000:80"
    echo "+ scripts/health-check.sh http://localhost:18000"
    return
  fi
  # shellcheck disable=SC2086
  $kubectl -n parley port-forward service/parley 18000:80 >/dev/null 2>&1 &
  forward=$!
  if scripts/health-check.sh http://localhost:18000 --timeout 60; then ok=yes; else ok=; fi
  kill "$forward"
  [ -n "$ok" ] || go_back "$(deployments "$work/all.yaml" | head -1)"
}

status() {
  kube get deployments,statefulsets,pods,horizontalpodautoscalers,ingresses -o wide
  kube get events --field-selector type=Warning --sort-by=.lastTimestamp
}

switch() {
  case $colour in blue | green) ;; *) wrong_use "To which colour?" ;; esac
  kube rollout status "deployment/parley-api-$colour" --timeout="${limit}s"
  for service in parley auth-service chat-service admin-service; do
    kube patch service "$service" -p "{\"spec\":{\"selector\":{\"version\":\"$colour\"}}}"
  done
}

cleanup() {
  case $colour in blue | green) ;; *) wrong_use "Of which colour?" ;; esac
  if [ -z "$dry_run" ]; then
    # shellcheck disable=SC2086
    live=$($kubectl -n parley get service parley -o 'jsonpath={.spec.selector.version}')
    [ "$live" != "$colour" ] || fail "The requests go to $colour."
  fi
  kube scale "deployment/parley-api-$colour" --replicas=0
}

case $command in
  deploy) deploy ;;
  status) status ;;
  switch) switch ;;
  cleanup) cleanup ;;
  build-and-deploy)
    if [ -n "$dry_run" ]; then
      run scripts/build-images.sh "$registry" "$tag"
    else
      scripts/build-images.sh "$registry" "$tag"
    fi
    deploy
    ;;
esac
