import { type Heading, normaliseHeading } from "../../cells/heading-key.ts";
import type { Field } from "../fields.ts";

/** Words by which an export says of which record a column is: "Item - SKU", "lineItems.payload.productNumber". */
const ofLine = new Set(
  "line lines lineitem lineitems item items orderitem orderitems orderline orderlines order product products article articles artikel position positionen pos entry entries detail details payload node row variant".split(
    " ",
  ),
);
/** And by which it says of what sort its cells are: "Date - Order Date", "Amount - Order Total". */
const ofSort = new Set(["date", "amount", "order", "document", "transaction"]);

const fieldsOfLines = new Set<Field>(["item", "quantity", "price", "name", "unit", "amount"]);

/** What a heading says behind the words of its record, and the fields that may be meant. */
interface Inner {
  readonly key: string;
  mayBe(field: Field): boolean;
}

/** Signs between the words of a record and what stands in it, or the words themselves: "OrderItemName". */
const parted =
  /\p{L}(\s[-–:|>/]\s|[./:>|])\p{L}|^([Oo]rder|[Ll]ine)[ _]?([Ii]tem|[Ll]ine|[Pp]osition)s?[ _]?\p{Lu}|^(order|line)_(item|line|position)s?_/u;

/** A heading without the words before it, the longest rest first. */
function* rests({ words }: Heading, before: ReadonlySet<string>): Generator<readonly string[]> {
  for (let at = 1; at < words.length && before.has(words[at - 1] ?? ""); at++) yield words.slice(at);
}

/** Fewer headings than these may begin alike by chance. */
const fewestHeadings = 5;
const longestPrefix = 12;

/** Letters that every heading of a table begins with: "OXARTNUM", "OXORDERDATE"; "" where they begin differently. */
export function prefixOf(header: readonly string[]): string {
  const [first = "", ...others] = header.map((text) => text.trim());
  if (header.length < fewestHeadings) return "";
  let length = Math.min(longestPrefix, first.length);
  while (
    length > 0 &&
    !others.every((text) => text.startsWith(first.slice(0, length)) && text.length > length)
  )
    length--;
  return length < 2 ? "" : first.slice(0, length);
}

/** Fewer headings than these do not show that what stands before their sign is the name of their record. */
const fewestOfRecord = 3;
const recordOf = (text: string): readonly string[] =>
  /^\s*(\p{L}[\p{L} ._-]{2,40}?)\s?[/:]\s?(\p{L}.*)$/u.exec(text)?.slice(1) ?? [];

/**
 * Words before "/" or ":" that several headings have: the name of their record, in whatever language.
 * @example recordsOf(["Auftragszeilen/Produkt", "Auftragszeilen/Menge", "Auftragszeilen/Preis"]) // Set { "Auftragszeilen" }
 */
export function recordsOf(header: readonly string[]): ReadonlySet<string> {
  const names = Map.groupBy(header, (text) => recordOf(text)[0] ?? "");
  return new Set(
    [...names].flatMap(([name, own]) => (name !== "" && own.length >= fewestOfRecord ? [name] : [])),
  );
}

/** What a heading says behind the name of its record; undefined where none of `records` stands before it. */
export function ofRecordNamed(text: string, records: ReadonlySet<string>): Inner | undefined {
  const [name = "", rest = ""] = recordOf(text);
  if (!records.has(name)) return undefined;
  return { key: normaliseHeading(rest).key, mayBe: (field) => fieldsOfLines.has(field) };
}

/**
 * What a heading says behind the words that name its record. Only signs part these: "Item - Qty", "lineItems.quantity",
 * not "Item group".
 * @example innerKeys("Item - Qty").map(({ key }) => key) // ["quantity"]
 */
export function innerKeys(text: string): readonly Inner[] {
  if (!parted.test(text)) return [];
  const heading = normaliseHeading(text);
  return [
    ...[...rests(heading, ofLine)].map((words) => ({
      key: words.join(""),
      // "OrderItemID" is the key of the line.
      mayBe: (field: Field) => fieldsOfLines.has(field) && !(field === "item" && words.at(-1) === "id"),
    })),
    ...[...rests(heading, ofSort)].map((words) => ({
      key: words.join(""),
      mayBe: (field: Field) => field === "date",
    })),
  ];
}
