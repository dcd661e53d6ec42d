# What the benchmarks share; sourced by each bench/<name>/run.
set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${BENCH_FOLDER:-$root/target/bench}/$name
small=false
[ "${1:-}" = --small ] && small=true
JAVA_HOME=$("$root/perennial" jdk)
export JAVA_HOME
java=$JAVA_HOME/bin/java
mkdir -p "$folder"

started=()
stop_all() {
  local pid
  for pid in "${started[@]:-}"; do [ -n "$pid" ] && kill "$pid" 2>/dev/null; done
  for pid in "${started[@]:-}"; do [ -n "$pid" ] && wait "$pid" 2>/dev/null; done
  return 0
}
# What is stopped here ends with a status of its own, which is not the benchmark's.
trap 'status=$?; stop_all; exit $status' EXIT

# need <program> <Debian package>: installs it, or says how.
need() {
  PATH=$PATH:/usr/sbin
  command -v "$1" >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null 2>&1 && return
  fi
  echo "this benchmark needs $1: apt-get install $2" >&2
  exit 1
}

# The product's classes, those of its tests, and what they need.
classes() {
  local lib=$root/target/bench/lib stamp=$root/target/bench/compiled
  if [ ! -f "$stamp" ] || [ -n "$(find "$root/portal/src" -newer "$stamp" -name '*.java' -print -quit)" ]; then
    echo "Building …" >&2
    mvn -q -B -Dstyle.color=never -Dspotless.check.skip=true -f "$root/pom.xml" -DskipTests package >&2
    rm -rf "$lib"
    mkdir -p "$lib"
    (cd "$lib" && unzip -qo "$root/portal/target/portal-app.jar" 'BOOT-INF/lib/*')
    touch "$stamp"
  fi
  classpath=$root/portal/target/classes:$root/portal/target/test-classes:$lib/BOOT-INF/lib/*
}

free_port() { # from a number on
  local port=$1
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  echo "$port"
}

until_answers() { # url, process
  until curl -fso /dev/null "$1"; do
    kill -0 "$2" 2>/dev/null || { echo "it stopped; see the logs in $folder" >&2; exit 1; }
    sleep 0.02
  done
}

# The middle one of the numbers on standard input.
median() { sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

now() { date +%s%N; }
over() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", (b > 0 ? a / b : 0) }'; }
