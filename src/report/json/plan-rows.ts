import { joined } from "../../bytes.ts";
import type { Plan, PlanItem } from "../../result.ts";
import type { Bucket } from "../../series.ts";
import { type ByteWriter, byteWriter } from "../byte-writer.ts";
import { basketFields, issueFields, parameterFields } from "../fields.ts";
import { writeForecast } from "./forecast-json.ts";
import { orderedJson } from "./json.ts";
import { signalJson, startOf, suggestionJson, writeItemEnd, writeItemStart } from "./plan-json.ts";

/** A row of one of the lists of a plan, for a store that keeps them apart. */
export interface ListRow {
  readonly kind: string;
  /** The item it is about, where it is about one. */
  readonly item: string | null;
  /** True for a suggestion with something to order. */
  readonly ordered: boolean;
  /** The row with the figures of plan.json; why a forecast or an issue fell back is a code, not a sentence. */
  readonly json: string;
}

const decoder = new TextDecoder();

/** What a function writes, as text: the figures are those of plan.json to the last digit. */
function written(write: (writer: ByteWriter) => void): string {
  const writer = byteWriter();
  write(writer);
  return decoder.decode(joined(writer.take()));
}

function* rowsOfItem(of: PlanItem, bucket: Bucket): Generator<ListRow> {
  const { item, signals, suggestion } = of;
  const row = (kind: string, json: string, ordered = false): ListRow => ({ kind, item, ordered, json });
  const head = written((writer) => {
    writeItemStart(writer, of);
    writeItemEnd(writer, of);
  });
  yield row("items", head);
  const { forecast } = of;
  yield row(
    "forecasts",
    written((writer) => writeForecast(writer, forecast, startOf(of, bucket), forecast.fallback)),
  );
  for (const signal of signals) yield row("signals", signalJson({ item, ...signal }));
  if (suggestion !== null) yield row("suggestions", suggestionJson(suggestion), suggestion.quantity > 0);
}

/**
 * Every list of a plan as rows, item by item, then what is about more than one item: a plan of any size is never one
 * text. Kinds are items, forecasts, signals and suggestions, and the names of the other lists of plan.json.
 */
export function* planRows(plan: Plan): Generator<ListRow> {
  for (const item of plan.items) yield* rowsOfItem(item, plan.bucket);
  const lists: readonly (readonly [string, readonly object[], readonly string[]])[] = [
    ["baskets", plan.baskets, basketFields],
    ["openOrders", plan.openOrders, []],
    ["leadTimes", plan.leadTimes, []],
    ["cash", plan.cash, []],
    ["issues", plan.issues, issueFields],
    ["parameters", plan.parameters, parameterFields],
    ["changes", plan.changes ?? [], []],
  ];
  for (const [kind, rows, fields] of lists)
    for (const row of rows) {
      const item = "item" in row && typeof row.item === "string" ? row.item : null;
      yield { kind, item, ordered: false, json: orderedJson(row, fields) };
    }
}
