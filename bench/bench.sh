#!/usr/bin/env bash
# Benchmarks, each side by side with its peer in one run. ./frith bench NAME calls this; without NAME it lists them.
set -euo pipefail
bench="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(dirname "$bench")"

say() { printf '%s\n' "$*" >&2; }

names() {
  cat <<'END'
gi-star   Gi* on a grid of a million cells, beside R's spdep and beside a plain copy of the memory
import    street files into the database, beside a bare COPY of the same rows
page      a prevalence page on a million rows, 20 people at once, beside pgbench with the same statements
record    incidents saved by 50 handlers at once, beside pgbench with the same statements
read      accounts read by the rules, beside the MiniLM sentence embedding of the same accounts
demo      ./frith demo from nothing (a new clone, an empty Maven repository), and started again
END
}

build() {
  say "Building …"
  (cd "$root" && mvn -q -Pbench -DskipTests package >&2)
}

run() {
  # The platform's jar names the libraries that lie beside it.
  "${JAVA_HOME:?JAVA_HOME must name a JDK 25}/bin/java" ${FRITH_JAVA_OPTIONS:-} \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Dfrith.root=$root" \
    -cp "$bench/target/classes:$root/platform/target/frith.jar:$root/patterns/target/classes:$root/town/target/classes" \
    "$@"
}

# A folder of its own, which goes when the benchmark ends.
temporary() {
  work="$(mktemp -d)"
  trap 'rm -rf "$work"' EXIT
}

seconds_since() { awk -v from="$1" -v to="$(date +%s.%N)" 'BEGIN { printf "%.1f", to - from }'; }

# Starts a demonstration, waits until it has said where it is and a page comes, says how long that took, and stops it.
start_once() {
  local folder="$1" data="$2" port="$3" begin pid said
  said="$data.said"
  begin="$(date +%s.%N)"
  (cd "$folder" && exec ./frith demo --data "$data" --port "$port") >"$said" 2>&1 &
  pid=$!
  until grep -q '^Frith is at ' "$said" && curl -fso "$data.page" "http://localhost:$port/sign-in"; do
    if ! kill -0 "$pid" 2>/dev/null; then
      say "The demonstration ended by itself:"; tail -n 5 "$said" >&2
      return 1
    fi
    sleep 0.02
  done
  seconds_since "$begin"
  kill -TERM "$pid"
  wait "$pid" || true
}

demo() {
  local port=18471 cold i times=()
  command -v curl >/dev/null || { say "The benchmark demo needs curl."; exit 1; }
  temporary
  git clone -q "$root" "$work/frith"
  export MAVEN_OPTS="${MAVEN_OPTS:-} -Dmaven.repo.local=$work/repository"
  say "From nothing: everything is downloaded, built, and the town taken in …"
  cold="$(start_once "$work/frith" "$work/data" "$port")"
  say "Started again, five times …"
  for i in 1 2 3 4 5; do
    times+=("$(start_once "$work/frith" "$work/data" "$port")")
  done
  printf 'demo from nothing        %8s s\n' "$cold"
  printf 'demo again, median of 5  %8s s   (%s)\n' \
    "$(printf '%s\n' "${times[@]}" | sort -n | sed -n 3p)" "${times[*]}"
}

name="${1:-}"
[ $# -gt 0 ] && shift
case "$name" in
  '') names ;;
  gi-star) build; run uk.frith.bench.GiStarBench "$@" ;;
  import)
    build
    temporary
    FRITH_JAVA_OPTIONS="-Xmx512m ${FRITH_JAVA_OPTIONS:-}" run uk.frith.bench.ImportBench "${1:-$work/data}" ;;
  page)
    build
    temporary
    FRITH_JAVA_OPTIONS="-Djava.io.tmpdir=$work ${FRITH_JAVA_OPTIONS:-}" \
      run uk.frith.bench.PageBench "${1:-8}" "${2:-20}" "${3:-450000}" "${4:-$work/data}" ;;
  record)
    build
    temporary
    FRITH_JAVA_OPTIONS="-Djava.io.tmpdir=$work ${FRITH_JAVA_OPTIONS:-}" \
      run uk.frith.bench.RecordBench "${1:-8}" "${2:-50}" "${3:-5}" "${4:-$work/data}" ;;
  read)
    build
    "$JAVA_HOME/bin/java" ${FRITH_JAVA_OPTIONS:-} --enable-native-access=ALL-UNNAMED \
      --sun-misc-unsafe-memory-access=allow "-Dfrith.root=$root" \
      -cp "$bench/target/classes:$root/narrative/target/classes:$bench/target/lib/*" \
      uk.frith.bench.ReadBench "${1:-8}" "${2:-5}" ;;
  demo) demo ;;
  *) say "There is no benchmark \"$name\". There are:"; names >&2; exit 2 ;;
esac
