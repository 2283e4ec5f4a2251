import type { Forecast } from "../forecast.ts";
import type { Issue } from "../issue.ts";

/** A forecast that failed is told with the order that it leaves open. A shorter season than usual is no news in a plan; another model than the combination is. */
export function fallbackIssues({ item, model, fallback }: Forecast): Issue[] {
  return fallback === undefined || fallback.code === "failed" || model === "combination"
    ? []
    : [{ code: "forecast-fell-back", severity: "info", item, to: model, why: fallback }];
}

/** Issues whose fault, of the same item, nobody has reported before. */
export function unsaid(found: readonly Issue[], before: readonly Issue[]): Issue[] {
  const said = new Set(before.map(({ code, item }) => `${code} ${item}`));
  return found.filter(({ code, item }) => !said.has(`${code} ${item}`));
}
