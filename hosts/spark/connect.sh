#!/usr/bin/env bash
# The bundled example through a Spark Connect server of its own (sc://127.0.0.1) and on one machine: run.json must be the
# same.
# usage: hosts/spark/connect.sh [FOLDER]
# BEDARF_PYTHON: a python3 with pyspark, pyarrow, pandas, grpcio, grpcio-status, googleapis-common-protos and zstandard
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${BEDARF_PYTHON:-python3}
if ! command -v java >/dev/null || ! "$python" -c 'import pyspark, pyarrow, pandas, grpc, grpc_status, zstandard' 2>/dev/null; then
  echo "skipped: Spark Connect needs java, and $python with pyspark, pyarrow, pandas, grpcio, grpcio-status, googleapis-common-protos and zstandard"
  exit 0
fi
folder=${1:-$(mktemp -d)}
port=${PORT:-15102}
mkdir -p "$folder"
export PYSPARK_PYTHON=$python SPARK_LOCAL_IP=127.0.0.1
SPARK_HOME=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
export SPARK_HOME
w=datasets/werkstatt
files=("$w/lagerbewegungen-2026-10-16.csv" --items "$w/artikel.csv" --suppliers "$w/lieferanten.csv" --as-of 2026-09-30)
node bin/node.js bin/bedarf.js plan "${files[@]}" --out "$folder/one" 2>/dev/null
"$SPARK_HOME/bin/spark-submit" --master 'local-cluster[2,1,1024]' --conf spark.connect.grpc.binding.port="$port" \
  --conf spark.ui.enabled=false --class org.apache.spark.sql.connect.service.SparkConnectServer \
  "$SPARK_HOME"/jars/spark-connect_*.jar >"$folder/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true' EXIT
until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
  kill -0 "$server" 2>/dev/null || { tail -20 "$folder/server.log"; exit 1; }
  sleep 0.5
done
node bin/node.js bin/bedarf.js spark plan --lines "${files[@]}" --parts 5 --remote "sc://127.0.0.1:$port" \
  --work "$folder/work" --out "$folder/spark" 2>"$folder/spark.log" || { tail -20 "$folder/spark.log" "$folder/server.log"; exit 1; }
cmp "$folder/one/run.json" "$folder/spark/run.json"
echo "Spark Connect: the same run.json"
