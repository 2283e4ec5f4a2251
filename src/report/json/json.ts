import { significant } from "../significant.ts";

const number = (x: number): string => (Number.isFinite(x) ? significant(x) : "null");

/**
 * JSON of plain data: numbers with at most nine significant digits, NaN and infinities as null, typed arrays as
 * lists, undefined fields left out, fields in the order in which they were set.
 * @example json({ a: 1 / 3, b: undefined, c: new Float64Array([1, NaN]) }) // '{"a":0.333333333,"c":[1,null]}'
 */
export function json(value: unknown): string {
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "boolean") return value ? "true" : "false";
  if (value === null || value === undefined || typeof value !== "object") return "null";
  if (value instanceof Float64Array) return `[${Array.from(value, number).join(",")}]`;
  if (Array.isArray(value)) return `[${value.map(json).join(",")}]`;
  return fieldsJson(Object.entries(value));
}

/** An object from its fields. */
export const fieldsJson = (fields: readonly (readonly [string, unknown])[]): string =>
  `{${fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}:${json(value)}`)
    .join(",")}}`;

/** An object with the named fields first, in that order, then its further ones. */
export function orderedJson(of: object, first: readonly string[]): string {
  const fields = new Map<string, unknown>(Object.entries(of));
  const named = first.map((name): [string, unknown] => [name, fields.get(name)]);
  for (const name of first) fields.delete(name);
  return fieldsJson([...named, ...fields]);
}
