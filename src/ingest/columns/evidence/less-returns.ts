import type { Issue } from "../../../issue.ts";
import { cellText } from "../../cells/cells.ts";
import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import { type Answers, answerTo } from "../../questions.ts";
import { uniqueLabel } from "../column-names.ts";
import type { Field } from "../fields.ts";
import type { TableProfile } from "../profile.ts";
import { numbersOfColumn } from "./column-numbers.ts";
import type { DerivedField } from "./derived.ts";
import { isOtherThing } from "./only-columns.ts";

/** Headings of how many of a line were cancelled, or came back. */
const takenBack = keyPattern(
  /(cancel|kancel|^void|voided$|rembours|rimbors|reembols|terugbetaal|erstattet|gutgeschrieben|storn|annul|anulad|cancelad|geannul|anulow|zrusen|iptal|return|retour|retoure|refund|ruckgabe|rucksend|reso$|resi$|devuelt|devol|rendus|zwroc|zwrot|vracen|iade|palaut|tilbage|отмен|возвра)/,
);
const countWords = keyPattern(
  /(^davon|^thereof|^ofwhich|^dont|^dicui|^waarvan|^wtym|menge|quantity|units|items|artikel|articles|articoli|articulos|anzahl|stuck|pieces|qte|cantidad|quantita|aantal|antal|ilosc|mnozstvi|miktar|adet|aded|колич|^qt[ay]|^qtd|quantid|cantit|kolicin|mennyis|darab|maara|(stk|szt|kpl|buc|pcs)$)/,
);
/** Headings of how many came back, though there be one at most. */
export const severalBack = keyPattern(
  /(returns|retouren|retours|resi|devoluciones|devolucoes|zwroty|vratky|rucksendungen)$/,
);
/** Headings of why, when and for how much something came back. */
const otherWords =
  /((durch|by|door|przez|przezkogo|von|w?ith|mit)$|reason|grund|date|datum|number|nummer|reference|rate|quote|percent|prozent|status|shipment|cost|window|policy|order|document|beleg)/;

/** Headings of a quantity from which all of that is taken already. */
const net =
  /(net|netto|shipped|delivered|geliefert|fulfilled|invoiced|berechnet|expedie|livree?s?$|enviad|entregad|spedit|consegnat|evasa|verzonden|geleverd|wyslan|dostarczon|odeslan|dodan|skickad|levererad)/;

/** True for the name of a figure that counts what was taken back: "Returned", "Retouren Stk". */
export const saysTakenBack = (name: string): boolean => {
  const { key } = normaliseHeading(name);
  return takenBack.test(key) && !otherWords.test(key) && !isOtherThing("quantity", name);
};

type NumberOf = (cells: readonly string[]) => number;

/** A missing number as 0. */
const orNothing =
  (numberOf: NumberOf): NumberOf =>
  (cells) => {
    const value = numberOf(cells);
    return Number.isNaN(value) ? 0 : value;
  };

/**
 * The quantity of lines of which some was cancelled or came back, as columns beside it count: what was ordered less
 * that. No row has more taken back than it has, and not all are 0 or 1, which would be flags.
 */
export function lessReturns(
  profile: TableProfile,
  header: readonly string[],
  fields: ReadonlyMap<Field, number>,
  asked: { readonly print: string; readonly answers: Answers | undefined },
): { readonly derived?: DerivedField; readonly issues: readonly Issue[] } {
  const quantity = fields.get("quantity");
  const { key: named } = normaliseHeading(quantity === undefined ? "" : (header[quantity] ?? ""));
  if (quantity === undefined || takenBack.test(named) || net.test(named)) return { issues: [] };
  const taken = new Set(fields.values());
  const likely = profile.columns.filter(({ index, filled, numberRate, dateRate }) => {
    const heading = header[index] ?? "";
    const { key } = normaliseHeading(heading);
    return (
      !taken.has(index) &&
      filled > 0 &&
      numberRate > 0.95 &&
      dateRate < 0.5 &&
      takenBack.test(key) &&
      !otherWords.test(key) &&
      !isOtherThing("quantity", heading)
    );
  });
  const ordered = numbersOfColumn(profile, quantity);
  const found = likely.filter(({ index }) => {
    const values = profile.head.map(orNothing(numbersOfColumn(profile, index)));
    const isCount = [countWords, severalBack].some((words) =>
      words.test(normaliseHeading(header[index] ?? "").key),
    );
    return (
      values.some((value) => value > (isCount ? 0 : 1)) &&
      values.every((value, k) => value >= 0 && value <= Math.abs(orNothing(ordered)(profile.head[k] ?? [])))
    );
  });
  if (found.length === 0) return { issues: [] };
  const voids = found.find(({ index }) => ofTills.test(normaliseHeading(header[index] ?? "").key));
  const id = `voids:${asked.print}`;
  const inside =
    voids === undefined || voidsAreInside(profile, fields, voids.index, answerTo(asked.answers, id));
  if (inside === undefined) {
    const column = uniqueLabel(header, voids?.index ?? 0);
    const question = { id, candidates: ["taken-off", "beside"] };
    return { issues: [{ code: "voids-unclear", severity: "error", column, question }] };
  }
  if (!inside) found.splice(found.indexOf(voids), 1);
  if (found.length === 0 || isNet(profile, quantity, found)) return { issues: [] };
  const back = found.map(({ index }) => orNothing(numbersOfColumn(profile, index)));
  const of = (cells: readonly string[]): string => {
    const all = ordered(cells);
    const less = back.reduce((sum, numberOf) => sum + numberOf(cells), 0);
    return Number.isNaN(all)
      ? (cells[quantity] ?? "")
      : cellText(String(all < 0 ? all + less : all - less), 1);
  };
  const columns = [quantity, ...found.map(({ index }) => index)];
  return { derived: { field: "quantity", columns, of }, issues: [] };
}

/** True where another column holds what was ordered: the quantity and what was taken back together, in every row. */
function isNet(
  profile: TableProfile,
  quantity: number,
  found: readonly { readonly index: number }[],
): boolean {
  const parts = [quantity, ...found.map(({ index }) => index)];
  const partsOf = parts.map((column) => orNothing(numbersOfColumn(profile, column)));
  return profile.columns.some(({ index }) => {
    if (parts.includes(index)) return false;
    const whole = numbersOfColumn(profile, index);
    return profile.head.every((cells) => whole(cells) === partsOf.reduce((sum, of) => sum + of(cells), 0));
  });
}

/** Headings of what a till took back before it was paid. */
const ofTills = /^void|voided$/;

/** Whether the quantity holds what was voided: by an answer, else by what was paid, which is of what is left. */
function voidsAreInside(
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
  voids: number,
  answer: string | undefined,
): boolean | undefined {
  if (answer === "taken-off" || answer === "beside") return answer === "taken-off";
  const [quantity, price, amount] = (["quantity", "price", "amount"] as const).map((field) => {
    const column = fields.get(field);
    return column === undefined ? () => Number.NaN : numbersOfColumn(profile, column);
  });
  const voided = numbersOfColumn(profile, voids);
  const rows = profile.head.filter((cells) => orNothing(voided)(cells) > 0);
  const isPaid = (pieces: NumberOf): boolean =>
    rows.every((cells) => {
      const paid = pieces(cells) * (price?.(cells) ?? Number.NaN);
      return Math.abs(paid - (amount?.(cells) ?? Number.NaN)) <= 0.005 * Math.max(1, Math.abs(paid));
    });
  const isLeft = ({ index }: { readonly index: number }): boolean => {
    const left = numbersOfColumn(profile, index);
    return rows.every((cells) => left(cells) === (quantity?.(cells) ?? Number.NaN) - voided(cells));
  };
  if (profile.columns.some(isLeft)) return true;
  if (isPaid((cells) => (quantity?.(cells) ?? Number.NaN) - voided(cells))) return true;
  return isPaid((cells) => quantity?.(cells) ?? Number.NaN) ? false : undefined;
}
