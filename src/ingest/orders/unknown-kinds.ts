import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import { type LineKind, lineKinds } from "../../order.ts";
import { bareText } from "../cells/cells.ts";
import { directionWord } from "../cells/direction-words.ts";
import { likelyKind, type Movement } from "../cells/movements.ts";
import { isMissing } from "../cells/numbers.ts";
import { type CodedTable, textAt } from "../typed/coded-table.ts";
import { columnName } from "../typed/styles.ts";

/** More lines than this share of an unknown kind are asked about before any line is read. */
const mostUnknown = 0.02;

/** How many lines with an item and a quantity each kind has: a fee or a payout has neither. */
function linesOfKinds(coded: CodedTable, quantities: Float64Array): Float64Array {
  const [kinds, amounts] = [coded.columns.get("kind"), coded.columns.get("quantity")];
  const lines = new Float64Array(kinds?.texts.length ?? 0);
  if (kinds === undefined || amounts === undefined) return lines;
  for (let k = 0; k < coded.length; k++) {
    const isLine =
      !Number.isNaN(quantities[amounts.codes[k]]) && !isMissing(bareText(textAt(coded, "item", k)));
    if (isLine) lines[kinds.codes[k]] += 1;
  }
  return lines;
}

/** Whether the lines of a code take as much of each item out as they bring in on the same day. */
function movedElsewhere(coded: CodedTable, quantities: Float64Array): (code: number) => boolean {
  const [kinds, amounts] = [coded.columns.get("kind"), coded.columns.get("quantity")];
  const sums = new Map<number, Map<string, number>>();
  const hasBoth = new Set<number>();
  for (let k = 0; kinds !== undefined && amounts !== undefined && k < coded.length; k++) {
    const amount = quantities[amounts.codes[k]];
    if (!(Math.abs(amount) > 0)) continue;
    const key = `${textAt(coded, "item", k)}\u001f${textAt(coded, "date", k)}`;
    const own = sums.get(kinds.codes[k]) ?? new Map<string, number>();
    const before = own.get(key);
    if (before !== undefined && before * amount < 0) hasBoth.add(kinds.codes[k]);
    sums.set(kinds.codes[k], own.set(key, (before ?? 0) + amount));
  }
  return (code) =>
    hasBoth.has(code) && [...(sums.get(code)?.values() ?? [])].every((sum) => Math.abs(sum) < 1e-9);
}

/** What a code likely is by its signs, where some codes stand beside quantities below zero alone and others above it. */
function likelyBySign(coded: CodedTable, quantities: Float64Array): (code: number) => LineKind | undefined {
  const [kinds, amounts] = [coded.columns.get("kind"), coded.columns.get("quantity")];
  const signs = new Map<number, Set<number>>();
  for (let k = 0; kinds !== undefined && amounts !== undefined && k < coded.length; k++) {
    const way = directionWord(bareText(textAt(coded, "direction", k)));
    const sign = way === 0 ? Math.sign(quantities[amounts.codes[k]]) : way;
    const known = signs.get(kinds.codes[k]) ?? new Set();
    signs.set(kinds.codes[k], sign === 1 || sign === -1 ? known.add(sign) : known);
  }
  const isMoved = movedElsewhere(coded, quantities);
  const signOf = (code: number): number => {
    const [sign = 0, ...more] = signs.get(code) ?? [];
    return more.length > 0 ? 0 : sign;
  };
  const all = [...signs.keys()].map(signOf);
  if (!all.includes(1) || !all.includes(-1)) return (code) => (isMoved(code) ? "transfer" : undefined);
  return (code) => {
    if (isMoved(code)) return "transfer";
    const sign = signOf(code);
    return sign > 0 ? "receipt" : sign < 0 ? "issue" : undefined;
  };
}

/** Asks what the words of the kind column mean, where lines without them would be too few to plan on. */
export function unknownKinds(
  coded: CodedTable,
  byCode: readonly (Movement | undefined | null)[],
  quantities: Float64Array,
): Issue[] {
  const { texts = [] } = coded.columns.get("kind") ?? {};
  const counts = linesOfKinds(coded, quantities);
  const bySign = likelyBySign(coded, quantities);
  const unknown = texts.flatMap((each, code) =>
    byCode[code] === undefined && counts[code] > 0
      ? [{ text: bareText(each), count: counts[code], sign: bySign(code) }]
      : [],
  );
  const lines = unknown.reduce((sum, { count }) => sum + count, 0);
  if (lines <= mostUnknown * coded.length) return [];
  const column = columnName(coded, "kind");
  return unknown.slice(0, 12).map(({ text, sign }): Issue => {
    const said = likelyKind(text);
    const isWay = (kind: LineKind | undefined): boolean => kind === "receipt" || kind === "issue";
    // "Production line" with a minus is what the production took.
    const likely = said === undefined || (isWay(said) && isWay(sign)) ? (sign ?? said) : said;
    const candidates =
      likely === undefined ? lineKinds : [likely, ...lineKinds.filter((kind) => kind !== likely)];
    const question = { id: `kind:${coded.mapping.fingerprint}:${text}`, candidates };
    return { code: "kind-unknown", severity: "error", ...defined({ column }), text, question };
  });
}
