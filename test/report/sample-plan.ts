import type { Bands, Forecast } from "../../src/forecast.ts";
import { planningLevels } from "../../src/forecast.ts";
import type { Issue } from "../../src/issue.ts";
import type { Kpi, Kpis, Light } from "../../src/kpi.ts";
import type { Plan, PlanItem } from "../../src/result.ts";
import type { Signal, SignalKind } from "../../src/signal.ts";
import type { Suggestion } from "../../src/suggestion.ts";

/** A small seeded generator (Lehmer): the same plan on every machine. */
function chance(seed: number): () => number {
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
const suppliers = [
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

function planItem(k: number, months: number, next: () => number): PlanItem {
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

function kpi(
  value: number | null,
  unit: string,
  threshold: number | null,
  light: Light,
  headline = true,
): Kpi {
  return {
    value,
    unit,
    threshold,
    light,
    headline,
    source: "backtest",
    trend:
      value === null
        ? []
        : [0.9, 1.05, 1].map((f, k) => ({
            asOf: `2026-${String(8 + k).padStart(2, "0")}-31`,
            value: value * f,
          })),
    items: ["0815", "-10mm", "@home"],
    next: "none",
  };
}

const kpis: Kpis = {
  efficiency: {
    automation: kpi(82.5, "percent", 70, "green"),
    decisionDays: kpi(null, "days", 2, "none", false),
    coverDays: kpi(61.2, "days", 75, "green"),
    stockValue: kpi(184230.55, "EUR", null, "none"),
    orderLines: kpi(14, "lines", null, "none", false),
    orderCost: kpi(12.4, "EUR", null, "none", false),
  },
  quality: {
    wape: kpi(18.234567891, "percent", 25, "green"),
    bias: kpi(-12.1, "percent", 10, "red"),
    fva: kpi(6.4, "percent", 0, "green"),
    cocc: kpi(9.2, "percent", 15, "green"),
    orderFlips: kpi(11, "percent", 10, "amber"),
    trackingAlarms: kpi(3, "items", 5, "green", false),
    dataQuality: kpi(97.4, "percent", 98, "amber"),
  },
  effect: {
    fillRate: kpi(97.9, "percent", 98, "amber"),
    cycleService: kpi(96, "percent", null, "none", false),
    shortageCost: kpi(410, "EUR", null, "none"),
    excessStock: kpi(23110, "EUR", 15000, "red"),
    financingNeed: kpi(96400, "EUR", null, "none"),
  },
};

/** A plan made by hand, with every field of the result files filled somewhere. */
export function samplePlan(count = 36, months = 36): Plan {
  const next = chance(20261031);
  const items = Array.from({ length: count }, (_, k) => planItem(k, months, next)).sort((a, b) =>
    a.item < b.item ? -1 : 1,
  );
  const weeks = Array.from({ length: 13 }, (_, k) => `2026-W${45 + k}`).map((name) =>
    Number(name.slice(6)) > 53 ? `2027-W${String(Number(name.slice(6)) - 53).padStart(2, "0")}` : name,
  );
  return {
    version: "0.1.0",
    inputs: [{ file: "auftraege.csv", sha256: "0".repeat(64), lines: 10432, used: 10160 }],
    asOf: "2026-10-31",
    stockDate: "2026-11-02",
    bucket: "month",
    options: { serviceLevel: 0.98, serviceType: "fill", horizon: 18, state: "DE-BY" },
    configHash: "abcdef0123456789",
    items,
    baskets: suppliers.map((supplier, k) => {
      const lines = items.filter((i) => i.suggestion?.supplier === supplier && i.suggestion.quantity > 0);
      return {
        supplier,
        orderDate: "2026-11-02",
        amount: lines.reduce((sum, i) => sum + (i.suggestion?.amount ?? 0), 0),
        currency: "EUR",
        ...(k === 1 ? { minimumGap: 137.2, surcharge: 25 } : {}),
        ...(k === 2 ? { freeFreightGap: 210 } : {}),
        fillers: k === 1 ? [{ item: "0815", quantity: 20, amount: 140, holdingCost: 2.33 }] : [],
      };
    }),
    openOrders: items
      .filter((_, k) => k % 3 === 0)
      .map((i, k) => ({
        order: `4500${1000 + k}`,
        item: i.item,
        ...(i.supplier === undefined ? {} : { supplier: i.supplier }),
        due: k === 0 ? "2026-10-20" : "2026-11-25",
        quantity: (i.suggestion?.onOrder ?? 0) || 40,
        advice: (["confirm", "keep", "expedite", "postpone", "cancel"] as const)[k % 5],
        ...(k === 0 ? { overdueDays: 13 } : {}),
      })),
    leadTimes: suppliers.map((supplier, k) => ({
      supplier,
      master: 21,
      median: 19 + 6 * k,
      p90: 30 + 9 * k,
      n: 42 + k,
      ...(k > 1 ? { drift: 4.5 } : {}),
    })),
    cash: weeks.flatMap((week, w) =>
      suppliers.map((supplier, k) => ({
        week,
        supplier,
        p50: 900 + 300 * k + 400 * Math.sin(w + k),
        p90: 1400 + 300 * k + 400 * Math.sin(w + k),
        currency: "EUR",
      })),
    ),
    parameters: items.flatMap(({ item, suggestion: s }, k) =>
      s === null
        ? []
        : [
            {
              item,
              reorderPointOld: Math.round(s.reorderPoint * 1.3),
              reorderPointNew: s.reorderPoint,
              orderUpToNew: s.orderUpTo,
              safetyStockNew: s.safetyStock,
              leadTimeDaysOld: 21,
              leadTimeDaysNew: 24,
              basis: s.reorderPoint / 2.1,
              bucket: "month" as const,
              change: k % 2 === 0,
              reason: "too-much-stock",
            },
          ],
    ),
    kpis,
    issues: [
      { code: "lines-after-as-of", severity: "info", file: "auftraege.csv", lines: 12, asOf: "2026-10-31" },
      ...Array.from(
        { length: 9 },
        (_, k): Issue => ({
          code: "date-far-from-rest",
          severity: "warning",
          file: "auftraege.csv",
          row: 120 + k * 31,
          column: "Buchungsdatum",
          item: "0815",
          text: `2206-01-0${k + 1}`,
          first: "2023-11-01",
          last: "2026-10-31",
        }),
      ),
      {
        code: "unit-without-factor",
        severity: "error",
        unit: "PAK",
        lines: 4,
        file: "artikel.csv",
        column: "ME",
        item: "@home",
        text: "=HYPERLINK(1)",
        question: { id: "unit:@home", candidates: ["ST", "PAK"] },
      },
    ],
  };
}
