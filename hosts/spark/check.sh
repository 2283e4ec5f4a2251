#!/usr/bin/env bash
# The bundled example on one machine, on a Spark cluster of two local workers and over a Spark Connect server (where
# Python has pyspark[connect]): run.json must be the same. With ITEMS, so many generated items of 50 lines on the cluster
# instead, and no Connect.
# usage: hosts/spark/check.sh [ITEMS]     BEDARF_PYTHON: a python3 with pyspark, pyarrow and pandas
set -euo pipefail
cd "$(dirname "$0")/../.."
items=${1:-}
python=${BEDARF_PYTHON:-python3}
if ! command -v java >/dev/null || ! "$python" -c 'import pyspark, pyarrow, pandas' 2>/dev/null; then
  echo "skipped: Spark needs java, and $python with pyspark, pyarrow and pandas"
  exit 0
fi
folder=$(mktemp -d)
server=""
finish() {
  [ -z "$server" ] || kill -TERM -- "-$server" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT
export PYSPARK_PYTHON=$python SPARK_LOCAL_IP=127.0.0.1
SPARK_HOME=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
export SPARK_HOME
bedarf=(node bin/node.js bin/bedarf.js)
w=datasets/werkstatt
files=("$w/lagerbewegungen-2026-10-16.csv" --items "$w/artikel.csv" --suppliers "$w/lieferanten.csv" --as-of 2026-09-30)
parts=(--parts 5)
if [ -n "$items" ]; then
  echo "generating $items items with $((items * 50)) lines" >&2
  node bin/node.js datasets/make/orders.ts --lines "$((items * 50))" --items "$items" --months 36 --seed 1 \
    --out "$folder/orders.csv" --items-out "$folder/items.csv"
  files=("$folder/orders.csv" --items "$folder/items.csv")
  parts=()
fi
echo "one machine: bedarf plan" >&2
"${bedarf[@]}" plan "${files[@]}" --out "$folder/one" 2>/dev/null

# on_spark NAME ADDRESS…: the same plan there, which must end with the same run.json
on_spark() {
  local name=$1
  shift
  echo "$name: bedarf spark plan" >&2
  "${bedarf[@]}" spark plan --lines "${files[@]}" "${parts[@]}" "$@" --out "$folder/spark" 2>"$folder/spark.log" ||
    { tail -40 "$folder/spark.log"; exit 1; }
  cmp "$folder/one/run.json" "$folder/spark/run.json"
  echo "$name: the same run.json"
  rm -rf "$folder/spark"
}
on_spark "Spark with two workers" --master 'local-cluster[2,1,1024]'

[ -z "$items" ] || exit 0
if ! "$python" -c 'import grpc, grpc_status, zstandard' 2>/dev/null; then
  echo "skipped: Spark Connect needs $python with pyspark[connect]"
  exit 0
fi
port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
SPARK_NO_DAEMONIZE=1 SPARK_LOG_DIR=$folder setsid "$SPARK_HOME/sbin/start-connect-server.sh" --master 'local[2]' \
  --driver-memory 1g --conf "spark.connect.grpc.binding.port=$port" >"$folder/connect.log" 2>&1 &
server=$!
for _ in $(seq 240); do
  (echo >"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
  sleep 0.5
done
on_spark "Spark Connect" --remote "sc://127.0.0.1:$port"
