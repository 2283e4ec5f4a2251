import { cellText } from "../../cells/cells.ts";
import { resolveDate, scanDate } from "../../cells/dates.ts";
import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import { monthNumber } from "../../cells/month-names.ts";
import { sumNamed, uniqueLabel } from "../column-names.ts";
import { numbersOfColumn } from "../evidence/column-numbers.ts";
import type { DerivedField } from "../evidence/derived.ts";
import { freeNumbers, speaksOfStock, withColumn } from "../evidence/stock-columns.ts";
import type { Mapping } from "../mapping.ts";
import { monthNamed } from "../period-headings.ts";
import type { TableProfile } from "../profile.ts";

/** A day in a heading: "Giacenza 31/01/2025", "On hand 2025-01-31". */
const dayText = /(?<!\d)(\d{4}-\d{2}-\d{2}|\d{1,2}([./-])\d{1,2}\2(\d{4}|\d{2}))(?!\d)/;

const withoutMonth = (heading: string): string =>
  heading
    .split(/\s+/)
    .filter((word) => !/\d/.test(word) && monthNumber(word.replace(/\.$/, "")) === 0)
    .join(" ");

/** The day of a heading as text that sorts, and what is left of it. */
function dated(
  heading: string,
  order: "dmy" | "mdy",
): { readonly rest: string; readonly at: string } | undefined {
  const text = dayText.exec(heading)?.[0];
  if (text === undefined) {
    const at = monthNamed([heading]);
    return at === undefined ? undefined : { rest: withoutMonth(heading), at };
  }
  const found = resolveDate(scanDate(text), { order, pair: "month", system: "1900" });
  return "day" in found
    ? { rest: heading.replace(text, ""), at: String(found.day).padStart(8, "0") }
    : undefined;
}

/**
 * A mapping of master data whose stock is the last one of those that stand side by side, each under its day:
 * "Giacenza 31/01/2025", "Giacenza 28/02/2025".
 */
export function withLastStock(mapping: Mapping, header: readonly string[], profile: TableProfile): Mapping {
  const numbers = freeNumbers(profile, mapping.fields).map(({ column }) => column);
  for (const order of ["dmy", "mdy"] as const) {
    const series = numbers.flatMap((column) => {
      const found = dated(header[column] ?? "", order);
      return found !== undefined && speaksOfStock(found.rest) ? [{ column, ...found }] : [];
    });
    const isWhole = numbers.every(
      (column) => !dayText.test(header[column] ?? "") || series.some((one) => one.column === column),
    );
    const days = new Set(series.map(({ at }) => at));
    const names = new Set(series.map(({ rest }) => normaliseHeading(rest).key));
    const now = mapping.fields.get("onHand");
    if (now !== undefined && !series.some(({ column }) => column === now)) return mapping;
    if (!isWhole || series.length < 2 || days.size < series.length || names.size > 1) continue;
    const last = series.reduce((best, one) => (one.at > best.at ? one : best));
    return withColumn(mapping, header, "onHand", last.column);
  }
  return mapping;
}

/** What tells sorts of stock apart, not places: the stock of books beside the one that is there. */
const sorts = keyPattern(
  /(real|reel|physi|fisic|fysi|disponib|verfug|avail|theor|virtu|terme|frei|free|gesamt|total|buch|book|^ist|soll|plan|forecast|alt$|neu$|old|new|current|aktu|actu|vorjahr|previous|prior|letzt|last|anfang|begin|open|clos|end|inici|final|initial|count|gezahlt|system|differ|diff|stand|datum|date|menge|quantity|qty|projected|net|brutto|gross|incoming|zugang|abgang)/,
);

/** The words of headings that all begin (or end) with the same one: what tells each of them apart. */
function placesOf(headings: readonly string[]): readonly string[] | undefined {
  const words = headings.map((heading) => heading.trim().split(/[\s_:/-]+/));
  for (const side of [0, -1] as const) {
    const shared = words[0]?.at(side) ?? "";
    if (!speaksOfStock(shared) || words.some((own) => own.at(side) !== shared || own.length < 2)) continue;
    const rests = words.map((own) => (side === 0 ? own.slice(1) : own.slice(0, -1)).join(" "));
    const areNames = rests.every(
      (rest) => /^[\p{Lu}\d]/u.test(rest) && !sorts.test(normaliseHeading(rest).key),
    );
    if (areNames && new Set(rests).size === rests.length) return rests;
  }
  return undefined;
}

/**
 * The stock of all places that stand side by side where no column holds their sum: "Stock Lyon", "Stock Lille".
 * Undefined where the columns are sorts of one stock.
 */
export function stockOfPlaces(
  mapping: Mapping,
  header: readonly string[],
  profile: TableProfile,
): { readonly mapping: Mapping; readonly derived: readonly DerivedField[] } | undefined {
  if (mapping.fields.has("onHand") || !mapping.fields.has("item")) return undefined;
  const columns = freeNumbers(profile, mapping.fields)
    .map(({ column }) => column)
    .filter((column) => speaksOfStock(header[column] ?? ""));
  const [first] = columns;
  if (first === undefined || columns.length < 2) return undefined;
  if (placesOf(columns.map((column) => header[column] ?? "")) === undefined) return undefined;
  const numbers = columns.map((column) => numbersOfColumn(profile, column));
  const of = (cells: readonly string[]): string => {
    const known = numbers.map((numberOf) => numberOf(cells)).filter((value) => !Number.isNaN(value));
    return known.length === 0 ? "" : cellText(String(known.reduce((sum, value) => sum + value, 0)), 1);
  };
  const taken = withColumn(mapping, header, "onHand", first);
  const column = sumNamed(columns.map((one) => uniqueLabel(header, one)));
  const issues = taken.issues.map((issue) =>
    issue.code === "column-guessed" && issue.field === "onHand" ? { ...issue, column } : issue,
  );
  return { mapping: { ...taken, issues }, derived: [{ field: "onHand", columns, of }] };
}
