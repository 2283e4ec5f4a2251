/**
 * An object without its undefined fields, for optional fields that are passed on.
 * @example defined({ a: 1, b: undefined }) // { a: 1 }
 */
export function defined<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept: { [K in keyof T]?: T[K] } = {};
  for (const name of Object.keys(fields) as (keyof T)[])
    if (fields[name] !== undefined) kept[name] = fields[name];
  return kept as { [K in keyof T]?: NonNullable<T[K]> };
}
