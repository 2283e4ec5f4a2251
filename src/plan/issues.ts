import type { Forecast } from "../forecast.ts";
import type { Issue } from "../issue.ts";

/** A shorter season than usual is no news in a plan; another model than the combination is. */
export function fallbackIssues({ item, model, fallback }: Forecast): Issue[] {
  return fallback === undefined || model === "combination"
    ? []
    : [{ code: "forecast-fell-back", severity: "info", item, to: model, why: fallback }];
}

/** What reading the files calls a fault that ordering stumbles over as well. */
const saidWhileReading: Readonly<Record<string, string>> = {
  "missing-lead-time": "lead-time-missing",
  "missing-stock": "stock-missing",
  "minimum-above-maximum": "minimum-above-maximum",
  "safety-stock-negative": "safety-stock-negative",
};

/**
 * Issues that nobody has reported yet under this or the reader's own name. Without any master data one issue already
 * says that every item lacks them.
 */
export function unsaid(found: readonly Issue[], before: readonly Issue[], anyMaster: boolean): Issue[] {
  const said = new Set(before.map(({ code, item }) => `${code} ${item}`));
  const lacking = (code: string) => code === "missing-stock" || code === "missing-lead-time";
  return found
    .filter(({ code }) => anyMaster || !lacking(code))
    .filter(({ code, item }) => !said.has(`${saidWhileReading[code] ?? code} ${item}`));
}
