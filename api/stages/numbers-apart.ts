/** Stands for a number; texts that begin like it get it once more in front. */
const mark = "\u0000";

/** The same data with every value put through `of`, keys in their order; what is neither list, map nor plain object stays. */
function mapped(value: unknown, of: (value: unknown) => unknown): unknown {
  if (typeof value !== "object" || value === null) return of(value);
  if (Array.isArray(value)) return value.map((one) => mapped(one, of));
  if (value instanceof Map)
    return new Map(Array.from(value, ([key, one]) => [mapped(key, of), mapped(one, of)] as const));
  if (value instanceof Set) return new Set(Array.from(value, (one) => mapped(one, of)));
  if (ArrayBuffer.isView(value)) return of(value);
  const plain = Object.getPrototypeOf(value);
  if (plain !== Object.prototype && plain !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one, of)]));
}

/**
 * Data with their numbers taken out into `numbers`, in order. How an engine holds a whole number (as one or as a floating-point
 * one) shows in the bytes of a structured clone and may differ from run to run; in a list of doubles it does not.
 */
export const withoutNumbers = (value: unknown, numbers: number[]): unknown =>
  mapped(value, (one) => {
    if (typeof one === "string") return one.startsWith(mark) ? mark + one : one;
    if (typeof one !== "number") return one;
    numbers.push(one);
    return mark;
  });

/**
 * Numbers in memory of their own: as a structured clone brings it, it may be a view of all the bytes that it was
 * read from, and would keep them.
 */
const alone = (value: object): object =>
  isNumbers(value) && value.buffer.byteLength > value.byteLength ? value.slice() : value;

const isNumbers = (value: object): value is Float64Array =>
  ArrayBuffer.isView(value) && !(value instanceof DataView) && !Buffer.isBuffer(value);

/** Data with their numbers put back in order. */
export const withNumbers = (value: unknown, numbers: Iterator<number>): unknown =>
  mapped(value, (one) => {
    if (typeof one === "object" && one !== null) return alone(one);
    if (one === mark) return numbers.next().value;
    return typeof one === "string" && one.startsWith(mark) ? one.slice(1) : one;
  });
