import { checkedOptions, type PlanOptions, UsageError } from "../../src/index.ts";
import { checkedExports, type Exports } from "./export-files.ts";
import { isTexts } from "./texts.ts";

/** A `--config` file (or API body), checked: options of the plan, and what concerns the programs around it. */
export interface Config {
  readonly options: PlanOptions;
  readonly map: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, string>>;
  readonly export: Exports;
  /** Lets a batch job pass its volume guard. */
  readonly force: boolean;
}

function textsOf(name: string, value: unknown): Readonly<Record<string, string>> {
  if (!isTexts(value)) throw new UsageError({ code: "texts-expected", name });
  return value;
}

/** Checks a config and lays `flags` over it; an unknown option or impossible value is a UsageError in one line. */
export function checkedConfig(given: unknown, flags: Readonly<Record<string, unknown>> = {}): Config {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new UsageError({ code: "config-not-an-object" });
  }
  const {
    map = {},
    answers = {},
    export: exports,
    force = false,
    ...planned
  } = given as Record<string, unknown>;
  const options = checkedOptions({ ...planned, ...flags });
  if (typeof force !== "boolean") throw new UsageError({ code: "not-a-boolean", name: "force" });
  return {
    options,
    map: textsOf("map", map),
    answers: textsOf("answers", answers),
    export: checkedExports(exports),
    force,
  };
}
