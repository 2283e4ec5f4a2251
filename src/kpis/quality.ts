import { trackingLimit, trackingSignal } from "../evaluate/tracking-signal.ts";
import type { Kpi } from "../kpi.ts";
import { type Accuracy, accuracy } from "./accuracy.ts";
import { type Figures, figure, light } from "./figure.ts";
import type { OrderStability } from "./order-stability.ts";
import { type Stability, stability, stabilitySinceInitial } from "./stability.ts";
import type { ItemVintages } from "./vintages.ts";

export interface QualityInput {
  readonly items: readonly ItemVintages[];
  /** Whether the vintages are runs or earlier origins of one file. */
  readonly source: "runs" | "backtest";
  /** Where accuracy comes from when runs share no outcome yet: their earlier origins. */
  readonly outcomes: readonly ItemVintages[];
  readonly orders: OrderStability;
  readonly orderSource: "runs" | "backtest";
  readonly rowsRead: number;
  readonly rowsUsed: number;
}

/** Items whose one-step errors lean to one side beyond chance. */
function alarms({ oneStep }: Accuracy): { item: string; share: number }[] {
  return oneStep.flatMap(({ item, errors }) => {
    const signal = Math.abs(trackingSignal(errors));
    return signal > trackingLimit(errors.length) ? [{ item, share: signal }] : [];
  });
}

/** Fewest one-step errors that a tracking signal can alarm on. */
const fewestErrors = 4;

function accuracyFigures(found: Accuracy, tracked: Accuracy, source: "runs" | "backtest", of: Figures) {
  const { wape, bias, naiveWape } = found;
  const fva = wape === null || naiveWape === null ? null : naiveWape - wape;
  const absolute = found.errors.map(({ item, absolute }) => ({ item, share: absolute }));
  const signed = found.errors.map(({ item, signed }) => ({ item, share: Math.abs(signed) }));
  const leaning = alarms(tracked);
  const watched = tracked.oneStep.filter(({ errors }) => errors.length >= fewestErrors).length;
  const chance = Math.ceil(0.05 * watched);
  return {
    wape: figure(
      "wape",
      {
        value: wape,
        unit: "%",
        ...(naiveWape === null ? {} : { limits: [naiveWape, naiveWape * 1.1] as const }),
        headline: true,
        source,
        baseline: naiveWape,
        items: absolute,
        next: "review-largest-errors",
      },
      of,
    ),
    bias: figure(
      "bias",
      {
        value: bias,
        unit: "%",
        limits: [10, 20],
        light: light(bias === null ? null : Math.abs(bias), 10, 20),
        headline: true,
        source,
        items: signed,
        next: bias !== null && bias < 0 ? "forecast-too-low" : "forecast-too-high",
      },
      of,
    ),
    fva: figure(
      "fva",
      {
        value: fva,
        unit: "points",
        limits: [0, -2],
        moreIsBetter: true,
        headline: true,
        source,
        items: absolute,
        next: "drop-steps-without-value",
      },
      of,
    ),
    trackingAlarms: figure(
      "trackingAlarms",
      {
        value: watched > 0 ? leaning.length : null,
        unit: "items",
        limits: [chance, 2 * chance],
        source,
        items: leaning,
        next: "correct-level",
      },
      of,
    ),
  };
}

function stabilityFigures(now: Stability, drift: Stability, source: "runs" | "backtest", of: Figures) {
  const percent = { unit: "%", limits: [15, 30], source } as const;
  const ratio = { unit: "ratio", limits: [0.5, 1], source } as const;
  const changed = { items: now.drivers, next: "review-largest-changes" } as const;
  const drifted = { items: drift.drivers, next: "review-largest-drifts" } as const;
  return {
    cocc: figure("cocc", { value: now.cocc, ...percent, headline: true, ...changed }, of),
    smapc: figure("smapc", { value: now.smapc, ...percent, ...changed }, of),
    masc: figure("masc", { value: now.masc, ...ratio, ...changed }, of),
    rmssc: figure("rmssc", { value: now.rmssc, ...ratio, ...changed }, of),
    coccInitial: figure("coccInitial", { value: drift.cocc, ...percent, ...drifted }, of),
    smapcInitial: figure("smapcInitial", { value: drift.smapc, ...percent, ...drifted }, of),
    mascInitial: figure("mascInitial", { value: drift.masc, ...ratio, ...drifted }, of),
    rmsscInitial: figure("rmsscInitial", { value: drift.rmssc, ...ratio, ...drifted }, of),
  };
}

/** Forecast accuracy, forecast and order stability, quality of the data (CONTRACT 9, group "quality"). */
export function quality(input: QualityInput, of: Figures): Readonly<Record<string, Kpi>> {
  const fromRuns = accuracy(input.items);
  const fromOrigins = accuracy(input.outcomes);
  const found = fromRuns.wape === null ? fromOrigins : fromRuns;
  const enough = fromRuns.oneStep.some(({ errors }) => errors.length >= fewestErrors);
  const tracked = enough ? fromRuns : fromOrigins;
  const source = fromRuns.wape === null ? "backtest" : input.source;
  const used = input.rowsRead > 0 ? (100 * input.rowsUsed) / input.rowsRead : null;
  const flips = input.orders.flipped.map((item) => ({ item, share: 1 }));
  return {
    ...accuracyFigures(found, tracked, source, of),
    ...stabilityFigures(stability(input.items), stabilitySinceInitial(input.items), input.source, of),
    orderNervousness: figure(
      "orderNervousness",
      {
        value: input.orders.nervousness,
        unit: "%",
        limits: [10, 25],
        source: input.orderSource,
        items: input.orders.moved,
        next: "freeze-near-orders",
      },
      of,
    ),
    orderFlips: figure(
      "orderFlips",
      {
        value: input.orders.flips,
        unit: "%",
        limits: [10, 20],
        headline: true,
        source: input.orderSource,
        items: flips,
        next: "freeze-near-orders",
      },
      of,
    ),
    dataQuality: figure(
      "dataQuality",
      {
        value: used,
        unit: "%",
        limits: [98, 90],
        moreIsBetter: true,
        headline: true,
        next: "fix-the-export",
      },
      of,
    ),
  };
}
