import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import { lineKinds } from "../../order.ts";
import { bareText } from "../cells/cells.ts";
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

/** Asks what the words of the kind column mean, where lines without them would be too few to plan on. */
export function unknownKinds(
  coded: CodedTable,
  byCode: readonly (Movement | undefined | null)[],
  quantities: Float64Array,
): Issue[] {
  const { texts = [] } = coded.columns.get("kind") ?? {};
  const counts = linesOfKinds(coded, quantities);
  const unknown = texts.flatMap((each, code) =>
    byCode[code] === undefined && counts[code] > 0 ? [{ text: bareText(each), count: counts[code] }] : [],
  );
  const lines = unknown.reduce((sum, { count }) => sum + count, 0);
  if (lines <= mostUnknown * coded.length) return [];
  const column = columnName(coded, "kind");
  return unknown.slice(0, 12).map(({ text }): Issue => {
    const likely = likelyKind(text);
    const candidates =
      likely === undefined ? lineKinds : [likely, ...lineKinds.filter((kind) => kind !== likely)];
    const question = { id: `kind:${coded.mapping.fingerprint}:${text}`, candidates };
    return { code: "kind-unknown", severity: "error", ...defined({ column }), text, question };
  });
}
