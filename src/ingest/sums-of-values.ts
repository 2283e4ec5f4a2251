import { isoDate } from "../calendar/date.ts";
import { bareText, cellText } from "./cells/cells.ts";
import { scanDate } from "./cells/dates.ts";
import { totalSaid } from "./cells/total-words.ts";
import { mapColumns } from "./columns/map-columns.ts";
import { periodHeadings } from "./columns/period-headings.ts";
import type { TableProfile } from "./columns/profile.ts";
import { figureOf, isSame } from "./shapes/summed-rows.ts";
import { reshaped, type Table, type TableRecord } from "./table/record.ts";

/** More distinct texts than these tell no few parts of a whole. */
const mostTexts = 60;
/** Wider tables are not looked through. */
const mostColumns = 200;
/** Sums that are no chance: where a word says that they are sums, and where none does. */
const fewestSaid = 2;
const fewestUnsaid = 4;
/** From this share of the rows of a text on that sum up others all of them do. */
const proof = 0.95;

/** Words for all shops, countries or firms together. */
const all =
  /^(all|alle|alles|allen|overall|company|consolidated|konzern|tous|toutes|tout|tutt[ie]|todos|todas|wszystkie|wszystko|vše|všechny|všetky|alla|kaikki|összes|toate|tümü|hepsi|все|всі|全部|全社|전체)( \S{1,20}){0,2}$/i;
const isWhole = (text: string): boolean => totalSaid(text) !== undefined || all.test(text);

type Cells = readonly string[];

interface Reading {
  readonly item: number;
  readonly date: number | undefined;
  readonly figures: readonly number[];
}

/** Figures of rows added up, column by column. */
const sumOf = (rows: readonly Cells[], columns: readonly number[]): number[] =>
  columns.map((column) => rows.reduce((sum, cells) => sum + figureOf(cells[column]), 0));

/** What is read of each row: its article, its day where it has one, and what is added up; undefined where that is open. */
function readingOf({ header }: Table, profile: TableProfile): Reading | undefined {
  const periods = periodHeadings(header);
  const { fields } = mapColumns("orders", header, profile);
  const [item, date, quantity] = [fields.get("item"), fields.get("date"), fields.get("quantity")];
  if (item === undefined) return undefined;
  if (periods !== undefined) return { item, date: undefined, figures: periods.map(({ column }) => column) };
  return date === undefined || quantity === undefined ? undefined : { item, date, figures: [quantity] };
}

/** Rows that are, in every figure, the sum of the others of their group, of which there are two or more. */
function sumsOfGroups(groups: Iterable<readonly Cells[]>, figures: readonly number[]): ReadonlySet<Cells> {
  const sums = new Set<Cells>();
  for (const rows of groups) {
    if (rows.length < 3) continue;
    const whole = sumOf(rows, figures);
    const found = rows.filter((cells) =>
      figures.every((column, k) => isSame(2 * figureOf(cells[column]), whole[k] ?? Number.NaN)),
    );
    const [row] = found;
    if (row !== undefined && found.length === 1 && whole.some((value) => value !== 0)) sums.add(row);
  }
  return sums;
}

interface Proof {
  tried: number;
  hits: number;
  /** Figures that say so. */
  values: number;
}

/** For each text of a column how many of its rows, in groups of several, sum up the others. */
function proofsOf(
  groups: Iterable<readonly Cells[]>,
  sums: ReadonlySet<Cells>,
  column: number,
  figures: readonly number[],
): ReadonlyMap<string, Proof> {
  const proofs = new Map<string, Proof>();
  for (const rows of groups)
    for (const cells of rows) {
      const values = figures.filter((at) => figureOf(cells[at]) !== 0).length;
      if (values === 0) continue;
      const text = cells[column] ?? "";
      const found = proofs.get(text) ?? { tried: 0, hits: 0, values: 0 };
      proofs.set(text, found);
      found.tried++;
      if (!sums.has(cells)) continue;
      found.hits++;
      found.values += values;
    }
  return proofs;
}

/** The rows of a text that sums up those of all other texts of its column: "All stores" beside each of them. */
function textOfSums(profile: TableProfile, reading: Reading): ((cells: Cells) => boolean) | undefined {
  const { item, date, figures } = reading;
  const keyOf = (cells: Cells): string => `${cells[item]}\u001f${date === undefined ? "" : cells[date]}`;
  const groups = [...Map.groupBy(profile.head, keyOf).values()].filter((rows) => rows.length > 2);
  const sums = sumsOfGroups(groups, figures);
  if (sums.size === 0) return undefined;
  for (const { index, texts, numberRate } of profile.columns) {
    if (index === item || index === date || figures.includes(index)) continue;
    if (texts.length > mostTexts || texts.length < 3 || numberRate > 0.5) continue;
    for (const [text, { tried, hits, values }] of proofsOf(groups, sums, index, figures)) {
      const fewest = isWhole(bareText(text).trim()) ? fewestSaid : fewestUnsaid;
      if (hits >= proof * tried && values >= fewest) return (cells) => (cells[index] ?? "") === text;
    }
  }
  return undefined;
}

/** Year, quarter and month in which a text of a date or a period lies, and how long it is; undefined for others. */
function spanOf(
  text: string,
): { readonly days: number; readonly year: number; readonly month: number } | undefined {
  const bare = bareText(text).trim();
  if (/^(19|20)\d{2}$/.test(bare)) return { days: 365, year: Number(bare), month: 12 };
  const scan = scanDate(bare);
  if (scan.kind === "pair") return { days: 30, year: scan.year, month: scan.number };
  if (scan.kind === "parts")
    return scan.dotted ? { days: 1, year: scan.year, month: scan.second } : undefined;
  if (scan.kind !== "day" && scan.kind !== "period") return undefined;
  const [year = 0, month = 0] = isoDate(scan.day).split("-").map(Number);
  if (scan.kind === "day") return { days: 1, year, month };
  return { days: /Q|Quartal|quarter/i.test(bare) ? 91 : /W/i.test(bare) ? 7 : 30, year, month };
}

/** The longer period that a date lies in, as long as `days`. */
function within(span: ReturnType<typeof spanOf>, days: number): string {
  if (span === undefined) return "";
  if (days === 365) return String(span.year);
  return `${span.year}-${days === 91 ? Math.ceil(span.month / 3) : span.month}`;
}

/** The rows of periods that sum up the shorter ones inside them: a year below its months. */
function periodsOfSums(
  profile: TableProfile,
  { item, date, figures }: Reading,
): ((cells: Cells) => boolean) | undefined {
  if (date === undefined) return undefined;
  const texts = profile.columns.find(({ index }) => index === date)?.texts ?? [];
  const spans = new Map(texts.map((text) => [text, spanOf(text)]));
  const daysOf = (cells: Cells): number => spans.get(cells[date] ?? "")?.days ?? 0;
  const lengths = new Set([...spans.values()].flatMap((span) => span?.days ?? []));
  const longest = Math.max(0, ...lengths);
  if (longest < 30 || lengths.size < 2) return undefined;
  const keyOf = (cells: Cells): string =>
    `${cells[item]}\u001f${within(spans.get(cells[date] ?? ""), longest)}`;
  let [tried, hits, several] = [0, 0, 0];
  for (const rows of Map.groupBy(profile.head, keyOf).values()) {
    const whole = rows.filter((cells) => daysOf(cells) === longest);
    const parts = rows.filter((cells) => daysOf(cells) > 0 && daysOf(cells) < longest);
    if (whole.length === 0) continue;
    tried++;
    const sums = sumOf(parts, figures);
    const isSum = whole.length === 1 && parts.length > 0;
    if (!isSum || !sumOf(whole, figures).every((value, k) => isSame(value, sums[k] ?? Number.NaN))) continue;
    hits++;
    if (parts.length > 1) several++;
  }
  if (hits < proof * tried || (several === 0 && hits < fewestSaid)) return undefined;
  return (cells) => spanOf(cells[date] ?? "")?.days === longest;
}

/**
 * A table without the rows that sum up others of it, where their sums prove it: all shops beside each of them, a year
 * below its months; any other table as it is.
 */
export function withoutSumsOfValues(table: Table, profile: TableProfile): Table {
  const reading = table.header.length > mostColumns ? undefined : readingOf(table, profile);
  if (reading === undefined) return table;
  const isSum = textOfSums(profile, reading) ?? periodsOfSums(profile, reading);
  if (isSum === undefined) return table;
  const isPart = (record: TableRecord): boolean => !isSum(cellsOf(record));
  let [row, count]: [number | undefined, number] = [undefined, 0];
  for (const record of table.records()) {
    if (isPart(record)) continue;
    row ??= record.row;
    count++;
  }
  if (row === undefined) return table;
  function* records(): Generator<TableRecord> {
    for (const record of table.records()) if (isPart(record)) yield record;
  }
  return reshaped(table, table.header, records, {
    code: "group-sums",
    severity: "info",
    row,
    count,
  });
}

const cellsOf = ({ cells, types }: TableRecord): Cells =>
  cells.map((text, column) => cellText(text, types?.[column]));
