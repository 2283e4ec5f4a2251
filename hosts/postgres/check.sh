#!/usr/bin/env bash
# Generated items on PostgreSQL with two servers and three workers, of which the one that works is killed in the middle,
# and with `bedarf plan` on one machine: every table must have the same hash. Then once more in parts, on all three at
# once, of which one is killed with the part that it works on.
# usage: hosts/postgres/check.sh [ITEMS (40000)]     BEDARF_STORE: postgres://… of an empty database; without it one is
# started here, in a folder and on a port of its own (needs PostgreSQL's programs)
set -euo pipefail
cd "$(dirname "$0")/../.."
items=${1:-40000}
lines=$((items * 50))
folder=$(mktemp -d)
bedarf=(node bin/node.js bin/bedarf.js)
groups=()
own=""
say() { echo "$*" >&2; }
finish() {
  for group in "${groups[@]}"; do kill -TERM -- "-$group" 2>/dev/null || true; done
  for group in "${groups[@]}"; do wait "$group" 2>/dev/null || true; done
  [ -z "$own" ] || kill -INT "$own" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT

start_postgres() {
  local bin
  bin=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)" 2>/dev/null)
  [ -x "$bin/initdb" ] || bin=$(dirname "$(command -v initdb 2>/dev/null)")
  if [ ! -x "$bin/initdb" ]; then
    say "skipped: PostgreSQL is not installed (apt install postgresql), and BEDARF_STORE names no database"
    exit 0
  fi
  local data=$folder/postgres port as=()
  port=$(node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  mkdir "$data"
  if [ "$(id -u)" = 0 ]; then
    # PostgreSQL does not run as root.
    as=(setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups)
    chmod 711 "$folder"
    chown nobody "$data"
  fi
  (cd / && "${as[@]}" "$bin/initdb" -D "$data" -U bedarf -A trust -E UTF8 --locale=C >/dev/null)
  (cd / && exec "${as[@]}" "$bin/postgres" -D "$data" -p "$port" -k "$data" -c listen_addresses=127.0.0.1 >"$folder/postgres.log" 2>&1) &
  own=$!
  for _ in $(seq 100); do
    "$bin/pg_isready" -q -h 127.0.0.1 -p "$port" && break
    sleep 0.1
  done
  store=postgres://bedarf@127.0.0.1:$port/postgres
}

# A group of its own for each process, so that what it started ends with it.
begin() {
  local log=$1
  shift
  setsid "${bedarf[@]}" "$@" >"$log" 2>&1 &
  groups+=($!)
}

end() {
  kill -TERM -- "-$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

store=${BEDARF_STORE:-}
[ -n "$store" ] || start_postgres
shared=(--store "$store" --files "$folder/files")
say "generating $items items with $lines lines"
node bin/node.js datasets/make/orders.ts --lines "$lines" --items "$items" --months 36 --seed 1 \
  --out "$folder/orders.csv" --items-out "$folder/items.csv"
say "one machine: bedarf plan"
"${bedarf[@]}" plan "$folder/orders.csv" --items "$folder/items.csv" --out "$folder/one" 2>/dev/null

token=$("${bedarf[@]}" token create "${shared[@]}" --name check --scope admin 2>/dev/null)
begin "$folder/server-1.log" serve "${shared[@]}" --port 0
begin "$folder/server-2.log" serve "${shared[@]}" --port 0
for k in 1 2 3; do begin "$folder/worker-$k.log" work "${shared[@]}"; done
workers=("${groups[@]:2}")
address() {
  local url=""
  for _ in $(seq 300); do
    url=$(grep -o 'listening on http://[0-9.:]*' "$folder/server-$1.log" | cut -d' ' -f3) && break
    sleep 0.2
  done
  echo "$url"
}
first=$(address 1)
second=$(address 2)
ask() { curl -fsS -H "authorization: Bearer $token" "$@"; }
field() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d'"' -f4; }
ask -H "X-File-Name: orders.csv" --data-binary "@$folder/orders.csv" "$first/v1/uploads?kind=orders" -o /dev/null
ask -H "X-File-Name: items.csv" --data-binary "@$folder/items.csv" "$second/v1/uploads?kind=items" -o /dev/null
plan=$(ask -X POST "$second/v1/plans" | field id)

# The group of the worker that makes the plan.
holder() {
  for group in "${workers[@]}"; do
    if pgrep -g "$group" -f jobs/child >/dev/null; then
      echo "$group"
      return
    fi
  done
}
killed=""
for _ in $(seq 300); do
  killed=$(holder)
  [ -n "$killed" ] && break
  sleep 0.2
done
sleep 2
kill -KILL -- "-$killed"
say "killed the worker that made the plan"
since=$SECONDS
workers=($(printf '%s\n' "${workers[@]}" | grep -vx "$killed"))
until [ -n "$(holder)" ]; do
  if [ $((SECONDS - since)) -gt 60 ]; then
    say "nobody has taken the plan over after 60 s"
    exit 1
  fi
  sleep 0.5
done
say "taken over after $((SECONDS - since)) s"
is_open() {
  state=$(ask "$first/v1/plans/$plan" | field state)
  [ "$state" = queued ] || [ "$state" = running ]
}
compare() {
  [ "$state" = done ] || { ask "$first/v1/plans/$plan" >&2; exit 1; }
  node -e '
    const [one, other] = process.argv.slice(1).map((path) => JSON.parse(require("node:fs").readFileSync(path, "utf8")));
    const hashes = ({ tables, kpis, pool, configHash }) => JSON.stringify({ tables, kpis, pool, configHash });
    if (hashes(one) !== hashes(other)) { console.error(hashes(one), hashes(other)); process.exit(1); }
  ' "$folder/one/run.json" "$folder/files/runs/$plan/run.json"
}
while is_open; do sleep 1; done
compare
echo "PostgreSQL with two servers and three workers, one of them killed: the same hashes of every table of $items items"

for group in "${workers[@]}"; do end "$group"; done
export BEDARF_WHOLE_ITEMS=$((items / 2)) BEDARF_PART_ITEMS=$((items / 5))
servers=("${groups[@]:0:2}")
groups=("${servers[@]}")
for k in 4 5 6; do begin "$folder/worker-$k.log" work "${shared[@]}"; done
workers=("${groups[@]:2}")
plan=$(ask -X POST "$second/v1/plans" | field id)
parts=$folder/files/parts/$plan
# the first join is behind a stage of all parts
until [ -d "$parts/2" ] || ! is_open; do sleep 0.2; done
[ -d "$parts/2" ] || { say "the plan was not made in parts"; exit 1; }
killed=""
while [ -z "$killed" ] && is_open; do killed=$(holder); done
kill -KILL -- "-$killed"
say "killed a worker with the part that it made"
since=$SECONDS
until ls -d "$parts"/*/*.2 >/dev/null 2>&1 || ! is_open; do sleep 0.5; done
say "its part was done by another one after $((SECONDS - since)) s"
while is_open; do sleep 1; done
compare
# they go once the plan has ended
for _ in $(seq 100); do [ -d "$parts" ] || break; sleep 0.2; done
[ ! -d "$parts" ] || { say "parts of an ended plan are left in $parts"; exit 1; }
echo "in $(((items + items / 5 - 1) / (items / 5))) parts by three workers, one of them killed: the same hashes"
