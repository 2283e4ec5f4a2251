import { normaliseHeading } from "./cells/heading-key.ts";
import { synonymsOf } from "./columns/synonyms.ts";
import { isOtherCopy, shapeOf } from "./sheet-choice.ts";

/** Names of sheets that say a time: of stocks of several days one alone is what is there. */
const timed =
  /\d{4}|\d{1,2}\.\d{1,2}|(?<!\p{L})(jan|feb|mär|mar|mrz|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec|kw|q\d|alt|old|archiv|heute|today|gestern|vor)(?!\p{Ll}{6})/iu;

const fieldColumn = (header: readonly string[], field: "onHand" | "location"): number => {
  const keys = new Set(synonymsOf("items").flatMap((one) => (one.field === field ? [one.key] : [])));
  return header.findIndex((heading) => keys.has(normaliseHeading(heading).key));
};

interface NamedSheet {
  readonly name: string;
  readonly header: readonly string[];
}

/**
 * Which sheets are those of a list of stocks that has one for each place or group of goods, by headings alike and names
 * that say no time; undefined where the first one stands alone.
 */
export function placesOfStock(
  sheets: readonly NamedSheet[],
  header: readonly string[],
): boolean[] | undefined {
  const same = sheets.map((one) => shapeOf(one.header) === shapeOf(header));
  const own = sheets.filter((_, k) => same[k]);
  const isTimed = own.some(({ name }) => timed.test(name) || isOtherCopy(name));
  return own.length < 2 || isTimed || fieldColumn(header, "onHand") < 0 ? undefined : same;
}

/** Heading of the column that names the sheet of a stock as its place; undefined where a column names places. */
export const placeHeading = (header: readonly string[]): string | undefined =>
  fieldColumn(header, "location") < 0 ? "Lagerort" : undefined;
