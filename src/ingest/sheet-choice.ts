import { keyPattern, normaliseHeading } from "./cells/heading-key.ts";
import { monthNumber } from "./cells/month-names.ts";
import { isPivotHeading } from "./cells/words/pivot-words.ts";
import type { FileKind } from "./columns/fields.ts";
import { periodHeadings } from "./columns/period-headings.ts";
import { synonymsOf } from "./columns/synonyms.ts";

/** What the headings of a sheet say it holds. */
const fieldsIn = (header: readonly string[], kind: "orders" | "items"): ReadonlySet<string> => {
  const keys = new Set(header.map((heading) => normaliseHeading(heading).key));
  return new Set(synonymsOf(kind).flatMap(({ field, key }) => (keys.has(key) ? [field] : [])));
};

/** True for headings of order lines: an article with date and quantity, or with periods. */
export function holdsLines(header: readonly string[]): boolean {
  const found = fieldsIn(header, "orders");
  const isLong = found.has("date") && found.has("quantity");
  return found.has("item") && (isLong || periodHeadings(header) !== undefined);
}

/** True for headings of an article and a quantity, whatever the rest. */
export function countsItems(header: readonly string[]): boolean {
  const found = fieldsIn(header, "orders");
  return found.has("item") && found.has("quantity");
}

/** True for headings of days and quantities of one item, which none of them names. */
export function countsOneItem(header: readonly string[]): boolean {
  const found = fieldsIn(header, "orders");
  return found.has("date") && found.has("quantity") && !found.has("item") && !found.has("name");
}

/** Names of sheets that say nothing of what they hold. */
const anySheet =
  /^(tabelle|sheet|blatt|feuil|hoja|foglio|planilha|arkusz|list|data|daten|export|report|bericht|worksheet|query|results?)\W*\d*$/i;

/** True for the name of a sheet that may be that of an item. */
export const namesItem = (name: string): boolean =>
  !anySheet.test(name.trim()) &&
  !isOtherCopy(name) &&
  monthNumber(name.trim()) === 0 &&
  !/^(19|20)\d\d$/.test(name.trim());

/** Words of headings that count, where no known heading says it. */
const countWords = keyPattern(
  /(quantity|units|menge|stuck|anzahl|qte|cantidad|aantal|quantita|sold|ordered)$/,
);
const dayWords = keyPattern(/(date|datum|data|fecha|day|due|termin)$/);

/** How much of order lines a sheet holds by its headings and its rows; 0 where nothing says so. */
function linesIn({ header, areLines }: SheetLook): number {
  // A pivot table repeats sums of lines that another sheet holds.
  if (header.some(isPivotHeading)) return holdsLines(header) ? 2 : 0;
  if (holdsLines(header)) return 4;
  const found = fieldsIn(header, "orders");
  if (!found.has("item")) return areLines && masterIn({ header }) === 0 ? 2 : 0;
  if (areLines && masterIn({ header }) === 0) return 3;
  const keys = header.map((heading) => normaliseHeading(heading).key);
  const says = (pattern: RegExp): boolean => keys.some((key) => pattern.test(key));
  const dated = found.has("date") || says(dayWords);
  const counted = found.has("quantity") || says(countWords);
  // A list of items and quantities may have its month in its name.
  return dated && counted ? 3 : dated ? 1 : counted ? 0.5 : 0;
}

/** How much of master data the headings of a sheet name. */
function masterIn({ header }: Pick<SheetLook, "header">): number {
  const found = fieldsIn(header, "items");
  const telling = ["onHand", "leadTimeDays", "minimumOrder", "packSize", "safetyStock", "unitCost"];
  return found.has("item") ? telling.filter((field) => found.has(field)).length : 0;
}

/** What a sheet is looked for: lines of a kind of movement, master data, or whatever the first one holds. */
export type Wanted = "lines" | "master" | undefined;

/** What tells a sheet apart: its headings, and whether its rows hold days and numbers. */
interface SheetLook {
  readonly header: readonly string[];
  readonly areLines: boolean;
}

/** True for a sheet of order lines, by its headings or its rows. */
export const showsLines = (look: SheetLook): boolean =>
  linesIn(look) >= 2 || periodHeadings(look.header) !== undefined;

/** Of a workbook the sheet that holds what is read of a kind of file. */
export const wantedFor = (kind: FileKind): Wanted =>
  kind === "items" ? "master" : kind === "orders" || kind === "open-orders" ? "lines" : undefined;

/**
 * The place of the sheet that is read: the first one, unless another holds more of what is looked for, and the first
 * nothing of it.
 */
export function sheetOf(looks: readonly SheetLook[], wanted: Wanted): number {
  const [first = { header: [], areLines: false }] = looks;
  const measure = wanted === "master" ? masterIn : linesIn;
  if (measure(first) >= (wanted === "master" ? 1 : 3)) return 0;
  if (wanted === undefined && masterIn(first) > 0) return 0;
  const scores = looks.map(measure);
  const most = Math.max(0, ...scores);
  return most > (scores[0] ?? 0) ? scores.indexOf(most) : 0;
}

/** Headings in comparable letters: sheets of one shape have the same. */
export const shapeOf = (header: readonly string[]): string =>
  header.map((heading) => normaliseHeading(heading).key).join("\u0000");

/** True for the headings of another table in any order. */
export const hasColumnsOf = (header: readonly string[], other: readonly string[]): boolean =>
  header.length === other.length &&
  shapeOf(header).split("\u0000").sort().join() === shapeOf(other).split("\u0000").sort().join();

/**
 * The tables that belong to the first one: of the same headings, or the same but for their periods, none of which is
 * in another table too (a sheet a year).
 */
export function ofOneShape(headers: readonly (readonly string[])[], first: readonly string[]): boolean[] {
  const periodsOf = (header: readonly string[]): string[] =>
    periodHeadings(header)?.flatMap(({ period, hasYear }) => (hasYear ? [period] : [])) ?? [];
  const taken = new Set(periodsOf(first));
  const bareTaken = new Set(bareOf(first));
  return headers.map((header) => {
    if (hasColumnsOf(header, first)) return true;
    const further = bareOf(header);
    if (bareTaken.size > 0 && further.length > 0 && shapeBeside(header) === shapeBeside(first)) {
      if (further.some((period) => bareTaken.has(period))) return false;
      for (const period of further) bareTaken.add(period);
      return true;
    }
    const periods = periodsOf(header);
    if (taken.size === 0 || periods.length === 0 || shapeBeside(header) !== shapeBeside(first)) return false;
    if (periods.some((period) => taken.has(period))) return false;
    for (const period of periods) taken.add(period);
    return true;
  });
}

/** Periods of headings that name no year. */
const bareOf = (header: readonly string[]): string[] =>
  periodHeadings(header)?.flatMap(({ period, hasYear }) => (hasYear ? [] : [period])) ?? [];

/** Headings without those of periods, in comparable letters. */
function shapeBeside(header: readonly string[]): string {
  const apart = new Set(periodHeadings(header)?.map(({ column }) => column));
  return shapeOf(header.filter((_, k) => !apart.has(k)));
}

/** True for headings of months or days without their year, of which one may have fewer: 28 days, or half a year. */
export function areOfOneStep(header: readonly string[], first: readonly string[]): boolean {
  const [own, other] = [bareOf(header)[0], bareOf(first)[0]];
  return own !== undefined && own[0] === other?.[0] && shapeBeside(header) === shapeBeside(first);
}

/** True for the name of a sheet that repeats or plans what others hold. */
export const isOtherCopy = (name: string): boolean =>
  /(plan|budget|forecast|prognose|soll|kopie|copy|backup|sicherung|vorlage|template|muster|beispiel|example|test)/i.test(
    name,
  );
