#!/usr/bin/env bash
# A plan over all cores of one machine with GNU parallel (or xargs): the stages of docs/scale.md, one part a process.
# usage: plan.sh WORK PARTS ORDERS… [--items F] [options of bedarf plan]     result folder: WORK/plan
set -euo pipefail
work=$1 parts=$2
shift 2
bedarf=${BEDARF:-bedarf}
$bedarf part demand "$@" --parts "$parts" --out "$work/0"
stage=signals
for ((k = 0; ; k++)); do
  from=$work/$k to=$work/$((k + 1))
  if command -v parallel >/dev/null; then
    parallel --halt now,fail=1 "$bedarf part $stage --shared $from/shared --in {} --out $to" ::: "$from"/*.part
  else
    printf '%s\0' "$from"/*.part | xargs -0 -P "$(nproc)" -I{} $bedarf part "$stage" --shared "$from/shared" --in {} --out "$to"
  fi
  if [ "$stage" = settle ]; then
    $bedarf join settle "$to"/*.sums --shared "$from/shared" --out "$work/plan"
    exit
  fi
  stage=$($bedarf join "$stage" "$to"/*.sums --shared "$from/shared" --out "$to/shared")
done
