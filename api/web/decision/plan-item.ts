import { defined, type PlanItem } from "../../../src/index.ts";
import type { ItemView } from "../shapes.ts";

const numbers = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (x) => x ?? Number.NaN);

const bandsOf = ({ mean, levels, quantiles }: ItemView["forecast"]["demand"]) => ({
  mean: numbers(mean),
  levels,
  quantiles: quantiles.map(numbers),
});

/** An item as the engine's pictures take it: numbers in typed arrays, NaN where nobody observed. */
export function planItemOf(view: ItemView): PlanItem {
  const { values, adjusted, ...history } = view.history;
  const { demand, cumulative, fallback: _, because, ...told } = view.forecast;
  return {
    ...view,
    history: {
      ...history,
      values: numbers(values),
      ...(adjusted === undefined ? {} : { adjusted: numbers(adjusted) }),
    },
    forecast: {
      ...told,
      demand: bandsOf(demand),
      cumulative: bandsOf(cumulative),
      ...defined({ fallback: because }),
    },
  };
}
