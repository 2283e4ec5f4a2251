import type { Fallback, Fallbacks } from "../../forecast.ts";
import { type Sentences, said } from "../sentences.ts";

const observed = (count: number): string => `${count} observation${count === 1 ? "" : "s"}`;

/** Why a simpler forecast answers. */
const fallbacks: Sentences<Fallbacks> = {
  failed: () => "the forecast of this item failed",
  "no-observation": () => "no observation",
  "no-demand-at-all": () => "no demand at all",
  "no-demand-for-long": () => "no demand for a long time",
  "few-observations": ({ observations }) => `only ${observed(observations)}`,
  "short-of-a-season": ({ observations, period }) =>
    `only ${observed(observations)} for a season of ${period}`,
  "model-needs-more": ({ model, observations }) => `${model} needs more than ${observations} observations`,
};

/** Why a simpler forecast answers: a clause. */
export const fallbackClause = (fallback: Fallback): string => said(fallbacks, fallback);
