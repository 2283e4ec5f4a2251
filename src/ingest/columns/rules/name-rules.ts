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
