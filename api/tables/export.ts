import type { Plan, TableName, TableRow } from "../../src/index.ts";
import { itemsOf } from "./items.ts";
import { jsonOf, tableRows } from "./read.ts";

async function collected(
  rows: AsyncIterable<TableRow>,
  isAsked: (row: TableRow) => boolean,
): Promise<TableRow[]> {
  const out: TableRow[] = [];
  for await (const row of rows) if (isAsked(row)) out.push(row);
  return out;
}

/**
 * The plan of a result folder, put together from its tables: what the run wrote, its issues in the order of their table.
 * @param chosen the items asked for; all where none are
 * @param most more items than this are refused by `tooMany`
 */
export async function planOfTables(
  folder: string,
  chosen: readonly string[],
  most: number,
  tooMany: () => never,
): Promise<Plan> {
  const names = new Set<unknown>(chosen);
  const isAsked = ({ item }: TableRow) => names.size === 0 || item === undefined || names.has(item);
  const items: TableRow[] = [];
  for await (const one of itemsOf(folder, "whole")) {
    if (!isAsked(one)) continue;
    items.push(one);
    if (items.length > most) tooMany();
  }
  const rows = (name: TableName) => collected(withoutSlot(tableRows(folder, name)), isAsked);
  const issues = (await rows("issues")).map(({ more, ...issue }) => ({ ...issue, ...Object(more) }));
  const changes = await rows("changes");
  const { tables: _, levels: __, pool: ___, compared, ...head } = Object(jsonOf(folder, "run.json"));
  return {
    ...head,
    items,
    kpis: jsonOf(folder, "kpis.json"),
    baskets: await rows("baskets"),
    openOrders: await rows("openOrders"),
    leadTimes: await rows("leadTimes"),
    cash: await rows("cash"),
    parameters: await rows("parameters"),
    issues,
    ...(compared === true ? { changes } : {}),
  };
}

async function* withoutSlot(rows: AsyncIterable<TableRow>): AsyncGenerator<TableRow> {
  for await (const { slot: _, ...row } of rows) yield row;
}
