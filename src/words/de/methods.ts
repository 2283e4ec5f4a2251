import type { models as englishModels, policies as englishPolicies } from "../en/methods.ts";

/** Verfahren der Prognose, wie man sie nennt, nach dem Namen ihres Modells. */
export const models: typeof englishModels = {
  combination: "mehrere Verfahren gemischt",
  naive: "letzter Wert",
  "seasonal-naive": "gleicher Zeitraum des Vorjahrs",
  mean: "Mittelwert",
  "moving-average": "gleitender Mittelwert (12)",
  "moving-average-3": "gleitender Mittelwert (3)",
  "moving-average-4": "gleitender Mittelwert (4)",
  "moving-average-6": "gleitender Mittelwert (6)",
  drift: "Gerade vom ersten zum letzten Wert",
  ses: "exponentielle Glättung",
  holt: "Glättung mit Trend",
  damped: "Glättung mit gedämpftem Trend",
  ets: "Glättung mit Trend und Saison",
  ces: "komplexe Glättung",
  theta: "Theta",
  "theta-box-cox": "Theta (transformiert)",
  "linear-trend": "linearer Trend",
  "theil-sen": "robuster Trend",
  regression: "Regression mit Kalender",
  "robust-regression": "robuste Regression",
  "stl-damped": "ohne Saison, gedämpfter Trend",
  croston: "Croston",
  sba: "Croston, korrigiert (SBA)",
  sbj: "Croston, korrigiert (SBJ)",
  tsb: "seltener Bedarf mit Auslauf (TSB)",
  adida: "seltener Bedarf, zusammengefasst",
  imapa: "seltener Bedarf, auf mehreren Ebenen",
};

/** Regeln, nach denen bestellt wird, wie man sie nennt. */
export const policies: typeof englishPolicies = {
  auto: "automatisch",
  rsS: "unter Meldebestand auf Ziel auffüllen",
  RS: "an jedem Bestelltag auf Ziel auffüllen",
  sQ: "unter Meldebestand feste Menge",
  sS: "unter Meldebestand auf Ziel, täglich geprüft",
  "min-max": "Min/Max aus den Stammdaten",
  need: "genau der Bedarf",
};
