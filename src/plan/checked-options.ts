import { UsageError } from "../errors.ts";
import { modelNames } from "../models/index.ts";
import type { Known } from "./option-checks.ts";
import { defaultPlanOptions, type PlanOptions, planOptionTable } from "./options.ts";

const known: Known = {
  models: modelNames,
  refuse: (fault) => {
    throw new UsageError(fault);
  },
};

const isOption = (name: string): name is keyof PlanOptions => Object.hasOwn(planOptionTable, name);

/**
 * Options of a plan as a user writes them, checked and laid over the defaults. Throws UsageError for an unknown name
 * and for an impossible value.
 * @example checkedOptions({ serviceLevel: 95 }).serviceLevel // 0.95
 */
export function checkedOptions(given: Readonly<Record<string, unknown>>): PlanOptions {
  const checked = Object.entries(given).map(([name, value]) => {
    if (!isOption(name)) throw new UsageError({ code: "option-of-config-unknown", name });
    return [name, planOptionTable[name].check(value, name, known)];
  });
  return { ...defaultPlanOptions, ...Object.fromEntries(checked) };
}
