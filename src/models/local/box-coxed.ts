import type { Model } from "../../model.ts";
import { boxCox, guerreroLambda, inverseBoxCox } from "../../numeric/box-cox.ts";
import { divided, isWellAboveZero, multiplied } from "../../numeric/scale.ts";

const defaults = {
  /** Limits of lambda; 0 is the logarithm, 1 leaves the values as they are. */
  low: 0,
  high: 1,
};

/**
 * A model fitted to the Box-Cox transform of the series (lambda by Guerrero), its forecasts transformed back: medians
 * rather than means. Series with values at or near zero stay as they are.
 *
 * @example boxCoxed(theta()).name; // => "theta(box-cox)"
 */
export function boxCoxed(model: Model, options: Partial<typeof defaults> = {}): Model {
  const { low, high } = { ...defaults, ...options };
  const name = `${model.name}(box-cox)`;
  return {
    name,
    needs: model.needs,
    fit: (series) => {
      // the largest value becomes 1 whatever the unit, so that the transform is the same for pieces and thousands
      const scale = largest(series.values);
      const y = divided(series.values, scale);
      if (!isWellAboveZero(y, 1e-2)) return model.fit(series);
      const observed = y.filter((value) => !Number.isNaN(value));
      const lambda = guerreroLambda(observed, Math.max(2, series.period), low, high);
      const fit = model.fit({ ...series, values: boxCox(y, lambda) });
      const back = (values: Float64Array) => multiplied(inverseBoxCox(values, lambda), scale);
      return { name, fitted: back(fit.fitted), mean: (horizon) => back(fit.mean(horizon)) };
    },
  };
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most > 0 ? most : 1;
}
