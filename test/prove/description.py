"""Hooks of schemathesis for `npm run prove -- description`: what no schema can say and every fitting request needs.

Files and lines of JSON are given a content that means something, a key is never used for two requests, and a replay
ends after its begin. Requests that are meant not to fit stay as they were made.
"""

import json
import uuid

import schemathesis
from schemathesis.transport.serialization import Binary

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
    return value.data if isinstance(value, Binary) else str(value).encode("utf-8", "surrogatepass")


def fits(case):
    if case.meta is None:
        return True
    parts = [case.meta.generation, *case.meta.components.values()]
    return all(part.mode.is_positive for part in parts)


def in_order(days):
    """A span of days whose end does not lie before its begin; None where that is not asked for."""
    if not isinstance(days, dict) or not {"from", "to"} <= days.keys():
        return days
    first, last = sorted([days["from"], days["to"]])
    return {**days, "from": first, "to": last if last > first else "9999-12-31"}


@schemathesis.hook
def before_call(ctx, case, **kwargs):
    path = case.operation.path
    # Names come from earlier answers: what the other requests need stays.
    if case.method == "DELETE" and path.startswith(("/v1/uploads/", "/v1/tokens/")):
        case.path_parameters = {name: "gone" for name in case.path_parameters}
    if not fits(case):
        return
    if case.headers is not None and "Idempotency-Key" in case.headers:
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
    # Nobody can guess the version that holds now.
    if case.headers is not None and "If-Match" in case.headers:
        case.headers["If-Match"] = "*"
    if path in LINES and case.method == "POST":
        case.body = json.dumps(LINES[path]) + "\n"
    if path in FILES and case.method == "POST":
        case.body = ORDERS
        case.query = {**(case.query or {}), "kind": "orders"}
    if path == "/v1/replays":
        case.body = in_order(case.body)
    if path == "/v1/settings" and isinstance(case.body, dict) and "calendar" in case.body:
        case.body = {**case.body, "calendar": [in_order(row) for row in case.body["calendar"]]}
