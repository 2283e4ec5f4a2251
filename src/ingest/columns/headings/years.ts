import { yearNamed } from "../period-headings.ts";

const years = [2023, 2024, 2025, 2026];

/**
 * Years that dates without one may be of, the one first that a name says; two of them where the dates run over the end
 * of a year.
 * @example yearCandidates(["Verbrauch 2025.csv"], false)[0] // "2025"
 */
export function yearCandidates(names: readonly string[], isOver: boolean): readonly string[] {
  const named = yearNamed(names.map((name) => name.replaceAll("_", " ").replace(/\.\p{L}\w{1,4}$/u, "")));
  const all = [...new Set([...(named === undefined ? [] : [named]), ...years])];
  return isOver ? all.map((year) => `${year}/${String((year + 1) % 100).padStart(2, "0")}`) : all.map(String);
}
