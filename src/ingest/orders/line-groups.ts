import { hashFloat, hashInteger } from "../../numeric/hash.ts";
import { lineKinds, type OrderLines } from "../../order.ts";

/** What it takes for two lines to be the same one. */
const byDocument = 0;
const byDay = 1;
const byContent = 2;

/** A column that tells lines apart, for those that need at least as much. */
interface TellingColumn {
  readonly values: Int32Array | Int16Array | Uint8Array | Float64Array;
  readonly need: number;
}

function tellingColumns(lines: OrderLines, rests: Int32Array | undefined): TellingColumn[] {
  const document = [lines.item, lines.order, lines.line, lines.kind];
  const content = [
    ...[lines.supplier, lines.quantity, lines.price, lines.location, lines.project, lines.unit],
    ...(rests === undefined ? [] : [rests]),
  ];
  return [
    ...document.map((values) => ({ values, need: byDocument })),
    { values: lines.day, need: byDay },
    ...content.map((values) => ({ values, need: byContent })),
  ];
}

const purchase = lineKinds.indexOf("purchase");

/**
 * What each line needs: an order line is one thing whatever its date, which may be changed; a document of movements
 * may post a line again another day; without a number only the whole content tells.
 */
function needsOf({ length, order, line, kind }: OrderLines): Uint8Array {
  const needs = new Uint8Array(length);
  for (let k = 0; k < length; k++)
    needs[k] = order[k] < 0 || line[k] < 0 ? byContent : kind[k] === purchase ? byDocument : byDay;
  return needs;
}

function hashesOf(columns: readonly TellingColumn[], needs: Uint8Array): Int32Array {
  const hashes = new Int32Array(needs.length).fill(17);
  for (const { values, need } of columns) {
    const hash = values instanceof Float64Array ? hashFloat : hashInteger;
    for (let k = 0; k < needs.length; k++) if (needs[k] >= need) hashes[k] = hash(hashes[k], values[k]);
  }
  return hashes;
}

/**
 * Group number of every line: lines that are the same one have equal numbers. `rests` are hashes of what the unnamed
 * columns of the lines hold. Open addressing, O(lines).
 */
export function lineGroups(
  lines: OrderLines,
  rests: Int32Array | undefined,
): { readonly of: Int32Array; readonly count: number } {
  const columns = tellingColumns(lines, rests);
  const needs = needsOf(lines);
  const hashes = hashesOf(columns, needs);
  // lines of one document and kind have equal needs
  const isSame = (a: number, b: number): boolean =>
    hashes[a] === hashes[b] &&
    columns.every(({ values, need }) => need > needs[a] || Object.is(values[a], values[b]));
  let size = 1024;
  while (size < lines.length * 2) size *= 2;
  const table = new Int32Array(size).fill(-1);
  const of = new Int32Array(lines.length);
  let count = 0;
  for (let k = 0; k < lines.length; k++) {
    let slot = hashes[k] & (size - 1);
    while (table[slot] >= 0 && !isSame(table[slot], k)) slot = (slot + 1) & (size - 1);
    if (table[slot] < 0) {
      table[slot] = k;
      of[k] = count++;
    } else of[k] = of[table[slot]];
  }
  return { of, count };
}
