import { family } from "./family.ts";
import { overrideValue } from "./overrides.ts";
import { largest } from "./tally.ts";

/**
 * Value that planners' overrides added, in WAPE points over the cells that they changed; `detail` holds every step,
 * reason and group with advice (stop, keep, watch). Absent where nobody overrode anything that has come true.
 */
export const overrides = family({
  sums: [],
  drivers: [],
  tallies: {},
  figures: {
    overrideValue: (_, run) => {
      const rows = overrideValue(run.overrides, { people: run.byPerson });
      const all = rows.find(({ step, by }) => step === "override" && by === "all");
      if (all === undefined) return null;
      const harmed = run.overrides.map(({ item, statistical, override = statistical, actual }) => ({
        item,
        share: Math.abs(override - actual) - Math.abs(statistical - actual),
      }));
      return {
        value: all.valueAdded,
        unit: "points",
        limits: [0, -2],
        moreIsBetter: true,
        items: largest(harmed).map(({ item }) => item),
        next: all.valueAdded < 0 ? "stop-overrides" : "none",
        detail: rows.map((row) => ({ ...row })),
      };
    },
  },
});
