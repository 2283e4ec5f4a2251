#!/usr/bin/env bash
# Generated items with 50 lines each, planned in one process and in 1, 8 and 37 parts: run.json must be the same, for the
# plain plan and for one with the last run, a budget and one service target for the whole assortment.
# usage: hosts/parallel/check.sh [ITEMS (10000)]
set -euo pipefail
cd "$(dirname "$0")/../.."
items=${1:-10000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
bedarf=(node bin/node.js bin/bedarf.js)
node bin/node.js datasets/make/orders.ts --lines "$((items * 50))" --items "$items" --months 36 --seed 1 \
  --out "$folder/orders.csv" --items-out "$folder/items.csv"
echo '{"serviceScope": "assortment", "serviceLevel": 0.95}' >"$folder/config.json"
files=("$folder/orders.csv" --items "$folder/items.csv")
"${bedarf[@]}" plan "${files[@]}" --as-of 2026-09-30 --out "$folder/last" 2>/dev/null

# in_parts N OPTIONS…: the plan in N parts, all parts of a stage by one child
in_parts() {
  local work=$folder/work stage=signals k=0
  rm -rf "$work"
  "${bedarf[@]}" part demand "${files[@]}" "${@:2}" --parts "$1" --out "$work/0" 2>/dev/null
  while [ -n "$stage" ]; do
    local from=$work/$k to=$work/$((k + 1)) out
    [ "$stage" = settle ] && out=$work/plan || out=$to/shared
    "${bedarf[@]}" part "$stage" --shared "$from/shared" --in "$from" --out "$to"
    stage=$("${bedarf[@]}" join "$stage" "$to"/*.sums --shared "$from/shared" --out "$out")
    k=$((k + 1))
  done
}

# check NAME OPTIONS…: the plan with these options in one process and in parts
check() {
  local name=$1
  shift
  "${bedarf[@]}" plan "${files[@]}" "$@" --out "$folder/one" 2>/dev/null
  for parts in 1 8 37; do
    in_parts "$parts" "$@"
    cmp "$folder/one/run.json" "$folder/work/plan/run.json"
    echo "$name, $items items in $parts parts: the same run.json"
  done
}
check "plain plan"
check "last run, budget, service of the assortment" --previous "$folder/last" --budget "$((items * 1000))" --config "$folder/config.json"
