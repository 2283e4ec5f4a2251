import { UsageError } from "../errors.ts";
import type { ModelCard } from "../model.ts";
import { forecastSeries } from "./forecast-series.ts";
import { models } from "./local/index.ts";

/** The combination as a model of one series alone: what the engine answers without a pool. */
const combination: ModelCard = {
  name: "combination",
  paper: "Makridakis & Winkler 1983; shares from rolling origins, shrunk",
  needs: 0,
  create: () => ({
    name: "combination",
    needs: 0,
    fit: (series) => ({
      name: "combination",
      fitted: new Float64Array(series.values.length).fill(Number.NaN),
      mean: (horizon) => forecastSeries(series, { horizon, levels: [], pool: null }).demand.mean,
    }),
  }),
};

/** Every model that can be asked for by name: the combination first, then the models of a single series. */
export const modelCards: readonly ModelCard[] = [
  combination,
  ...Object.entries(models).map(([name, card]) => ({ ...card, name })),
];

/** Names that `model` of the options and `--model` of the command line accept. */
export const modelNames: readonly string[] = modelCards.map((card) => card.name);

/** @throws UsageError that lists the names */
export function requireModelName(name: string): void {
  if (!modelNames.includes(name)) throw new UsageError({ code: "model-unknown", name, known: modelNames });
}
