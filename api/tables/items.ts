import { type TableName, type TableRow, tables } from "../../src/index.ts";
import { tableRows } from "./read.ts";

/** Columns that later runs do not ask for, and that cost most to read. */
const unread: Partial<Record<TableName, readonly string[]>> = {
  items: ["accuracy"],
  forecasts: ["fallback", "components"],
  suggestions: ["reasons", "attentionCodes", "asIs"],
};

/**
 * How much is read of each item: all of it; without what only people read (reasons, shares of the methods, accuracy);
 * without what is asked of the newest run alone (cumulative demand) either.
 */
type Depth = "whole" | "figures" | "earlier";

const cumulative = ["cumulativeMean", "cumulativeQuantiles"];

const columnsOf = (name: TableName, depth: Depth): string[] =>
  Object.keys(tables[name].columns).filter(
    (column) =>
      column !== "slot" &&
      !(depth !== "whole" && unread[name]?.includes(column)) &&
      !(depth === "earlier" && cumulative.includes(column)),
  );

/** Rows of a table, several an item, in the order of the items: those of one item when it is asked for. */
function rowsByItem(rows: AsyncGenerator<TableRow>): (item: string) => Promise<TableRow[]> {
  let next: TableRow | undefined;
  let ended = false;
  const advance = async () => {
    const read = await rows.next();
    ended = read.done === true;
    next = read.done === true ? undefined : read.value;
  };
  return async (item) => {
    if (next === undefined && !ended) await advance();
    const own: TableRow[] = [];
    while (next !== undefined && String(next.item) <= item) {
      if (next.item === item) own.push(next);
      await advance();
    }
    return own;
  };
}

/** Quantiles of all levels one after the other, cut into levels. */
function bandsOf(mean: unknown, levels: unknown, quantiles: unknown) {
  if (!(mean instanceof Float64Array && levels instanceof Float64Array && quantiles instanceof Float64Array))
    return undefined;
  const { length } = mean;
  return {
    mean,
    levels: [...levels],
    quantiles: Array.from(levels, (_, k) => quantiles.subarray(k * length, (k + 1) * length)),
  };
}

function historyOf({ item: _, partialStart, partial, ...row }: TableRow): object {
  return partial === undefined ? row : { ...row, partial: { start: partialStart, value: partial } };
}

function forecastOf(row: TableRow): object {
  const { mean, levels, quantiles, cumulativeMean, cumulativeQuantiles, ...rest } = row;
  return {
    ...rest,
    demand: bandsOf(mean, levels, quantiles),
    cumulative: bandsOf(cumulativeMean, levels, cumulativeQuantiles),
  };
}

/** The items of a result folder as plan.json has them, joined from its tables one after the other. */
export async function* itemsOf(folder: string, depth: Depth): AsyncGenerator<TableRow> {
  const rows = (name: TableName) => tableRows(folder, name, columnsOf(name, depth));
  const by = {
    series: rowsByItem(rows("series")),
    forecasts: rowsByItem(rows("forecasts")),
    signals: rowsByItem(rows("signals")),
    suggestions: rowsByItem(rows("suggestions")),
  };
  for await (const row of rows("items")) {
    const item = String(row.item);
    const [series] = await by.series(item);
    const [forecast] = await by.forecasts(item);
    const signals = await by.signals(item);
    const [suggestion = null] = await by.suggestions(item);
    if (series === undefined || forecast === undefined)
      throw new Error(`${folder}: series or forecast of item ${item} is missing in its tables`);
    yield {
      ...row,
      history: historyOf(series),
      forecast: forecastOf(forecast),
      signals: signals.map(({ item: _, ...signal }) => signal),
      suggestion,
      accuracy: row.accuracy ?? null,
    };
  }
}
