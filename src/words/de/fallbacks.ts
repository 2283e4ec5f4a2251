import type { Fallback, Fallbacks } from "../../forecast.ts";
import { counted, type Sentences, said } from "../sentences.ts";

/** Why a simpler forecast answers. */
const fallbacks: Sentences<Fallbacks> = {
  failed: () => "die Prognose dieses Artikels ist gescheitert",
  "no-observation": () => "es keinen Wert gibt",
  "no-demand-at-all": () => "es nie Bedarf gab",
  "no-demand-for-long": () => "es seit Langem keinen Bedarf gab",
  "few-observations": ({ observations }) =>
    observations === 1
      ? "es nur einen Wert gibt"
      : `es nur ${counted(`${observations}`, "Wert", "Werte")} gibt`,
  "short-of-a-season": ({ observations, period }) =>
    `es nur ${counted(`${observations}`, "Wert", "Werte")} für eine Saison von ${period} gibt`,
  "model-needs-more": ({ model, observations }) =>
    `${model} mehr als ${counted(`${observations}`, "Wert", "Werte")} braucht`,
};

/** Why a simpler forecast answers: a clause that follows "weil". */
export const fallbackClause = (fallback: Fallback): string => said(fallbacks, fallback);
