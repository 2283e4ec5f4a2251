import type { Rule } from "./rule.ts";

/** A bare "Date" of open orders is the day of the order where another column says when it comes. */
export const bareDate: Rule = (candidate, all, look) => {
  const { field, column } = candidate;
  if (look.kind !== "open-orders" || field !== "date") return candidate;
  if (!/^(date|datum)$/.test(look.keys[column] ?? "")) return candidate;
  const other = all.some(
    (one) => one.field === "date" && one.exact && one.column !== column && one.score > 0.5,
  );
  return other ? { ...candidate, rank: 940_000 } : candidate;
};
