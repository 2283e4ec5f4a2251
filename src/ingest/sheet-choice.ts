import { normaliseHeading } from "./cells/heading-key.ts";
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

/** The place of the sheet that is read: the first, unless it holds neither lines nor master data and another one does. */
export function sheetOfLines(headers: readonly (readonly string[])[]): number {
  const [first = []] = headers;
  if (holdsLines(first)) return 0;
  const master = fieldsIn(first, "items");
  if (master.has("item") && (master.has("onHand") || master.has("leadTimeDays"))) return 0;
  return Math.max(
    0,
    headers.findIndex((header) => holdsLines(header)),
  );
}

/** Headings in comparable letters: sheets of one shape have the same. */
export const shapeOf = (header: readonly string[]): string =>
  header.map((heading) => normaliseHeading(heading).key).join("\u0000");

/** True for the name of a sheet that repeats or plans what others hold. */
export const isOtherCopy = (name: string): boolean =>
  /(plan|budget|forecast|prognose|soll|kopie|copy|backup|sicherung|vorlage|template|muster|beispiel|example|test)/i.test(
    name,
  );
