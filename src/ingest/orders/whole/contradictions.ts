import { bareText } from "../../cells/cells.ts";
import { type Movement, takesOut } from "../../cells/movements.ts";
import { type Answers, answerTo } from "../../questions.ts";
import type { CodedTable } from "../../typed/coded-table.ts";

/** Words of what is delivered, to customers or by suppliers. */
const delivered =
  /liefer|deliver|livrais|entreg|consegn|dostaw|dodavk|dodáv|levering|leverans|leverering|toimit|teslim|поставк/i;

/**
 * Movements without those that their sign contradicts: where what leaves has a minus, a "receipt" that always has one
 * may be what production took, and a "sale" that never has one what came back or in. They are asked about; a delivery
 * then came from a supplier.
 */
export function withoutContradiction(
  coded: CodedTable,
  byCode: readonly (Movement | undefined | null)[],
  quantities: Float64Array,
  answers: Answers | undefined,
): readonly (Movement | undefined | null)[] {
  const [kinds, amounts] = [coded.columns.get("kind"), coded.columns.get("quantity")];
  if (kinds === undefined || amounts === undefined) return byCode;
  const comesIn = new Set<number>();
  const goesOut = new Set<number>();
  for (let k = 0; k < coded.length; k++) {
    const quantity = quantities[amounts.codes[k]] ?? 0;
    if (quantity > 0) comesIn.add(kinds.codes[k]);
    if (quantity < 0) goesOut.add(kinds.codes[k]);
  }
  if (comesIn.size === 0) return byCode;
  return byCode.map((movement, code) => {
    const text = bareText(kinds.texts[code]);
    const isAnswered = answerTo(answers, `kind:${coded.mapping.fingerprint}:${text}`) !== undefined;
    const isIn =
      (movement?.kind === "receipt" || movement?.kind === "purchase") &&
      !movement.reversal &&
      !/^\d/.test(text);
    if (isIn && !isAnswered && goesOut.has(code) && !comesIn.has(code)) return undefined;
    const isOut = movement && takesOut(movement.kind) && !movement.reversal && !/^\d/.test(text);
    if (!isOut || isAnswered || goesOut.has(code) || !comesIn.has(code)) return movement;
    const others = byCode.some(
      (other, at) => other && at !== code && takesOut(other.kind) && goesOut.has(at) && !comesIn.has(at),
    );
    if (!others) return movement;
    return delivered.test(text) ? { kind: "receipt", reversal: false } : undefined;
  });
}
