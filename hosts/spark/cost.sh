#!/usr/bin/env bash
# What Spark costs beside the node children it runs: processor seconds of both for plans of generated items, two workers.
# usage: hosts/spark/cost.sh ITEMS…     BEDARF_PYTHON: a python3 with pyspark, pyarrow and pandas
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${BEDARF_PYTHON:-python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export PYSPARK_PYTHON=$python SPARK_LOCAL_IP=127.0.0.1 CPU_LOG=$folder/cpu
SPARK_HOME=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
NODE=$(node bin/node.js -p process.execPath 2>/dev/null || command -v node)
export SPARK_HOME NODE
# stands in for node and writes down the processor seconds of each call
cat >"$folder/node" <<'SH'
#!/usr/bin/env bash
TIMEFORMAT="%U %S $2"
{ time "$NODE" "$@" 2>&3 >&4; } 3>&2 4>&1 2>>"$CPU_LOG"
SH
chmod +x "$folder/node"
for items in "$@"; do
  node bin/node.js datasets/make/orders.ts --lines $((items * 12)) --items "$items" --months 36 --seed 1 \
    --out "$folder/lines.csv" --items-out "$folder/items.csv" >/dev/null
  rm -rf "$CPU_LOG" "$folder/out"
  TIMEFORMAT="%U %S"
  whole=$({ time "$python" hosts/spark/bedarf_spark.py --node "$folder/node" --program "$PWD/bin/bedarf.js" \
    --lines "$folder/lines.csv" --items "$folder/items.csv" --parts $(((items + 599) / 600)) --tasks 2 \
    --master 'local-cluster[2,1,1024]' --out "$folder/out" 2>"$folder/log" >&2; } 2>&1) || { tail -20 "$folder/log"; exit 1; }
  awk -v items="$items" -v whole="$whole" '{ node += $1 + $2 } END { split(whole, w, " "); all = w[1] + w[2];
    printf "%d items: node %.1f s (%.2f ms an item), JVM and Python %.1f s (%.0f %%)\n",
      items, node, 1000 * node / items, all - node, 100 * (all - node) / node }' "$CPU_LOG"
done
