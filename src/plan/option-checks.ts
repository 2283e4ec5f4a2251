import { dayOf } from "../calendar/date.ts";
import { type Region, regionNamed, regionNames, regions } from "../calendar/regions.ts";
import type { Fault } from "../fault.ts";
import type { IsoDate } from "../order.ts";

/** What a check asks the engine for: whoever only shows the options need not load tables and sentences. */
export interface Known {
  readonly models: readonly string[];
  /** Throws what is wrong as a UsageError. */
  readonly refuse: (fault: Fault) => never;
}

/** Texts for people: no control characters. */
const plain = { pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f]*$" };

/** What a check takes, as JSON Schema says it. */
type Shape = Readonly<Record<string, unknown>>;

/** The value of an option as a plan takes it; refuses with the option's name, the rule and what came. */
export interface Check<T> {
  (value: unknown, name: string, known: Known): T;
  /** The same as JSON Schema, for the API's description. */
  shape(known: Pick<Known, "models">): Shape;
}

/** A check and its shape, which say the same. */
const checking = <T>(
  shape: Check<T>["shape"],
  check: (value: unknown, name: string, known: Known) => T,
): Check<T> => Object.assign(check, { shape });

const mostSaid = 200;

/** A value as an error says it, whatever it is: lists in lists without end and objects without a text too. */
function said(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value).slice(0, mostSaid);
  try {
    return JSON.stringify(value).slice(0, mostSaid);
  } catch {
    return Array.isArray(value) ? "[…]" : "{…}";
  }
}

/** A civil date that exists. */
export const day = checking<IsoDate>(
  () => ({ type: "string", format: "date" }),
  (value, name, known) => {
    if (typeof value !== "string" || Number.isNaN(dayOf(value)))
      return known.refuse({ code: "no-such-day", name, got: said(value) });
    return value;
  },
);

/** A number from `low` to `high`. */
export const number = (low: number, high: number): Check<number> =>
  checking(
    () => ({ type: "number", minimum: low, maximum: high }),
    (value, name, known) => {
      if (typeof value !== "number" || !(value >= low && value <= high))
        return known.refuse({ code: "number-outside", name, low, high, got: said(value) });
      return value;
    },
  );

/** A number from `low` to `high`, rounded. */
export function whole(low: number, high: number): Check<number> {
  const within = number(low, high);
  return checking(within.shape, (...asked) => Math.round(within(...asked)));
}

/** The least percent that is taken for one: 1.5 is a slip (150 % as a share), and nobody plans for 1.5 percent. */
const leastPercent = 10;

/** A share between 0 and 1; values above 1 are percent. @example serviceLevel(95, "serviceLevel", known) // 0.95 */
export const serviceLevel = checking<number>(
  () => ({
    type: "number",
    exclusiveMinimum: 0,
    exclusiveMaximum: 100,
    not: { minimum: 1, exclusiveMaximum: leastPercent },
  }),
  (value, name, known) => {
    const given = number(0, 100)(value, name, known);
    const share = given > 1 ? given / 100 : given;
    if (!(share > 0 && share < 1) || (given > 1 && given < leastPercent))
      return known.refuse({ code: "service-outside", name, got: String(given) });
    return share;
  },
);

/** true or false. */
export const boolean = checking<boolean>(
  () => ({ type: "boolean" }),
  (value, name, known) => {
    if (typeof value !== "boolean") return known.refuse({ code: "not-a-boolean", name });
    return value;
  },
);

/** A check that knows everything it takes: what a form offers. */
type Choice<T extends string> = Check<T> & { readonly choices: readonly T[] };

/** One of a few texts. */
export function oneOf<const T extends string>(...choices: readonly T[]): Choice<T> {
  const check = checking<T>(
    () => ({ type: "string", enum: [...choices] }),
    (value, name, known) => {
      const found = choices.find((one) => one === value);
      if (found === undefined)
        return known.refuse({ code: "not-one-of", name, known: choices, got: said(value) });
      return found;
    },
  );
  return Object.assign(check, { choices });
}

const keys = oneOf("item", "item,location");

/** What is planned by itself; a list of fields as their names with commas. */
export const planKey = checking<"item" | "item,location">(
  (known) => ({
    anyOf: [keys.shape(known), { enum: [["item"], ["item", "location"]] }],
  }),
  (value, ...where) =>
    keys(
      typeof value === "string" || Array.isArray(value) ? String(value).replace(/\s/g, "") : value,
      ...where,
    ),
);

/** null, or what `check` takes. */
export const orNull = <T>(check: Check<T>): Check<T | null> =>
  checking(
    (known) => ({ anyOf: [check.shape(known), { type: "null" }] }),
    (value, ...where) => (value === null ? null : check(value, ...where)),
  );

/** An object of values by a name of the user's own. */
export const byName = <T>(check: Check<T>): Check<Readonly<Record<string, T>>> =>
  checking(
    (known) => ({ type: "object", propertyNames: plain, additionalProperties: check.shape(known) }),
    (value, name, known) => {
      if (typeof value !== "object" || value === null || Array.isArray(value))
        return known.refuse({ code: "numbers-expected", name, got: said(value) });
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, check(one, `${name}.${key}`, known)]),
      );
    },
  );

/** Any text. */
export const text = checking<string>(
  () => ({ type: "string", ...plain }),
  (value, name, known) =>
    typeof value === "string" ? value : known.refuse({ code: "texts-expected", name }),
);

/** One value, or a list of them. */
export const list = <T>(check: Check<T>): Check<readonly T[]> =>
  checking(
    (known) => ({ anyOf: [check.shape(known), { type: "array", items: check.shape(known) }] }),
    (value, ...where) => (Array.isArray(value) ? value : [value]).map((one: unknown) => check(one, ...where)),
  );

const filter = /^(supplier|group|owner)=./;

/** Which items: supplier=…, group=… or owner=…. */
export const itemFilter = checking<string>(
  () => ({ type: "string", pattern: "^(supplier|group|owner)=[^\\u0000-\\u001f\\u007f-\\u009f]+$" }),
  (value, _, known) => {
    if (typeof value !== "string" || !filter.test(value))
      return known.refuse({ code: "only-not-valid", got: said(value) });
    return value;
  },
);

/** A region whose holidays are known. */
export const region = checking<Region>(
  () => ({ type: "string", enum: [...regionNames] }),
  (value, name, known) =>
    (typeof value === "string" ? regionNamed(value) : undefined) ??
    known.refuse({ code: "not-one-of", name, known: regions, got: said(value) }),
);

/** A model, or the combination of them. */
export const modelName = checking<string>(
  ({ models }) => ({ type: "string", enum: [...models] }),
  (value, name, known) => oneOf(...known.models)(value, name, known),
);
