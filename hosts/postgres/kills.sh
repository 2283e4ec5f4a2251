#!/usr/bin/env bash
# Two servers and three workers on a PostgreSQL of their own, killed, paused for a minute and cut off from the database
# while clients send files and order plans: nothing acknowledged may be lost, every plan has the same bytes.
# usage: hosts/postgres/kills.sh [KILLS (200)]     6 is the short form that `npm run prove -- --short shared` runs
set -euo pipefail
cd "$(dirname "$0")/../.."
PROVE_ROUNDS=${1:-200} exec node bin/node.js test/prove/prove.ts shared
