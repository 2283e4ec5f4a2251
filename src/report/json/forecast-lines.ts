import { defined } from "../../defined.ts";
import type { Bands, Forecast } from "../../forecast.ts";
import { fallbackClause } from "../../words/index.ts";

const plain = (values: Float64Array): number[] => Array.from(values, (value) => (value === 0 ? 0 : value));

const bandsLine = ({ mean, levels, quantiles }: Bands) => ({
  mean: plain(mean),
  levels,
  quantiles: quantiles.map(plain),
});

/** One line of NDJSON for a forecast, full doubles, without line end; why it fell back stands there in English. */
export function forecastLine(forecast: Forecast): string {
  const { item, model, start, demand, cumulative, fallback, stabilised, components } = forecast;
  return JSON.stringify({
    item,
    model,
    ...defined({ start }),
    demand: bandsLine(demand),
    cumulative: bandsLine(cumulative),
    ...defined({
      fallback: fallback === undefined ? undefined : fallbackClause(fallback, "en"),
      stabilised,
      components,
    }),
  });
}

/** A line that cannot be answered. */
export function errorLine(
  line: number,
  error: { readonly item?: string; readonly code: string; readonly message: string },
): string {
  const { item, code, message } = error;
  return JSON.stringify({ ...defined({ item }), error: { code, message, line } });
}
