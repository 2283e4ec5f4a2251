import { type RunRecord, runItem, runParameter, runRecord } from "../../src/index.ts";
import { itemsOf } from "./items.ts";
import { jsonOf, tableRows } from "./read.ts";

type RunItem = RunRecord["items"][number];

/** Files of a result folder that its record is read from. */
export const recordNames: readonly string[] = [
  "run.json",
  "kpis.json",
  ...["items", "series", "forecasts", "signals", "suggestions", "parameters"].map(
    (name) => `${name}.parquet`,
  ),
];

/** Numbers of a block: an array of its own for each list costs as much as a list of thirty numbers. */
const blockLength = 1 << 16;

/** A list that says the same as the one before it is that one: items of a run have the same levels. */
function sharedLists(): (list: readonly number[]) => readonly number[] {
  let last: readonly number[] = [];
  return (list) => {
    if (list.length !== last.length || list.some((one, i) => one !== last[i])) last = list;
    return last;
  };
}

/** Keeps what is read in little room: numbers in few large blocks, a text that comes again once. */
function keeper() {
  const texts = new Map<string, string>();
  let block = new Float64Array(0);
  let at = 0;
  const numbers = (list: Float64Array): Float64Array => {
    if (at + list.length > block.length) {
      block = new Float64Array(Math.max(blockLength, list.length));
      at = 0;
    }
    const kept = block.subarray(at, at + list.length);
    kept.set(list);
    at += list.length;
    return kept;
  };
  const text = <T extends string>(one: T): T => {
    if (!texts.has(one)) texts.set(one, one);
    return (texts.get(one) ?? one) as T;
  };
  const levels = sharedLists();
  return (item: RunItem): RunItem => {
    const { history, forecast, suggestion, group, currency } = item;
    const { start, model, mean, upper, cumulative } = forecast;
    return {
      ...item,
      ...(group === undefined ? {} : { group: text(group) }),
      ...(currency === undefined ? {} : { currency: text(currency) }),
      history: { start: text(history.start), values: numbers(history.values) },
      forecast: {
        ...forecast,
        start: text(start),
        model: text(model),
        mean: numbers(mean),
        ...(upper === undefined ? {} : { upper: numbers(upper) }),
        ...(cumulative === undefined
          ? {}
          : {
              cumulative: {
                ...cumulative,
                levels: levels(cumulative.levels),
                values: numbers(cumulative.values),
              },
            }),
      },
      suggestion: suggestion === null ? null : { ...suggestion, orderBy: text(suggestion.orderBy) },
    };
  };
}

/**
 * What later runs need of a result folder, read from its tables: one item after the other, so that any size is read.
 * @param isNewest false for a run that a newer one is compared with
 */
export async function recordOfTables(folder: string, isNewest: boolean): Promise<RunRecord> {
  const run = jsonOf(folder, "run.json");
  const head = runRecord({ ...Object(run), kpis: jsonOf(folder, "kpis.json"), items: [] });
  const parameters = new Map<string, NonNullable<ReturnType<typeof runParameter>>[1]>();
  for await (const row of tableRows(folder, "parameters", ["item", "basis", "basisOld", "reorderPointOld"])) {
    const parameter = runParameter(row);
    if (parameter !== undefined) parameters.set(...parameter);
  }
  const items: RunItem[] = [];
  const kept = keeper();
  for await (const item of itemsOf(folder, isNewest ? "figures" : "earlier"))
    items.push(kept(runItem(item, items.length, head.bucket, parameters)));
  return { ...head, items };
}
