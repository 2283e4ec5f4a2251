import {
  buckets,
  dayOf,
  defaultPlanOptions,
  modelNames,
  type PlanOptions,
  planOptionTable,
  regionOf,
  UsageError,
} from "../../src/index.ts";
import { checkedExports, type Exports } from "./export-files.ts";

const date = (name: string, value: unknown): string | null => {
  if (value === null) return null;
  if (typeof value !== "string" || Number.isNaN(dayOf(value))) {
    throw new UsageError(`${name} must be an existing day YYYY-MM-DD, got ${String(value)}`);
  }
  return value;
};

const numberIn = (name: string, value: unknown, low: number, high: number): number => {
  if (typeof value !== "number" || !(value >= low && value <= high)) {
    throw new UsageError(`${name} must be a number from ${low} to ${high}, got ${String(value)}`);
  }
  return value;
};

const oneOf = <T extends string>(name: string, value: unknown, allowed: readonly T[]): T => {
  if (!(allowed as readonly unknown[]).includes(value)) {
    throw new UsageError(`${name} must be one of ${allowed.join(", ")}, got ${String(value)}`);
  }
  return value as T;
};

const numbersByName = (name: string, value: unknown): Record<string, number> => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UsageError(`${name} must be an object of numbers, got ${JSON.stringify(value)}`);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, number]) => [key, numberIn(`${name}.${key}`, number, 0, 1e12)]),
  );
};

/** A service level: values above 1 are percent. @example level("serviceLevel", 95) // 0.95 */
const level = (name: string, value: unknown): number => {
  const number = numberIn(name, value, 0, 100);
  const share = number > 1 ? number / 100 : number;
  if (!(share > 0 && share < 1))
    throw new UsageError(`${name} must lie between 0 and 1 (or 100 %), got ${number}`);
  return share;
};

/** How each option of a plan is checked; a name that is not here is a UsageError. */
const checks: { readonly [K in keyof PlanOptions]: (value: unknown) => PlanOptions[K] } = {
  asOf: (value) => date("asOf", value),
  stockDate: (value) => date("stockDate", value),
  bucket: (value) => oneOf("bucket", value, ["auto", ...buckets] as const),
  horizon: (value) => (value === null ? null : Math.round(numberIn("horizon", value, 1, 400))),
  serviceLevel: (value) => level("serviceLevel", value),
  serviceType: (value) => oneOf("serviceType", value, ["cycle", "fill"] as const),
  serviceByClass: (value) =>
    Object.fromEntries(
      Object.entries(numbersByName("serviceByClass", value)).map(([key, number]) => [
        key,
        level(`serviceByClass.${key}`, number),
      ]),
    ),
  serviceScope: (value) => oneOf("serviceScope", value, ["item", "assortment"] as const),
  withinBucket: (value) => oneOf("withinBucket", value, ["even", "observed"] as const),
  budget: (value) => (value === null ? null : numberIn("budget", value, 0, 1e15)),
  only: (value) => {
    const list = Array.isArray(value) ? value : [value];
    return list.map((one) => {
      if (typeof one !== "string" || !/^(supplier|group|owner)=./.test(one)) {
        throw new UsageError(`only must be supplier=…, group=… or owner=…, got ${String(one)}`);
      }
      return one;
    });
  },
  state: (value) => regionOf(String(value)),
  reviewDays: (value) => numberIn("reviewDays", value, 0, 3650),
  holdingRatePerYear: (value) => numberIn("holdingRatePerYear", value, 0, 10),
  orderCost: (value) => numberIn("orderCost", value, 0, 1e9),
  policy: (value) => oneOf("policy", value, ["auto", "rsS", "RS", "sQ", "sS", "min-max", "need"] as const),
  packTolerance: (value) => numberIn("packTolerance", value, 0, 1),
  changeCost: (value) => numberIn("changeCost", value, 0, 1e9),
  supplierOrderCost: (value) => numberIn("supplierOrderCost", value, 0, 1e9),
  frozenDays: (value) => Math.round(numberIn("frozenDays", value, 0, 3650)),
  reopenDrift: (value) => numberIn("reopenDrift", value, 0, 1e6),
  cashWeeks: (value) => Math.round(numberIn("cashWeeks", value, 1, 520)),
  fdr: (value) => numberIn("fdr", value, 0, 1),
  alarmBudget: (value) => Math.round(numberIn("alarmBudget", value, 0, 1e9)),
  stabilise: (value) => oneOf("stabilise", value, ["off", "auto", "strong"] as const),
  rates: (value) => numbersByName("rates", value),
  model: (value) => (value === null ? null : oneOf("model", value, modelNames)),
  overridesByPerson: (value) => {
    if (typeof value !== "boolean") throw new UsageError("overridesByPerson must be true or false");
    return value;
  },
};

/** A `--config` file (or API body), checked: options of the plan, and what concerns its doors. */
interface Config {
  readonly options: PlanOptions;
  readonly map: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, string>>;
  readonly export: Exports;
  /** Lets a batch job pass its volume guard. */
  readonly force: boolean;
}

const textsByName = (name: string, value: unknown): Record<string, string> => {
  const valid = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!valid || !Object.values(value).every((one) => typeof one === "string")) {
    throw new UsageError(`${name} must be an object of texts in the config`);
  }
  return value as Record<string, string>;
};

/** Checks a config and lays `flags` over it; an unknown option or impossible value is a UsageError in one line. */
export function checkedConfig(given: unknown, flags: Readonly<Record<string, unknown>> = {}): Config {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new UsageError("the config must be a JSON object of options: see bedarf config");
  }
  const options: PlanOptions = { ...defaultPlanOptions };
  const {
    map = {},
    answers = {},
    export: exports,
    force = false,
    ...planned
  } = given as Record<string, unknown>;
  for (const [name, value] of Object.entries({ ...planned, ...flags })) {
    if (!Object.hasOwn(planOptionTable, name)) {
      throw new UsageError(`unknown option ${name} in the config: bedarf config prints all of them`);
    }
    Object.assign(options, { [name]: checks[name as keyof PlanOptions](value) });
  }
  if (typeof force !== "boolean") throw new UsageError("force must be true or false in the config");
  return {
    options,
    map: textsByName("map", map),
    answers: textsByName("answers", answers),
    export: checkedExports(exports),
    force,
  };
}
