#!/bin/sh
# Builds the jar, the image, or both.
#
#   scripts/build.sh [all|jar|image] [--tag TAG] [--registry REGISTRY] [--platform LIST] [--push]
#                    [--gpu] [--dry-run]
#
#   --tag       the image's tag (the commit)
#   --registry  put in front of the image's name
#   --platform  linux/amd64, linux/arm64 or both with a comma between; several need --push
#   --push      send the image to its registry
#   --gpu       also fetch the model server's image: the product's own needs no GPU
#
#   CONTAINER_ENGINE  docker, podman or buildah; the first that is there
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

what=all tag='' registry='' platform='' push='' gpu='' dry_run=
while [ $# -gt 0 ]; do
  case $1 in
    all | jar | image) what=$1 ;;
    --tag) tag=${2:?} && shift ;;
    --registry) registry=${2:?} && shift ;;
    --platform) platform=${2:?} && shift ;;
    --push) push=yes ;;
    --gpu) gpu=yes ;;
    --dry-run) dry_run=yes ;;
    --help | -h) usage && exit 0 ;;
    *) wrong_use "What is $1?" ;;
  esac
  shift
done

tag=${tag:-$(git rev-parse --short=12 HEAD 2>/dev/null || echo dev)}
image=${registry:+${registry%/}/}parley:$tag

engine() {
  for name in ${CONTAINER_ENGINE:-docker podman buildah}; do
    command -v "$name" >/dev/null && echo "$name" && return
  done
  [ -n "$dry_run" ] && echo docker && return
  fail "No container engine: install docker.io, podman or buildah."
}

build_image() {
  engine=$(engine)
  set -- --tag "$image" --build-arg "VERSION=$tag"
  [ -z "$platform" ] || set -- "$@" --platform "$platform"
  case $engine in
    docker)
      if [ -n "$platform" ] || [ -n "$push" ]; then
        [ -z "$push" ] || set -- "$@" --push
        run docker buildx build "$@" .
      else
        run docker build "$@" .
      fi
      ;;
    *)
      # OCI has no HEALTHCHECK.
      run "$engine" build --format docker "$@" .
      [ -z "$push" ] || run "$engine" push "$image"
      ;;
  esac
  [ -z "$gpu" ] || run "$engine" pull "$(sed -n 's/.*image: \(vllm[^ ]*\)/\1/p' \
    k8s/components/model-server/model-server.yaml)"
  echo "Built $image"
}

case $what in
  all | jar) run make jar ;;
esac
case $what in
  all | image) build_image ;;
esac
