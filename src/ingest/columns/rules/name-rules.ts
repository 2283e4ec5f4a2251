import { readIdentifier } from "../../cells/identifiers.ts";
import { isOtherThing } from "../evidence/only-columns.ts";
import { type Rule, texts } from "./rule.ts";

/** A name beside which nothing else is an item, of codes alone: "Nimike", "Bezeichnung" over A-1, B-20. */
export const nameOfCodes: Rule = (candidate, all, look) => {
  if (candidate.field !== "name" || look.kind !== "orders") return candidate;
  if (all.some(({ field, column }) => field === "item" && column !== candidate.column)) return candidate;
  const own = texts(look, candidate.column);
  const isCode = (text: string): boolean => /\d/.test(text) && /^[\p{L}\d][\p{L}\d./_-]{1,29}$/u.test(text);
  return own.length > 1 && own.every(isCode) ? { ...candidate, field: "item" } : candidate;
};

/** "Name" beside the lines of an order ("Lineitem name") is the number of the order. */
export const nameOfOrder: Rule = (candidate, _all, look) => {
  if (candidate.field !== "name" || look.kind !== "orders" || look.keys[candidate.column] !== "name")
    return candidate;
  return look.keys.some((key) => key.startsWith("lineitem")) ? { ...candidate, field: "order" } : candidate;
};

/** "Disposition" of order lines says how an item is planned only in words of planning: goods are sellable or damaged. */
export const planningWords: Rule = (candidate, _all, look) =>
  candidate.field === "planning" &&
  look.kind === "orders" &&
  !texts(look, candidate.column).some((text) =>
    /^(forecast|prognose|verbrauch|v[b12mv]$|requirement|bedarf|plangesteuert|pd$|mrp|none$|nd$)/i.test(text),
  )
    ? undefined
    : candidate;

/**
 * "Variant" says nothing where all items have the same one, nor beside a stock-keeping number that stands for one
 * variant alone.
 */
export const variantOfCode: Rule = (candidate, all, look) => {
  const { field, column } = candidate;
  if (field !== "variant" || look.kind !== "orders") return candidate;
  const items = all.filter((other) => other.field === "item" && other.exact && other.column !== column);
  const isSame = texts(look, column).length === 1;
  if (isSame && items.some((item) => texts(look, item.column).length > 1)) return undefined;
  const codes = items.filter((other) => /(sku|customlabel)$/.test(look.keys[other.column] ?? ""));
  const isOne = codes.some(({ column: code }) => {
    const variants = new Map<string, string>();
    return look.profile.head.every((cells) => {
      const [id, variant] = [cells[code] ?? "", cells[column] ?? ""];
      const known = variants.get(id);
      variants.set(id, variant);
      return id !== "" && (known === undefined || known === variant);
    });
  });
  return isOne ? undefined : candidate;
};

/** The day on which an item last moved is no day of its lines. */
export const lastDay: Rule = (candidate, _all, look) =>
  candidate.field === "date" && !candidate.exact && isOtherThing("date", look.raw[candidate.column] ?? "")
    ? undefined
    : candidate;

const isDamaged = (text: string): boolean => "problem" in readIdentifier(text);

/** Numbers that a spreadsheet destroyed ("4.00638E+12") name nothing where a whole number stands beside them. */
export const damagedItem: Rule = (candidate, all, look) => {
  if (candidate.field !== "item") return candidate;
  const own = texts(look, candidate.column);
  if (own.length === 0 || own.filter(isDamaged).length < 0.5 * own.length) return candidate;
  const isWhole = all.some(
    ({ field, column, score }) =>
      field === "item" && column !== candidate.column && score > 0.5 && !texts(look, column).some(isDamaged),
  );
  return isWhole ? undefined : candidate;
};

/** Two columns of one heading "Qty" say nothing of which is the quantity as ordered. */
export const equalQuantities: Rule = (candidate, _all, look) => {
  const key = look.keys[candidate.column] ?? "";
  const isRepeated = look.keys.filter((other) => other === key).length > 1;
  return candidate.field === "orderQuantity" && key === "quantity" && isRepeated ? undefined : candidate;
};
