import type { Bands, Forecast } from "../../src/forecast.ts";
import { planningLevels } from "../../src/forecast.ts";
import type { PlanItem } from "../../src/result.ts";
import type { Signal, SignalKind } from "../../src/signal.ts";
import type { Suggestion } from "../../src/suggestion.ts";

/** A small seeded generator (Lehmer): the same plan on every machine. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const names = [
  "Kugellager 6204-2RS",
  "Zylinderschraube M8x40 12.9",
  "Hydraulikschlauch DN10 1,2 m",
  "Näherungsschalter IME12",
  "Dichtungssatz für Pumpe P2",
  "Aluprofil 40x40 leicht",
  "Linearführung HGR20 480 mm",
  "Sicherungsring DIN 471 20",
];
export const suppliers = [
  "Schäffer Antriebstechnik GmbH",
  "Würfel & Söhne KG",
  "Nordhydraulik AG",
  "ElektroHaus Lang",
];

const quantile = (mean: number, level: number, spread: number): number =>
  Math.max(0, mean * (1 + spread * Math.log(level / (1 - level)) * 0.55));

function bands(mean: Float64Array, spread: number): Bands {
  return {
    mean,
    levels: planningLevels,
    quantiles: planningLevels.map((level) => mean.map((m) => quantile(m, level, spread))),
  };
}

function forecast(item: string, level: number, season: number, spread: number, horizon: number): Forecast {
  const mean = Float64Array.from(
    { length: horizon },
    (_, k) => level * (1 + season * Math.sin((2 * Math.PI * (k + 10)) / 12)),
  );
  let sum = 0;
  const cumulative = mean.map((m) => {
    sum += m;
    return sum;
  });
  return {
    item,
    model: "average(ets, theta, regression)",
    start: "2026-11-01",
    demand: bands(mean, spread),
    cumulative: bands(cumulative, spread * 0.6),
    components: { ets: 1 / 3, theta: 1 / 3, regression: 1 / 3 },
  };
}

function history(
  level: number,
  season: number,
  noise: number,
  months: number,
  next: () => number,
): Float64Array {
  return Float64Array.from({ length: months }, (_, k) =>
    Math.max(
      0,
      Math.round(
        level * (1 + season * Math.sin((2 * Math.PI * (k - months + 10)) / 12) + noise * (next() - 0.5)) * 10,
      ) / 10,
    ),
  );
}

const kinds: readonly SignalKind[] = ["level-shift", "spike", "bias", "trend-break", "end-of-life"];

function signal(k: number): Signal {
  return {
    kind: kinds[k % kinds.length],
    at: "2026-08-01",
    seen: k % 2 === 0 ? "2026-10-01" : "2026-08-01",
    state: k % 2 === 0 ? "open" : "past",
    direction: k % 3 === 0 ? "down" : "up",
    size: k % 3 === 0 ? -0.45 : 0.6 + k / 50,
    p: 1.234567890123e-7,
    q: 0.0004,
    impact: 12345.678 / (1 + k),
    impactUnit: "EUR",
  };
}

function suggestion(id: string, k: number, level: number, price: number): Suggestion {
  const reorderPoint = Math.round(level * 2.1);
  const onHand = k % 4 === 0 ? Math.round(level * 0.4) : Math.round(level * (0.8 + (k % 5)));
  const need = Math.max(0, reorderPoint * 1.6 - onHand);
  const pack = [1, 10, 25, 100][k % 4];
  const quantity = onHand < reorderPoint ? Math.max(pack, Math.ceil(need / pack) * pack) : 0;
  return {
    item: id,
    name: names[k % names.length],
    supplier: suppliers[k % suppliers.length],
    quantity,
    unit: "ST",
    need,
    orderBy: k % 4 === 0 ? "2026-11-02" : "2026-11-06",
    receiptBy: "2026-11-30",
    unitPrice: price,
    amount: quantity * price,
    currency: "EUR",
    policy: "R,s,S",
    serviceType: "fill",
    expectedService: 0.98123456789,
    reorderPoint,
    orderUpTo: reorderPoint * 1.6,
    safetyStock: level * 0.4,
    onHand,
    onOrder: k % 3 === 0 ? level * 0.5 : 0,
    backorders: k % 11 === 0 ? 3 : 0,
    runsOutOn: k % 4 === 0 ? "2026-11-12" : "2027-01-15",
    attention: k % 7 === 0 ? "review" : k % 13 === 5 ? "blocked" : "none",
    ...(k % 7 === 0 ? { attentionCodes: ["large-change", "open-signal"] } : {}),
    asIs: { quantity: Math.round(quantity * 1.4), orderBy: "2026-11-02" },
    reasons: [
      { code: "cover-demand", demand: level * 1.7, leadDays: 30, reviewDays: 7 },
      { code: "buffer-cycle", buffer: level * 0.4, target: 0.98 },
      { code: "position", onHand, onOrder: k % 3 === 0 ? level * 0.5 : 0, backorders: 0 },
      { code: "rule-pack", packSize: pack, need, quantity },
    ],
  };
}

/** Ids that other programs break: leading zeros, signs, formulas, quotes, markup. */
const awkward = ["0815", "-10mm", "=SUM(A1)", "@home", "1E5", '12"-Rohr', "<b>fett</b>", "815", "'quoted"];

/** An item with history, forecast, signals and suggestion. */
export function planItem(k: number, months: number, next: () => number): PlanItem {
  const id = awkward[k] ?? `A${String(10000 + k * 7)}`;
  const level = 5 + next() * 400;
  const season = k % 3 === 0 ? 0.35 : 0;
  const price = Math.round((0.5 + next() * 80) * 100) / 100;
  const values = history(level, season, 0.5, months, next);
  if (k === 5) values[12] = Number.NaN;
  return {
    item: id,
    name: names[k % names.length],
    group: `G${k % 4}`,
    unit: "ST",
    supplier: suppliers[k % suppliers.length],
    demandBasis: "issue",
    class: k % 5 === 4 ? "lumpy" : "smooth",
    abc: k < 5 ? "A" : k < 12 ? "B" : "C",
    xyz: "X",
    period: 12,
    coverDays: 44,
    unitCost: price,
    currency: "EUR",
    history: {
      start: "2023-11-01",
      values,
      partial: { start: "2026-11-01", value: Math.round(level / 10) },
      ...(k === 5 ? { censored: ["2024-12-01"], firstPartial: true } : {}),
    },
    forecast: forecast(id, level, season, 0.25, 18),
    signals: k % 3 === 0 ? [signal(k)] : [],
    suggestion: k % 10 === 9 ? null : suggestion(id, k, level, price),
    accuracy: {
      origins: 6,
      wape: 18.2,
      mase: 0.81,
      bias: -2.1,
      fva: 6.4,
      coverage: 0.91,
      source: "backtest",
    },
  };
}
