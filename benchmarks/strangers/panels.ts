import { metrics } from "../../src/index.ts";
import { runEngine } from "../engine.ts";
import type { Row } from "../results.ts";
import { masesOf } from "../score.ts";
import { type SplitSeries, sets } from "../sets.ts";
import { atMost, within } from "./figure.ts";

/** Levels of the limits of the 80 and of the 95 % range. */
const limits = [0.025, 0.1, 0.9, 0.975];
const asked: Readonly<Record<string, number>> = { YEARLY: 3.15, QUARTERLY: 1.6, MONTHLY: 1 };

/** Mean of the figures that are defined. */
function meanDefined(figures: readonly number[]): number {
  const defined = figures.filter((figure) => !Number.isNaN(figure));
  return defined.reduce((sum, figure) => sum + figure, 0) / defined.length;
}

/** MASE of a panel, and the share in percent of the actual values inside of two limits. */
function scored(panel: readonly SplitSeries[]) {
  const { forecasts } = runEngine(panel, limits);
  const points = new Map([...forecasts].map(([id, { demand }]) => [id, demand.mean]));
  const covered = (low: number, high: number): number => {
    const inside = panel.flatMap(({ id, test }) => {
      const quantiles = forecasts.get(id)?.demand.quantiles ?? [];
      return Array.from(test, (y, k) => (y >= quantiles[low]?.[k] && y <= quantiles[high]?.[k] ? 1 : 0));
    });
    return 100 * metrics.coverage(inside, { lower: inside.map(() => 1), upper: inside.map(() => 1) });
  };
  return { mase: meanDefined(masesOf(panel, points)), eighty: covered(1, 2), ninetyFive: covered(0, 3) };
}

/** M1 by its parts, and Australian retail with its ranges. */
export function panelRows(): Row[] {
  const m1 = sets.m1() ?? [];
  const rows = Object.entries(asked).flatMap(([part, most]) => {
    const panel = m1.filter((one) => one.part === part);
    return panel.length === 0 ? [] : [atMost("M1", `${part.toLowerCase()} MASE`, scored(panel).mase, most)];
  });
  const retail = sets["aus-retail"]();
  if (retail === undefined) return rows;
  const { mase, eighty, ninetyFive } = scored(retail);
  const set = "Australian retail";
  return [
    ...rows,
    atMost(set, "MASE", mase, 1.2),
    within(set, "80 % range covers, %", eighty, 80, 3),
    within(set, "95 % range covers, %", ninetyFive, 95, 2),
  ];
}
