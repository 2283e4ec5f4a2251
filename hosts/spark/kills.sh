#!/usr/bin/env bash
# Processes of a plan on Spark are killed while it runs: the driver (JVM, then its Python) ends it, and nothing of it may
# stay; in the run after that a node child, a Python worker and an executor, which Spark must bear. run.json must be that
# of one machine.
# usage: hosts/spark/kills.sh [FOLDER]     BEDARF_PYTHON: a python3 with pyspark, pyarrow and pandas
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${BEDARF_PYTHON:-python3}
if ! command -v java >/dev/null || ! "$python" -c 'import pyspark, pyarrow, pandas' 2>/dev/null; then
  echo "skipped: Spark needs java, and $python with pyspark, pyarrow and pandas"
  exit 0
fi
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
export PYSPARK_PYTHON=$python SPARK_LOCAL_IP=127.0.0.1
SPARK_HOME=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
export SPARK_HOME
# every process of these runs inherits it, so that none of another's is found
export BEDARF_KILLS="kills-$$"
w=datasets/werkstatt
files=("$w/lagerbewegungen-2026-10-16.csv" --items "$w/artikel.csv" --suppliers "$w/lieferanten.csv" --as-of 2026-09-30)
node bin/node.js bin/bedarf.js plan "${files[@]}" --out "$folder/one" 2>/dev/null
log=$folder/spark.log

# processes of the runs whose command line holds $1
ours() {
  local pid
  for pid in $(pgrep -f -- "$1" || true); do
    if { tr "\\0" "\\n" <"/proc/$pid/environ"; } 2>/dev/null | grep -qx "BEDARF_KILLS=$BEDARF_KILLS"; then echo "$pid"; fi
  done
}
start() {
  node bin/node.js bin/bedarf.js spark plan --lines "${files[@]}" --parts 5 --master 'local-cluster[2,1,1024]' \
    --work "$folder/work" --out "$folder/spark" 2>"$log" &
  job=$!
}
# waits until stage $1 runs, then kills the first process of the run whose command line holds $2
strike() {
  local stage=$1 what=$2 pid=""
  until grep -q "bedarf: $stage" "$log"; do
    kill -0 "$job" 2>/dev/null || { echo "the run ended before $stage"; tail -40 "$log"; exit 1; }
    sleep 0.2
  done
  until [ -n "$(ours "part $stage")" ]; do kill -0 "$job" || exit 1; sleep 0.05; done
  pid=$(ours "$what" | head -1)
  [ -n "$pid" ] || { echo "no process of $what"; exit 1; }
  kill -9 "$pid"
  echo "$stage: $3 killed"
}
# a killed driver fails its run, and all its processes end within a minute
ended() {
  if wait "$job"; then echo "a run without its driver ended well"; exit 1; fi
  local second
  for second in $(seq 60); do
    [ -z "$(ours 'java|pyspark|part ')" ] && { echo "  no process left after $second s"; return; }
    sleep 1
  done
  echo "processes stay:"
  ps -o pid,ppid,args -p "$(ours 'java|pyspark|part ' | paste -sd,)"
  exit 1
}
start; strike signals SparkSubmit "driver (JVM)"; ended
start; strike learn 'hosts/spark/bedarf_spark.py' "driver (Python)"; ended
start
strike signals 'part signals' "node child"
strike learn 'pyspark.daemon' "Python workers of an executor"
strike forecast CoarseGrainedExecutorBackend "executor"
wait "$job" || { tail -40 "$log"; exit 1; }
cmp "$folder/one/run.json" "$folder/spark/run.json"
for second in $(seq 30); do
  [ -z "$(ours 'java|pyspark|part ')" ] && break
  sleep 1
done
[ -z "$(ours 'java|pyspark|part ')" ] || { echo "processes stay"; exit 1; }
echo "five kinds of processes killed: the same run.json, no process left"
