import type { ModelCard } from "../../model.ts";
import { adida, imapa } from "./adida.ts";
import { boxCoxed } from "./box-coxed.ts";
import { ces } from "./ces.ts";
import { croston, sba, sbj } from "./croston.ts";
import { drift } from "./drift.ts";
import { ets } from "./ets/ets.ts";
import { damped, holt, ses } from "./exponential-smoothing.ts";
import { linearTrend, theilSen } from "./linear-trend.ts";
import { mean, movingAverage } from "./moving-average.ts";
import { naive } from "./naive.ts";
import { regression } from "./regression.ts";
import { seasonalNaive } from "./seasonal-naive.ts";
import { stlDamped } from "./stl-damped.ts";
import { theta } from "./theta.ts";
import { tsb } from "./tsb.ts";

const card = (paper: string, create: ModelCard["create"]): ModelCard => {
  const { name, needs } = create();
  return { name, paper, needs, create };
};

const lastMean = (window: number) => movingAverage({ window, name: `moving-average-${window}` });

/** Every model of a single series, by the name users write. */
export const models = {
  naive: card("last value", naive),
  "seasonal-naive": card("value one season ago", seasonalNaive),
  mean: card("mean of the history", mean),
  "moving-average": card("mean of the last 12 values", () => movingAverage()),
  "moving-average-3": card("mean of the last 3 values", () => lastMean(3)),
  "moving-average-4": card("mean of the last 4 values", () => lastMean(4)),
  "moving-average-6": card("mean of the last 6 values", () => lastMean(6)),
  drift: card("line from the first to the last value", drift),
  ses: card("Brown 1956", () => ses()),
  holt: card("Holt 1957", () => holt()),
  damped: card("Gardner & McKenzie 1985", () => damped()),
  ets: card("Hyndman, Koehler, Ord & Snyder 2008", () => ets()),
  ces: card("Svetunkov, Kourentzes & Ord 2022", () => ces()),
  theta: card("Fiorucci et al. 2016 (dynamic optimised theta)", () => theta()),
  "theta-box-cox": card("Legaki & Koutsouri 2018", () => boxCoxed(theta())),
  "linear-trend": card("least squares line", linearTrend),
  "theil-sen": card("Theil 1950, Sen 1968", theilSen),
  regression: card("ridge on time, Fourier terms, calendar and events", () => regression()),
  "robust-regression": card("Huber 1981, on the same terms", () => regression({ robust: true })),
  "stl-damped": card("Cleveland et al. 1990 with Gardner & McKenzie 1985", () => stlDamped()),
  croston: card("Croston 1972", () => croston()),
  sba: card("Syntetos & Boylan 2005", sba),
  sbj: card("Shale, Boylan & Johnston 2006", sbj),
  tsb: card("Teunter, Syntetos & Babai 2011", () => tsb()),
  adida: card("Nikolopoulos et al. 2011", () => adida()),
  imapa: card("Petropoulos & Kourentzes 2015", () => imapa()),
} satisfies Record<string, ModelCard>;
