import type { Kpi } from "../kpi.ts";
import { type Figures, figure } from "./figure.ts";
import { type OverrideCell, overrideValue } from "./overrides.ts";

/**
 * Value that planners' overrides added, in WAPE points over the cells that they changed; `detail` holds every step,
 * reason and group with advice (stop, keep, watch). Absent where nobody overrode anything that has come true.
 */
export function overrideFigure(
  cells: readonly OverrideCell[],
  byPerson: boolean,
  of: Figures,
): Readonly<Record<string, Kpi>> {
  const rows = overrideValue(cells, { people: byPerson });
  const all = rows.find(({ step, by }) => step === "override" && by === "all");
  if (all === undefined) return {};
  const harmed = cells.map(({ item, statistical, override = statistical, actual }) => ({
    item,
    share: Math.abs(override - actual) - Math.abs(statistical - actual),
  }));
  const made = figure(
    "overrideValue",
    {
      value: all.valueAdded,
      unit: "points",
      limits: [0, -2],
      moreIsBetter: true,
      items: harmed,
      next: all.valueAdded < 0 ? "stop-overrides" : "none",
    },
    of,
  );
  return { overrideValue: { ...made, detail: rows.map((row) => ({ ...row })) } };
}
