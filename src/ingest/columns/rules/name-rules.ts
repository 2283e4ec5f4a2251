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

/** "Variant" beside a stock-keeping number that stands for one variant alone says nothing that the number does not. */
export const variantOfCode: Rule = (candidate, all, look) => {
  const { field, column } = candidate;
  if (field !== "variant" || look.kind !== "orders") return candidate;
  const codes = all.filter(
    (other) =>
      other.field === "item" && other.exact && /(sku|customlabel)$/.test(look.keys[other.column] ?? ""),
  );
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
