import fc from "fast-check";
import { expect, test } from "vitest";
import type { Family } from "../../src/kpis/family.ts";
import type { MeasuredItem, MeasuredRun } from "../../src/kpis/measured.ts";
import { totalOf } from "../../src/total.ts";
import { kpiMeaning, kpiName, nextStep } from "../../src/words/index.ts";
import { langs } from "../../src/words/languages.ts";
import { keepsTotalContract } from "./total.ts";

/** A run, and the items that it measures. */
export interface KpiCase {
  readonly run: MeasuredRun;
  readonly items: readonly MeasuredItem[];
}

/** What every family of figures promises, whatever the run. */
export function keepsKpiContract(name: string, family: Family, cases: readonly KpiCase[]): void {
  test(`${name}: every figure has name and meaning in both languages`, () => {
    for (const figure of family.names) {
      for (const lang of langs) {
        expect(kpiName(figure, lang)).not.toBe(figure);
        expect(kpiMeaning(figure, lang), figure).toMatch(/\S/);
      }
    }
  });

  // whatever items of a run: the bits of its figures, as result files would hold them
  for (const [k, { run, items }] of cases.slice(0, 3).entries()) {
    keepsTotalContract(`${name}, run ${k}`, family.of(run), fc.subarray([...items]), (kpis) =>
      JSON.stringify(kpis),
    );
  }

  test(`${name}: values are finite or null, lights and thresholds go with them, at most ten items are named`, () => {
    for (const { run, items } of cases) {
      const known = new Set(items.map(({ item }) => item));
      for (const [figure, kpi] of Object.entries(totalOf(family.of(run), items))) {
        expect(kpi.value === null || Number.isFinite(kpi.value), figure).toBe(true);
        if (kpi.value === null || kpi.threshold === null) expect(kpi.light, figure).toBe("none");
        else expect(["green", "amber", "red"], figure).toContain(kpi.light);
        expect(kpi.threshold === null || Number.isFinite(kpi.threshold), figure).toBe(true);
        expect(kpi.items.length, figure).toBeLessThanOrEqual(10);
        expect(new Set(kpi.items).size, figure).toBe(kpi.items.length);
        for (const item of kpi.items) expect(known.has(item), figure).toBe(true);
        for (const lang of langs) expect(nextStep(kpi.next, lang), figure).toMatch(/\S/);
        if (kpi.value !== null)
          expect(kpi.trend.at(-1), figure).toEqual({ asOf: run.asOf.at(-1), value: kpi.value });
      }
    }
  });

  test(`${name}: a run without items is measured without an error`, () => {
    for (const { run } of cases) {
      for (const kpi of Object.values(totalOf(family.of(run), []))) expect(kpi.value ?? 0).not.toBeNaN();
    }
  });
}
