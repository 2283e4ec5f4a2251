import type { Field } from "../fields.ts";
import type { TableProfile } from "../profile.ts";

/** Documents of several lines that prove an amount to be theirs; one where lines have an amount of their own. */
const fewest = 2;

/**
 * The fields without an amount that is that of the whole document: it is the same in all its lines, or stands in one
 * of them alone. `own` is a column of the amounts of lines, where one is proved. Other fields as they are.
 */
export function withoutDocumentAmount(
  fields: ReadonlyMap<Field, number>,
  { head }: TableProfile,
  said: ReadonlyMap<Field, number>,
  own: number | undefined,
): ReadonlyMap<Field, number> {
  const [amount, order] = [fields.get("amount"), fields.get("order")];
  if (amount === undefined || order === undefined || said.has("amount") || own === amount) return fields;
  const documents = new Map<string, string[]>();
  for (const cells of head) {
    const key = (cells[order] ?? "").trim();
    if (key !== "") documents.set(key, [...(documents.get(key) ?? []), (cells[amount] ?? "").trim()]);
  }
  const several = [...documents.values()].filter((amounts) => amounts.length > 1);
  const isWhole = (amounts: readonly string[]): boolean => {
    const filled = amounts.filter((one) => one !== "");
    return filled.length === amounts.length ? new Set(filled).size === 1 : filled.length === 1;
  };
  const differ = new Set([...documents.values()].flat()).size > 1;
  if (several.length < (own === undefined ? fewest : 1) || !differ || !several.every(isWhole)) return fields;
  return new Map([...fields].filter(([field]) => field !== "amount"));
}
