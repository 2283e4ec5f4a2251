import { z } from "@hono/zod-openapi";
import { type Bucket, bucketDates, bucketIndex, dayOf } from "../../../src/index.ts";
import { notFound } from "../problem.ts";
import { jsonAnswer, type Route, read } from "../route.ts";
import { itemName, lang } from "../schemas/common.ts";
import { forecastHistory } from "../schemas/items.ts";

interface StoredForecast {
  readonly start: string;
  readonly model: string;
  readonly demand: {
    readonly mean: readonly number[];
    readonly levels: readonly number[];
    readonly quantiles: readonly (readonly number[])[];
  };
}

/** Every run's forecast for every target bucket of an item. */
const history = read({
  method: "get",
  path: "/v1/items/{item}/history",
  policy: "read",
  summary: "What every finished plan forecast for each bucket of an item.",
  params: z.object({ item: itemName }),
  query: z.strictObject({ lang }),
  answers: {
    200: {
      description: "by target bucket, oldest first",
      content: { "application/json": forecastHistory },
    },
  },
  async handle({ services: { store }, caller, params }) {
    const found = await store.results.historyOf(caller.tenant, params.item, "forecasts");
    if (found.length === 0) throw notFound();
    const targets = new Map<string, object[]>();
    const runs = found.map(({ plan, json }) => {
      const { start, model, demand } = JSON.parse(json) as StoredForecast;
      const bucket = (plan.summary as { readonly bucket: Bucket }).bucket;
      const dates = bucketDates(bucketIndex(dayOf(start), bucket), demand.mean.length, bucket);
      for (const [k, date] of dates.entries()) {
        const quantiles = Object.fromEntries(
          demand.levels.map((level, i) => [level, demand.quantiles[i]?.[k]]),
        );
        const entry = { plan: plan.id, asOf: plan.asOf, mean: demand.mean[k], quantiles };
        targets.set(date, [...(targets.get(date) ?? []), entry]);
      }
      return { plan: plan.id, asOf: plan.asOf, bucket, start, model };
    });
    const byDate = [...targets].sort(([a], [b]) => (a < b ? -1 : 1));
    return jsonAnswer(200, {
      item: params.item,
      runs,
      targets: byDate.map(([bucket, forecasts]) => ({ bucket, forecasts })),
    });
  },
});

export const itemRoutes: readonly Route[] = [history];
