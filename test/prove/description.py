"""Hooks of schemathesis for `npm run prove -- description`: what no schema can say and every fitting request needs.

Files and lines of JSON are given a content that means something, a key is never used for two requests, and a replay
ends after its begin. Requests that are meant not to fit stay as they were made.
"""

import json
import uuid

import schemathesis

ORDERS = "order,line,item,date,quantity\n" + "".join(
    f"D{m},1,A{1 + m % 4},202{3 + m // 12}-{1 + m % 12:02d}-15,{10 + m % 7}\n" for m in range(30)
)
SERIES = {"item": "A1", "bucket": "month", "start": "2023-01-01", "values": list(range(10, 34)), "horizon": 3}
LINES = {
    "/v1/forecast": SERIES,
    "/v1/signals": SERIES,
    "/v1/suggest": {**SERIES, "onHand": 5, "leadTimeDays": 14, "unitCost": 2},
    "/v1/plans/{id}/decisions": {"item": "A1", "action": "reject"},
}
FILES = {"/v1/uploads", "/v1/inspect"}


@schemathesis.serializer(
    "application/x-ndjson",
    "text/csv",
    "application/gzip",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
)
def as_bytes(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


def fits(case):
    return case.meta is None or case.meta.generation.mode.is_positive


@schemathesis.hook
def before_call(ctx, case, **kwargs):
    if not fits(case):
        return
    path = case.operation.path
    if case.headers is not None and "Idempotency-Key" in case.headers:
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
    if path in LINES and case.method == "POST":
        case.body = (json.dumps(LINES[path]) + "\n").encode()
    if path in FILES and case.method == "POST":
        case.body = ORDERS.encode()
        case.query = {**(case.query or {}), "kind": "orders"}
    if path == "/v1/replays" and isinstance(case.body, dict) and {"from", "to"} <= case.body.keys():
        first, last = sorted([case.body["from"], case.body["to"]])
        case.body = {**case.body, "from": first, "to": last if last > first else "9999-12-31"}
