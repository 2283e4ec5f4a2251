import type { Issue } from "../../src/issue.ts";
import type { Kpi, Kpis, Light } from "../../src/kpi.ts";
import { by } from "../../src/numeric/order.ts";
import type { Plan, PlanItem } from "../../src/result.ts";
import { chance, planItem, suppliers } from "./sample-items.ts";

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

type Items = readonly PlanItem[];

const basketsOf = (items: Items): Plan["baskets"] =>
  suppliers.map((supplier, k) => {
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
  });

const openOrdersOf = (items: Items): Plan["openOrders"] =>
  items
    .filter((_, k) => k % 3 === 0)
    .map((i, k) => ({
      order: `4500${1000 + k}`,
      item: i.item,
      ...(i.supplier === undefined ? {} : { supplier: i.supplier }),
      due: k === 0 ? "2026-10-20" : "2026-11-25",
      quantity: (i.suggestion?.onOrder ?? 0) || 40,
      advice: (["confirm", "keep", "expedite", "postpone", "cancel"] as const)[k % 5],
      ...(k === 0 ? { overdueDays: 13 } : {}),
    }));

const leadTimes: Plan["leadTimes"] = suppliers.map((supplier, k) => ({
  supplier,
  master: 21,
  median: 19 + 6 * k,
  p90: 30 + 9 * k,
  n: 42 + k,
  ...(k > 1 ? { drift: 4.5 } : {}),
}));

const weeks = Array.from({ length: 13 }, (_, k) => `2026-W${45 + k}`).map((name) =>
  Number(name.slice(6)) > 53 ? `2027-W${String(Number(name.slice(6)) - 53).padStart(2, "0")}` : name,
);

const cash: Plan["cash"] = weeks.flatMap((week, w) =>
  suppliers.map((supplier, k) => ({
    week,
    supplier,
    p50: 900 + 300 * k + 400 * Math.sin(w + k),
    p90: 1400 + 300 * k + 400 * Math.sin(w + k),
    currency: "EUR",
  })),
);

const parametersOf = (items: Items): Plan["parameters"] =>
  items.flatMap(({ item, suggestion: s }, k) =>
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
  );

const issues: Plan["issues"] = [
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
];

/** A plan made by hand, with every field of the result files filled somewhere. */
export function samplePlan(count = 36, months = 36): Plan {
  const next = chance(20261031);
  const items = Array.from({ length: count }, (_, k) => planItem(k, months, next)).sort(
    by(({ item }) => item),
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
    baskets: basketsOf(items),
    openOrders: openOrdersOf(items),
    leadTimes,
    cash,
    parameters: parametersOf(items),
    kpis,
    issues,
  };
}
