#!/usr/bin/env bash
# The bundled example on a Spark cluster of two local workers and on one machine: run.json must be the same.
# usage: hosts/spark/check.sh [FOLDER]     BEDARF_PYTHON: a python3 with pyspark, pyarrow and pandas
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${BEDARF_PYTHON:-python3}
if ! command -v java >/dev/null || ! "$python" -c 'import pyspark, pyarrow, pandas' 2>/dev/null; then
  echo "skipped: Spark needs java, and $python with pyspark, pyarrow and pandas"
  exit 0
fi
folder=${1:-$(mktemp -d)}
export PYSPARK_PYTHON=$python SPARK_LOCAL_IP=127.0.0.1
SPARK_HOME=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
export SPARK_HOME
w=datasets/werkstatt
files=("$w/lagerbewegungen-2026-10-16.csv" --items "$w/artikel.csv" --suppliers "$w/lieferanten.csv" --as-of 2026-09-30)
node bin/node.js bin/bedarf.js plan "${files[@]}" --out "$folder/one" 2>/dev/null
node bin/node.js bin/bedarf.js spark plan --lines "${files[@]}" --parts 5 --master 'local-cluster[2,1,1024]' \
  --out "$folder/spark" 2>"$folder/spark.log" || { tail -40 "$folder/spark.log"; exit 1; }
cmp "$folder/one/run.json" "$folder/spark/run.json"
echo "Spark with two workers: the same run.json"
