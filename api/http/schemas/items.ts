import { z } from "@hono/zod-openapi";
import { demandClasses, type Fallback } from "../../../src/index.ts";
import { maybe } from "./common.ts";
import { signalLine } from "./signals.ts";
import { openOrderAdvice, parameterChange, suggestionLine } from "./suggestions.ts";

const numbers = z.array(z.number());
const bands = z.object({ mean: numbers, levels: numbers, quantiles: z.array(numbers) });

/** Why a simpler method answered, as a code and its values; `fallback` says it. */
const fallback = z.looseObject({ code: z.string() }) as z.ZodType as z.ZodType<Fallback>;

/** A forecast as it is printed: quantiles at five levels, within each bucket and cumulative. */
export const forecastLine = z
  .object({
    item: z.string(),
    model: z.string(),
    demand: bands,
    cumulative: bands,
    fallback: maybe(z.string()),
    because: maybe(fallback),
    stabilised: maybe(z.number()),
    components: maybe(z.record(z.string(), z.number())),
    start: z.string(),
  })
  .openapi("Forecast");

/** Observed buckets; null where nobody observed. */
const observed = z.array(z.number().nullable());

/** An item of a plan: master data, history, accuracy. */
export const itemLine = z
  .object({
    item: z.string(),
    name: maybe(z.string()),
    group: maybe(z.string()),
    owner: maybe(z.string()),
    unit: maybe(z.string()),
    supplier: maybe(z.string()),
    demandBasis: z.enum(["sale", "issue", "purchase"]),
    class: z.enum(demandClasses),
    abc: z.enum(["A", "B", "C"]),
    xyz: z.enum(["X", "Y", "Z"]),
    period: z.number(),
    coverDays: maybe(z.number()),
    unitCost: maybe(z.number()),
    currency: maybe(z.string()),
    history: z.object({
      start: z.string(),
      values: observed,
      partial: maybe(z.object({ start: z.string(), value: z.number() })),
      firstPartial: maybe(z.boolean()),
      censored: maybe(z.array(z.string())),
      adjusted: maybe(observed),
    }),
    accuracy: z
      .object({
        origins: z.number(),
        wape: z.number().nullable(),
        mase: z.number().nullable(),
        bias: z.number().nullable(),
        fva: z.number().nullable(),
        coverage: z.number().nullable(),
        source: z.enum(["backtest", "runs"]),
      })
      .nullable(),
  })
  .openapi("Item");

/** What an item is called and who answers for it. */
export const itemMaster = itemLine
  .pick({ item: true, name: true, group: true, owner: true })
  .openapi("ItemMaster");

/** Answer of GET /v1/plans/{id}/items/{item}. */
export const itemWhole = itemLine.extend({
  forecast: forecastLine,
  signals: z.array(signalLine),
  suggestion: z.union([suggestionLine, z.null()]),
  parameters: z.union([parameterChange, z.null()]),
  openOrders: z.array(openOrderAdvice),
  plan: z.object({ id: z.string(), asOf: z.string().nullable() }),
});

/** Answer of GET /v1/items/{item}/history: what every finished plan said of each bucket, oldest first. */
export const forecastHistory = z.object({
  item: z.string(),
  runs: z.array(
    z.object({
      plan: z.string(),
      asOf: z.string().nullable(),
      bucket: z.string(),
      start: z.string(),
      model: z.string(),
    }),
  ),
  targets: z.array(
    z.object({
      bucket: z.string(),
      forecasts: z.array(
        z.object({
          plan: z.string(),
          asOf: z.string().nullable(),
          mean: z.number(),
          quantiles: z.record(z.string(), z.number()),
        }),
      ),
    }),
  ),
});

export type ForecastLine = z.infer<typeof forecastLine>;
export type ItemLine = z.infer<typeof itemLine>;
export type ItemMaster = z.infer<typeof itemMaster>;
export type ItemWhole = z.infer<typeof itemWhole>;
export type ForecastHistory = z.infer<typeof forecastHistory>;
