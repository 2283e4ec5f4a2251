import { defined } from "../../defined.ts";
import type { Issue, IssueCode } from "../../issue.ts";
import { bareText } from "../cells/cells.ts";
import { isFiscalPeriod } from "../cells/fiscal-periods.ts";
import type { ReadOptions } from "../read-options.ts";
import { shapedTable } from "../shaped-table.ts";
import type { Wanted } from "../sheet-choice.ts";
import type { ByteSource } from "../source.ts";
import { withoutSumsOfValues } from "../sums-of-values.ts";
import { openTable } from "../table/open-table.ts";
import type { Table } from "../table/record.ts";
import { columnLabel, repeatedHeadings } from "./column-names.ts";
import { type DateParts, dateParts, partColumns } from "./date-parts.ts";
import { accounted, withStates } from "./evidence/accounted.ts";
import { inBaseUnits } from "./evidence/base-quantity.ts";
import type { DerivedField } from "./evidence/derived.ts";
import { fiscalYear } from "./evidence/fiscal-year.ts";
import { itemByCode } from "./evidence/item-code.ts";
import { multiplied } from "./evidence/multiplied.ts";
import { withoutTotals } from "./evidence/period-totals.ts";
import { withPriceUnit } from "./evidence/price-unit.ts";
import { withoutParts, withStock } from "./evidence/stock-columns.ts";
import type { FileKind } from "./fields.ts";
import { weekOf } from "./headings/weekdays.ts";
import { itemsAcross } from "./items-across.ts";
import { mapColumns, saidFields } from "./map-columns.ts";
import type { Mapping, MappingOptions } from "./mapping.ts";
import type { PeriodHeading } from "./period-heading.ts";
import { monthNamed, periodHeadings, yearNamed, yearsNamed } from "./period-headings.ts";
import { profileTable, type TableProfile } from "./profile.ts";
import { blockedRows } from "./rules/blocked-rows.ts";
import { colouredRows } from "./rules/coloured-rows.ts";
import { sheetItems } from "./rules/sheet-items.ts";
import { withSplitLines } from "./rules/split-lines.ts";
import { stockOfPlaces, withLastStock } from "./rules/stock-series.ts";
import { unnamedQuantity } from "./rules/unnamed-quantity.ts";
import { yearlessDates } from "./rules/yearless-dates.ts";
import { planWide, type WidePlan } from "./wide-plan.ts";

/** A file whose table and contents were looked at. */
export interface OpenedFile {
  readonly source: ByteSource;
  readonly table: Table;
  readonly profile: TableProfile;
}

/** What is decided about a file before a line of it is read. */
export interface FileLayout extends OpenedFile {
  /** Which column holds which field. */
  readonly mapping: Mapping;
  /** The same by headings and contents alone: no due date stands in for a missing date. */
  readonly named: Mapping;
  /** How the periods of a wide table become lines. */
  readonly wide?: WidePlan;
  /** Year, month, week or day of the date, where they stand in columns of their own. */
  readonly parts?: DateParts;
  /** Fields that are made of several columns. */
  readonly derived?: readonly DerivedField[];
  /** Columns of a wide table that sum up others. */
  readonly totals?: readonly number[];
  /** A date text by a fiscal year as a month of the calendar. */
  readonly inCalendar?: (text: string) => string;
  /** Questions and notes about the columns, with the file. */
  readonly issues: readonly Issue[];
}

/** Opens a file and looks at its contents. Throws InputError for what is no table. */
export function openFile(source: ByteSource, wanted?: Wanted): OpenedFile {
  const table = shapedTable(openTable(source, defined({ wanted })));
  const profile = profileTable(table);
  const parts = withoutSumsOfValues(table, profile);
  return parts === table
    ? { source, table, profile }
    : { source, table: parts, profile: profileTable(parts) };
}

/**
 * Decides what a file of a kind is: long, wide or with its date in parts, and which column holds which field. Every
 * reader, and what shows a file to the user, asks here: so they cannot come to differ.
 * @example fileLayout(openFile(source), "orders", {}).mapping.fields.get("item") // 2
 */
export function fileLayout(opened: OpenedFile, kind: FileKind, options: ReadOptions): FileLayout {
  const across = kind === "orders" ? arranged(opened, options) : undefined;
  const file =
    across?.table === undefined
      ? opened
      : { ...opened, table: across.table, profile: profileTable(across.table) };
  const { source, table, profile } = file;
  const { header } = table;
  const said = saidBy(options);
  const { periods, parts } = kind === "orders" ? datesApart(file, said) : {};
  const apart = apartOf(periods, parts);
  const found = mapColumns(kind, header, profile, { ...said, ...defined({ apart }) });
  const byUser = saidFields("orders", header, profile, said);
  const isLong = kind === "orders" && periods === undefined;
  const { mapping: named, derived } = isLong
    ? inPieces(accounted(proved(found, header, profile, byUser), header, profile, said, byUser), file, said)
    : kind === "orders"
      ? withStates(found, header, profile, said)
      : ofKind(found, file, said);
  const mapping =
    kind === "orders" && apart === undefined ? quantityFallback(dateFallback(named, header), header) : named;
  const { parts: single, totals } = withoutTotals(periods ?? [], profile);
  const wide =
    periods === undefined
      ? undefined
      : planWide(header, single, named.fingerprint, options.answers, titled(table, source.name), profile);
  const asked = { print: named.fingerprint, answers: options.answers };
  const fiscal =
    kind !== "orders" || periods !== undefined
      ? undefined
      : fiscalYear(table, profile, { date: mapping.fields.get("date"), parts }, asked);
  const isOpen = across?.issues.some(({ question }) => question !== undefined) === true;
  const notes = [
    ...repeatedHeadings(header, table.headerRow),
    ...(across?.issues ?? []),
    // Which column is the item or the quantity is no question while each may be an item.
    ...(isOpen ? mapping.issues.filter(({ code }) => !ofColumns.has(code)) : mapping.issues),
    ...(wide?.issues ?? []),
    ...totals.map(
      ({ column }): Issue => ({
        code: "period-total",
        severity: "info",
        column: columnLabel(header, column),
      }),
    ),
    ...(fiscal?.issues ?? []),
    ...sheetItems(table, mapping, options.answers),
    ...(kind === "orders" ? colouredRows(table, mapping.fingerprint, options.answers) : []),
    ...(kind === "orders" ? [] : periodsOfBusiness(header, profile, mapping.fields.get("date"))),
  ];
  const issues = notes.map((issue) => ({ ...issue, file: source.name }));
  const summed = totals.map(({ column }) => column);
  return {
    ...file,
    named,
    mapping,
    ...defined({ wide, parts, derived, inCalendar: fiscal?.inCalendar }),
    totals: summed,
    issues,
  };
}

/** A table with its items across, or with dates that name no year, as lines; undefined for others. */
function arranged({ table, profile, source }: OpenedFile, options: ReadOptions) {
  const date = saidFields("orders", table.header, profile, saidBy(options)).get("date");
  return (
    itemsAcross(table, profile, options.answers) ??
    yearlessDates(table, profile, { file: source.name, date }, options.answers)
  );
}

/** Questions about columns that wait until a table is arranged. */
const ofColumns: ReadonlySet<IssueCode> = new Set(["column-unclear", "column-unreadable"]);

/** Lines of one piece each, where nothing else says how many. */
function inPieces(
  { mapping, derived }: Pick<FileLayout, "mapping"> & { readonly derived: readonly DerivedField[] },
  { table: { header }, profile }: OpenedFile,
  said: MappingOptions,
): Pick<FileLayout, "mapping" | "derived"> {
  const pieces = unnamedQuantity(mapping, header, profile, said);
  return { mapping: pieces.mapping, derived: [...derived, ...pieces.derived] };
}

/** A mapping of order lines with what the contents prove against the headings. */
const proved: typeof multiplied = (mapping, header, profile, said) =>
  [itemByCode, inBaseUnits, multiplied, withPriceUnit, withSplitLines].reduce(
    (known, prove) => prove(known, header, profile, said),
    mapping,
  );

/** Columns of another file than orders: the stock by what adds up. */
function ofKind(
  found: Mapping,
  { table: { header }, profile }: OpenedFile,
  said: MappingOptions,
): Pick<FileLayout, "mapping" | "derived"> {
  if (found.kind !== "items") return { mapping: found };
  const named = saidFields("items", header, profile, said);
  if (named.has("onHand")) return { mapping: withStock(found, header, profile, named) };
  const stock = withStock(withLastStock(found, header, profile), header, profile, named);
  const places = stockOfPlaces(stock, header, profile);
  if (places !== undefined) return places;
  const usable = withoutParts(stock, header, profile);
  const blocked = usable.derived.length > 0 ? undefined : blockedRows(usable.mapping.fields, header, profile);
  return blocked === undefined ? usable : { ...usable, derived: [blocked] };
}

/** What stands above a table, and the name of its sheet. */
const titlesOf = ({ preamble, sheet }: Table): readonly string[] => [...preamble, sheet ?? ""];

/** What they say of the time of the table. */
const titled = (table: Table, file: string): Parameters<typeof planWide>[4] => ({
  names: [file],
  month: monthNamed(titlesOf(table)),
  week: weekOf(titlesOf(table)),
  year: yearNamed(titlesOf(table)),
  firstYear: yearsNamed(titlesOf(table)),
});

/** Dates that no single column holds: in the headings of a wide table, or in parts. */
interface DatesApart {
  readonly periods?: readonly PeriodHeading[] | undefined;
  readonly parts?: DateParts | undefined;
}

/** Looks for dates that no single column holds; who names the column of dates or quantities reads a long table. */
function datesApart(file: OpenedFile, said: MappingOptions): DatesApart {
  const { header } = file.table;
  const fields = saidFields("orders", header, file.profile, said);
  if (fields.has("date")) return {};
  const isLong = fields.has("quantity") || hasDateColumn(file);
  const periods = isLong ? undefined : periodHeadings(header);
  return periods === undefined ? { parts: dateParts(header, file.profile, said) } : { periods };
}

/** The columns of such dates, and the fields that they give. A value beside the periods prices no line. */
function apartOf(
  periods: readonly PeriodHeading[] | undefined,
  parts: DateParts | undefined,
): MappingOptions["apart"] {
  if (periods !== undefined)
    return { columns: new Set(periods.map(({ column }) => column)), fields: ["date", "quantity", "amount"] };
  return parts === undefined ? undefined : { columns: new Set(partColumns(parts)), fields: ["date"] };
}

/** Dates that are periods of a fiscal year: "2025-P04", "001/2025". */
function periodsOfBusiness(header: readonly string[], { columns }: TableProfile, date?: number): Issue[] {
  const texts = columns.find(({ index }) => index === date)?.texts ?? [];
  return texts.some((text) => isFiscalPeriod(bareText(text)))
    ? [{ code: "year-of-business", severity: "warning", column: columnLabel(header, date ?? 0) }]
    : [];
}

/** What the user and the other files say about the columns. */
function saidBy({ map, answers, master, knownItems }: ReadOptions): MappingOptions {
  const known = knownItems ?? (master === undefined ? undefined : new Set(master.map(({ item }) => item)));
  return defined({ map, answers, knownItems: known });
}

/** A table with a column of full dates under a heading of its own is long, whatever its other headings say. */
function hasDateColumn({ table, profile }: OpenedFile): boolean {
  const { fields } = mapColumns("orders", table.header, profile);
  const date = fields.get("date");
  return date !== undefined && fields.has("quantity") && (profile.columns[date]?.dateRate ?? 0) > 0.8;
}

/** Where the only quantity is what was received, that is the quantity, with a note. */
function quantityFallback(named: Mapping, header: readonly string[]): Mapping {
  const column = named.fields.get("receivedQuantity");
  if (named.fields.has("quantity") || column === undefined || named.fields.has("openQuantity")) return named;
  const isOpen = named.issues.some(
    (issue) => issue.code === "column-unclear" && issue.field === "quantity" && candidatesOf(issue) > 0,
  );
  if (isOpen) return named;
  const fields = new Map(named.fields).set("quantity", column);
  fields.delete("receivedQuantity");
  const issues = named.issues.filter(
    (issue) => !(issue.code === "column-unclear" && issue.field === "quantity"),
  );
  const note: Issue = {
    code: "column-guessed",
    severity: "info",
    field: "quantity",
    column: columnLabel(header, column),
    confidence: 0.8,
  };
  return { ...named, fields, issues: [...issues, note] };
}

const candidatesOf = ({ question }: Issue): number => question?.candidates.length ?? 0;

/** Where the only date is the due or the receipt date, that is the date, with a note. */
function dateFallback(named: Mapping, header: readonly string[]): Mapping {
  if (named.fields.has("date")) return named;
  const fields = new Map(named.fields);
  for (const from of ["dueDate", "receiptDate"] as const) {
    const column = fields.get(from);
    if (column === undefined) continue;
    fields.delete(from);
    fields.set("date", column);
    const name = columnLabel(header, column);
    const note: Issue = { code: "date-from-due", severity: "info", column: name, field: from };
    const issues = named.issues.filter(
      (issue) => !(issue.code === "column-unclear" && issue.field === "date"),
    );
    return { ...named, fields, issues: [...issues, note] };
  }
  return named;
}
