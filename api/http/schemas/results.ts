import { z } from "@hono/zod-openapi";
import { type ForecastChange, type Kpi, nextSteps } from "../../../src/index.ts";
import { listOf, maybe, tied } from "./common.ts";
import { issueLine } from "./issues.ts";
import { forecastLine, itemLine } from "./items.ts";
import { signalLine } from "./signals.ts";
import {
  basket,
  cashWeek,
  leadTime,
  openOrderAdvice,
  parameterChange,
  suggestionLine,
} from "./suggestions.ts";

const kpi = tied<Kpi>()(
  z.object({
    value: z.number().nullable(),
    unit: z.string(),
    threshold: z.number().nullable(),
    light: z.enum(["green", "amber", "red", "none"]),
    headline: z.boolean(),
    source: z.enum(["runs", "backtest"]),
    trend: z.array(z.object({ asOf: z.string(), value: z.number() })),
    baseline: maybe(z.number()),
    items: z.array(z.string()),
    next: z.enum(nextSteps),
    detail: maybe(z.array(z.record(z.string(), z.unknown()))),
  }),
);
const kpiGroup = z.record(z.string(), kpi);

const forecastChange = tied<ForecastChange>()(
  z.object({
    item: z.string(),
    bucket: z.string(),
    before: z.number(),
    after: z.number(),
    change: z.number(),
    reason: z.enum(["model-change", "data-correction", "parameter-change", "new-sale"]),
    parts: z.object({
      "model-change": z.number(),
      "data-correction": z.number(),
      "parameter-change": z.number(),
      "new-sale": z.number(),
    }),
  }),
);

/** Answer of GET /v1/plans/{id}/KIND, by kind. */
export const results = {
  suggestions: listOf(suggestionLine),
  forecasts: listOf(forecastLine),
  signals: listOf(signalLine),
  kpis: z.object({
    efficiency: kpiGroup,
    quality: kpiGroup,
    effect: kpiGroup,
    ...listOf(kpi.extend({ group: z.string(), name: z.string() })).shape,
  }),
  cash: listOf(cashWeek),
  issues: listOf(issueLine),
  baskets: listOf(basket),
  parameters: listOf(parameterChange),
  items: listOf(itemLine),
  "open-orders": listOf(openOrderAdvice),
  "lead-times": listOf(leadTime),
  suppliers: listOf(z.object({ supplier: z.string(), name: z.string() })),
  changes: listOf(forecastChange.extend({ sentence: z.string() })),
} satisfies Readonly<Record<string, z.ZodType>>;

/** The lists of a plan's results, as paths name them. */
export type ResultKind = keyof typeof results;
export const resultKinds = Object.keys(results) as readonly ResultKind[];

export type KpiGroups = z.infer<(typeof results)["kpis"]>;
export type ChangeLine = z.infer<(typeof results)["changes"]>["items"][number];
