import { bareText } from "../../cells/cells.ts";
import { normaliseHeading } from "../../cells/heading-key.ts";
import { yearNamed } from "../period-headings.ts";
import type { TableProfile } from "../profile.ts";

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

const yearKeys = new Set(
  [
    ..."Jahr|year|Kalenderjahr|Geschäftsjahr|fiscal year|año|année|exercice|anno|ano|jaar|boekjaar|rok|år|yıl|год|рік|年|年份|年度|év|an|godina|leto|vuosi".split(
      "|",
    ),
  ].map((word) => normaliseHeading(word).key),
);

/** True for texts of which some name a year and none is a number of another size. */
const holdYears = (texts: readonly string[]): boolean =>
  texts.some((text) => /(19|20)\d\d|^\D+\d\d$/.test(bareText(text))) &&
  texts.every((text) => !/^-?\d+([.,]\d+)?$/.test(bareText(text)) || /^(19|20)\d\d$/.test(bareText(text)));

/** The column of the year of a table; -1 where there is none: "Jahr" behind the months of one is their sum. */
export const yearColumn = (header: readonly string[], { columns }: TableProfile): number =>
  header.findIndex(
    (heading, column) =>
      yearKeys.has(normaliseHeading(heading).key) && holdYears(columns[column]?.texts ?? []),
  );
