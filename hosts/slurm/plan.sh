#!/usr/bin/env bash
# A plan on a Slurm cluster: each stage is a job array over the parts, which lie in a folder that all nodes see.
# usage: plan.sh WORK PARTS ORDERS… [--items F] [options of bedarf plan]     result folder: WORK/plan
set -euo pipefail
work=$1 parts=$2
shift 2
bedarf=${BEDARF:-bedarf}
$bedarf part demand "$@" --parts "$parts" --out "$work/0"
stage=signals
for ((k = 0; ; k++)); do
  from=$work/$k to=$work/$((k + 1))
  # the array waits for its end; a task that failed ends the script, and the same call begins anew
  sbatch --wait --array=0-$((parts - 1)) --cpus-per-task=1 --mem=1G --requeue --wrap \
    "$bedarf part $stage --shared $from/shared --in $from/\$(printf %05d \$SLURM_ARRAY_TASK_ID).part --out $to"
  if [ "$stage" = settle ]; then
    $bedarf join settle "$to"/*.sums --shared "$from/shared" --out "$work/plan"
    exit
  fi
  stage=$($bedarf join "$stage" "$to"/*.sums --shared "$from/shared" --out "$to/shared")
done
