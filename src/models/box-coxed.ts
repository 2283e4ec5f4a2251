import type { Model } from "../model.ts";
import { boxCox, guerreroLambda, inverseBoxCox } from "../numeric/box-cox.ts";
import { divided, multiplied, powerOfTwoScale } from "../numeric/scale.ts";

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
      const scale = powerOfTwoScale(series.values);
      const y = divided(series.values, scale);
      if (!y.every((value) => !(value <= 1e-2))) return model.fit(series);
      const observed = y.filter((value) => !Number.isNaN(value));
      const lambda = guerreroLambda(observed, Math.max(2, series.period), low, high);
      const fit = model.fit({ ...series, values: boxCox(y, lambda) });
      const back = (values: Float64Array) => multiplied(inverseBoxCox(values, lambda), scale);
      return { name, fitted: back(fit.fitted), mean: (horizon) => back(fit.mean(horizon)) };
    },
  };
}
