import { cellText } from "../../cells/cells.ts";
import { normaliseHeading } from "../../cells/heading-key.ts";
import { answerTo } from "../../questions.ts";
import { columnsSummed, oneARow } from "../column-names.ts";
import { numbersOfColumn } from "../evidence/column-numbers.ts";
import type { DerivedField } from "../evidence/derived.ts";
import { isUnique } from "../evidence/item-column.ts";
import { isOtherThing, measures } from "../evidence/only-columns.ts";
import type { Mapping, MappingOptions } from "../mapping.ts";
import type { TableProfile } from "../profile.ts";

interface Pieces {
  readonly mapping: Mapping;
  readonly derived: readonly DerivedField[];
}

/** Headings of the numbers that single pieces bear. */
const serial = /^(serie?n?|serial|geratenummer|imei|sn|fahrgestell|chassis)/;

/** True where an order names one item in several rows: each of them is a piece. */
function repeatsItems({ head }: TableProfile, order: number | undefined, item: number): boolean {
  if (order === undefined) return false;
  const seen = new Set<string>();
  return head.some((cells) => {
    const [document = "", article = ""] = [cells[order], cells[item]];
    const key = `${document}\u001f${article}`;
    if (document === "" || article === "" || !seen.has(key)) {
      seen.add(key);
      return false;
    }
    return true;
  });
}

/**
 * The quantity of a list that has no column of it: the amount by the price where that is a whole number in every row,
 * else a row for each piece, as marketplaces and tills write it: no column of numbers is left that could be one, a
 * price stands in each row and an order names the same item more than once, or each row has a serial number.
 * @example unnamedQuantity(mapping, ["Order", "Date", "SKU", "Price"], profile).derived // [{ field: "quantity", … }]
 */
export function unnamedQuantity(
  mapping: Mapping,
  header: readonly string[],
  profile: TableProfile,
  { map, answers }: MappingOptions,
): Pieces {
  const [item, order] = [mapping.fields.get("item"), mapping.fields.get("order")];
  const nothing = { mapping, derived: [] };
  const isDated = (["date", "dueDate", "receiptDate"] as const).some((field) => mapping.fields.has(field));
  const said = map?.quantity ?? answerTo(answers, `column:quantity:${mapping.fingerprint}`);
  const summed = said === undefined ? [] : columnsSummed(said, header, profile.columns.length);
  if (summed.length > 0) return made(mapping, header, "quantity-of-columns", sumOf(profile, summed), summed);
  if (mapping.fields.has("quantity") || !isDated) return nothing;
  if (item === undefined || header.length === 0) return nothing;
  if (said === oneARow) return made(mapping, header, "one-piece", () => 1);
  const of = perAmount(mapping, profile);
  if (of !== undefined) return made(mapping, header, "quantity-of-amount", of);
  const isSerial = header.some(
    (heading, column) => serial.test(normaliseHeading(heading).key) && isUnique(profile.head, column),
  );
  if (order === undefined && !isSerial) return nothing;
  const taken = new Set(mapping.fields.values());
  const numbers = profile.columns.filter(
    ({ numberRate, dateRate, filled }) => filled > 0 && numberRate > 0.5 && dateRate < 0.9,
  );
  const isMoney = (column: number): boolean => isOtherThing("quantity", header[column] ?? "");
  const mayCount = numbers.some(
    ({ index, texts }) =>
      !taken.has(index) &&
      !isMoney(index) &&
      !measures.test(header[index]?.toLowerCase() ?? "") &&
      !texts.every((text) => /^\u0001?[01]?$/.test(text)),
  );
  const isPriced =
    mapping.fields.has("price") ||
    mapping.fields.has("amount") ||
    isSerial ||
    numbers.some(({ index }) => isMoney(index));
  if (mayCount || !isPriced || (!isSerial && !repeatsItems(profile, order, item))) return nothing;
  return made(mapping, header, "one-piece", () => 1);
}

/** The mapping with a quantity that no column holds: it stands behind the last one. */
function made(
  mapping: Mapping,
  header: readonly string[],
  code: "one-piece" | "quantity-of-amount" | "quantity-of-columns",
  of: (cells: readonly string[]) => number,
  columns: readonly number[] = [],
): Pieces {
  const fields = new Map(mapping.fields).set("quantity", header.length);
  const issues = mapping.issues.filter(
    (issue) => !(issue.code === "column-unclear" && issue.field === "quantity"),
  );
  const text = (cells: readonly string[]): string => {
    const value = of(cells);
    return Number.isNaN(value) ? "" : cellText(String(value), 1);
  };
  return {
    mapping: { ...mapping, fields, issues: [...issues, { code, severity: "info" }] },
    derived: [{ field: "quantity", columns, of: text }],
  };
}

/** What stands in several columns together; nothing where none of them says anything. */
function sumOf(profile: TableProfile, columns: readonly number[]): (cells: readonly string[]) => number {
  const values = columns.map((column) => numbersOfColumn(profile, column));
  return (cells) => {
    const said = values.map((of) => of(cells)).filter((value) => !Number.isNaN(value));
    return said.length === 0 ? Number.NaN : said.reduce((sum, value) => sum + value, 0);
  };
}

const fewestAmounts = 2;
/** What a price rounded to cents leaves open of a number of pieces. */
const nearlyWhole = 0.01;

/** Amount by price where it is a whole number of pieces in every row, and not one piece in each. */
function perAmount(
  { fields }: Mapping,
  profile: TableProfile,
): ((cells: readonly string[]) => number) | undefined {
  const [price, amount] = [fields.get("price"), fields.get("amount")];
  if (price === undefined || amount === undefined || fields.has("priceUnit")) return undefined;
  const [priceOf, amountOf] = [numbersOfColumn(profile, price), numbersOfColumn(profile, amount)];
  const of = (cells: readonly string[]): number => {
    const pieces = amountOf(cells) / priceOf(cells);
    return Number.isFinite(pieces) ? Math.round(pieces) : Number.NaN;
  };
  const exact = profile.head.map((cells) => amountOf(cells) / priceOf(cells)).filter(Number.isFinite);
  const areWhole = exact.every((pieces) => Math.abs(pieces - Math.round(pieces)) < nearlyWhole);
  const isPlain = exact.every((pieces) => Math.abs(pieces) >= 0.5) && new Set(exact.map(Math.round)).size > 1;
  return exact.length >= Math.max(fewestAmounts, 0.95 * profile.records) && areWhole && isPlain
    ? of
    : undefined;
}
