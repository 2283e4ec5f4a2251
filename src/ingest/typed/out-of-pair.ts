import { bareText } from "../cells/cells.ts";
import { scanNumberCell } from "../cells/column-values.ts";
import { keyPattern, normaliseHeading } from "../cells/heading-key.ts";
import type { Movement } from "../cells/movements.ts";
import { isMissing, numberValue } from "../cells/numbers.ts";
import type { CodedTable } from "./coded-table.ts";

const outHeading = keyPattern(
  /(^out|out$|outquantity|quantityout|abgang|ausgang|issued|sortie|salida|saida|uscita|scaric[oah]|uscit[aeio]|uitgifte|uitgaand|wydan|rozchod|vydej|cikis|kiadas|izlaz|uttag|afgang|расход)/,
);
const inHeading = keyPattern(
  /(^in$|^in(quantity|menge|aantal|antal)|quantityin$|zugang|eingang|received|receipts?$|entree|entrada|entrat[aeio]|caric[oah]|ontvangst|inkomend|przyj|przychod|prijem|giris|bevetel|ulaz|inlever|tilgang|приход)/,
);

/**
 * True where the quantity is what went out, beside a column of what came in: no row has both, and each of the two has
 * rows of its own.
 */
function isOutOfPair({ mapping, table: { header }, profile }: CodedTable): boolean {
  const quantity = mapping.fields.get("quantity");
  const keyOf = (column: number): string => normaliseHeading(header[column] ?? "").key;
  if (quantity === undefined || !outHeading.test(keyOf(quantity))) return false;
  const into = profile.columns.find(
    ({ index, numberRate, filled }) =>
      index !== quantity && filled > 0 && numberRate > 0.9 && inHeading.test(keyOf(index)),
  );
  if (into === undefined) return false;
  const moves = (text = ""): boolean => !isMissing(text) && numberValue(scanNumberCell(text), "comma") !== 0;
  const rows = profile.head.map((cells) => [moves(cells[quantity]), moves(cells[into.index])] as const);
  return (
    rows.some(([out]) => out) && rows.some(([, came]) => came) && !rows.some(([out, came]) => out && came)
  );
}

/**
 * Movements where what went out stands beside what came in: documents that nothing explains, or whose word speaks of a
 * receipt, took out what stands under "Out".
 */
export function withPair(
  coded: CodedTable,
  byCode: readonly (Movement | undefined | null)[] | undefined,
  quantities: Float64Array,
): readonly (Movement | undefined | null)[] | undefined {
  const [kinds, amounts] = [coded.columns.get("kind"), coded.columns.get("quantity")];
  if (byCode === undefined || kinds === undefined || amounts === undefined || !isOutOfPair(coded))
    return byCode;
  const moved = new Set<number>();
  for (let k = 0; k < coded.length; k++)
    if (Math.abs(quantities[amounts.codes[k]]) > 0) moved.add(kinds.codes[k]);
  const isCode = (code: number): boolean => /^\d/.test(bareText(kinds.texts[code] ?? ""));
  return byCode.map((movement, code) => {
    const isIn = movement?.kind === "receipt" && !movement.reversal && !isCode(code) && moved.has(code);
    return isIn || movement === undefined ? { kind: "issue", reversal: false } : movement;
  });
}
