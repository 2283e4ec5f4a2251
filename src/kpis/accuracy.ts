import { errorSums } from "../evaluate/error-sums.ts";
import { naiveDemandAt } from "../evaluate/naive.ts";
import { trackingLimit, trackingSignal } from "../evaluate/tracking-signal.ts";
import { biasPercentOf, wapeOf } from "../evaluate/wape.ts";
import { family } from "./family.ts";
import { light } from "./figure.ts";
import type { MeasuredRun } from "./measured.ts";
import type { Addition, Counted } from "./tally.ts";
import type { ItemVintages } from "./vintages.ts";

/** Fewest one-step errors that a tracking signal can alarm on. */
const fewestErrors = 4;

type Sum = "absolute" | "signed" | "demand" | "size" | "naive" | "watched" | "alarms";
type Driver = "absolute" | "signed" | "alarms";

/** Forecasts of an item whose buckets have come true, within lead time + review of each of them. */
function outcomesOf({ steps, start, values, period, vintages }: ItemVintages) {
  const found = {
    actual: [] as number[],
    mean: [] as number[],
    naive: [] as number[],
    oneStep: [] as number[],
  };
  for (const vintage of vintages) {
    const known = vintage === null ? 0 : vintage.origin - start;
    if (vintage === null || known < 1) continue;
    for (let h = 0; h < Math.min(steps, vintage.mean.length); h++) {
      const actual = values[known + h];
      const mean = vintage.mean[h];
      if (actual === undefined || Number.isNaN(actual) || Number.isNaN(mean)) continue;
      found.actual.push(actual);
      found.mean.push(mean);
      found.naive.push(naiveDemandAt(values, known, known + h, period));
      if (h === 0) found.oneStep.push(actual - mean);
    }
  }
  return found;
}

/** Errors of an item in money, those of the naive forecast, and whether its one-step errors lean beyond chance. */
function errorsOf(vintages: ItemVintages | undefined): Addition<Sum, Driver> | null {
  if (vintages === undefined) return null;
  const { actual, mean, naive, oneStep } = outcomesOf(vintages);
  if (actual.length === 0) return null;
  const { weight } = vintages;
  const { absolute, signed, demand, size } = errorSums(actual, mean);
  const signal = Math.abs(trackingSignal(oneStep));
  const alarms = signal > trackingLimit(oneStep.length);
  return {
    sums: {
      absolute: weight * absolute,
      signed: weight * signed,
      demand: weight * demand,
      size: weight * size,
      naive: weight * errorSums(actual, naive).absolute,
      watched: oneStep.length >= fewestErrors ? 1 : 0,
      alarms: alarms ? 1 : 0,
    },
    shares: {
      absolute: weight * absolute,
      signed: weight * Math.abs(signed),
      alarms: alarms ? signal : 0,
    },
  };
}

type Totals = Readonly<Record<"between" | "origins", Counted<Sum, Driver>>>;

/** Errors between runs; where no outcome is known to them yet, those of earlier origins. */
function errors({ between, origins }: Totals, run: MeasuredRun) {
  const known = between.sums.size > 0;
  const { sums, drivers } = known ? between : origins;
  const naive = 100 * wapeOf({ absolute: sums.naive, size: sums.size });
  const source: MeasuredRun["source"] = known ? run.source : "backtest";
  return { wape: 100 * wapeOf(sums), naive, bias: biasPercentOf(sums), drivers, source };
}

/** Forecast accuracy over what has come true: error, bias, value added over the naive forecast, alarms. */
export const accuracy = family({
  sums: ["absolute", "signed", "demand", "size", "naive", "watched", "alarms"],
  drivers: ["absolute", "signed", "alarms"],
  tallies: {
    between: ({ vintages }) => errorsOf(vintages),
    origins: ({ origins }) => errorsOf(origins),
  },
  figures: {
    wape: (totals, run) => {
      const { wape, naive, drivers, source } = errors(totals, run);
      return {
        value: wape,
        unit: "%",
        limits: [naive, naive * 1.1],
        headline: true,
        source,
        baseline: naive,
        items: drivers.absolute,
        next: "review-largest-errors",
      };
    },
    bias: (totals, run) => {
      const { bias, drivers, source } = errors(totals, run);
      return {
        value: bias,
        unit: "%",
        limits: [10, 20],
        light: light(Number.isNaN(bias) ? null : Math.abs(bias), 10, 20),
        headline: true,
        source,
        items: drivers.signed,
        next: bias < 0 ? "forecast-too-low" : "forecast-too-high",
      };
    },
    fva: (totals, run) => {
      const { wape, naive, drivers, source } = errors(totals, run);
      return {
        value: naive - wape,
        unit: "points",
        limits: [0, -2],
        moreIsBetter: true,
        headline: true,
        source,
        items: drivers.absolute,
        next: "drop-steps-without-value",
      };
    },
    trackingAlarms: (totals, run) => {
      const { sums, drivers } = totals.between.sums.watched > 0 ? totals.between : totals.origins;
      const chance = Math.ceil(0.05 * sums.watched);
      return {
        value: sums.watched > 0 ? sums.alarms : null,
        unit: "items",
        limits: [chance, 2 * chance],
        source: errors(totals, run).source,
        items: drivers.alarms,
        next: "correct-level",
      };
    },
  },
});
