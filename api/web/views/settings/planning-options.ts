import type { PlanOptions } from "../../../../src/index.ts";
import { readTyped } from "../../language.ts";

/** Classes by value and by regularity. */
export const [abc, xyz] = [
  ["A", "B", "C"],
  ["X", "Y", "Z"],
] as const;

type Config = Readonly<Record<string, unknown>>;

/** Options as the form gives them; what is left empty is the default, whatever held before. Percent become shares. */
export function configOf(form: FormData, before: Config, mark?: string): Config {
  const numberOf = (name: string): number | undefined => readTyped(String(form.get(name) ?? ""), mark);
  const share = (name: string): number | undefined => {
    const x = numberOf(name);
    return x === undefined ? undefined : Number((x / 100).toPrecision(6));
  };
  const classes = abc.flatMap((a) => xyz.map((x) => [`${a}${x}`, share(`class-${a}${x}`)] as const));
  const given: { readonly [K in keyof PlanOptions]?: unknown } = {
    serviceLevel: share("serviceLevel"),
    serviceType: form.get("serviceType"),
    serviceByClass: Object.fromEntries(classes.filter(([, level]) => level !== undefined)),
    state: form.get("state"),
    reviewDays: numberOf("reviewDays"),
    holdingRatePerYear: share("holdingRatePerYear"),
    orderCost: numberOf("orderCost"),
    policy: form.get("policy"),
  };
  const set = Object.entries(given).filter(([, x]) => x !== undefined && x !== null);
  const currency = String(form.get("currency") ?? "")
    .trim()
    .toUpperCase();
  const kept = Object.entries(before).filter(([name]) => name !== "currency" && !Object.hasOwn(given, name));
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(set),
    ...(currency === "" ? {} : { currency }),
  };
}
