import { InputError } from "../../errors.ts";
import type { Issue } from "../../issue.ts";
import { type IssueList, issueList } from "../issue-list.ts";
import type { Limits } from "../limits.ts";
import type { ByteSource } from "../source.ts";
import { isBlank, isRule } from "./blank-rows.ts";
import { type BodyEnd, bodyRecords } from "./body.ts";
import { dialectOf, sepLine } from "./dialect.ts";
import { type Edges, edgesOf, innerWidth, withoutEdges } from "./edges.ts";
import { isFixedWidth } from "./frames/fixed-width.ts";
import { linesOfHeads, recordTypesOf } from "./frames/record-types.ts";
import { firstPart } from "./frames/reordered.ts";
import { joinedLines, twoLinesOf } from "./frames/two-lines.ts";
import { type Layout, layoutOf, reportLayout, tableWidth } from "./layout.ts";
import type { Table, TableRecord } from "./record.ts";
import { csvRecords, type RawRecord } from "./records.ts";
import type { Dialect } from "./scan.ts";
import { openText, type TextBlock, type TextFile } from "./text.ts";

const sampleRecords = 1000;

const tooManyColumns = (limits: Limits) => new InputError({ code: "too-many-columns", most: limits.columns });

/** The first records of the text, read with a width (0: not known yet). */
function sample(text: TextFile, dialect: Dialect, width: number, limits: Limits): RawRecord[] {
  const rows: RawRecord[] = [];
  const block: TextBlock = { text: text.head, foreign: [], undecodable: [] };
  for (const record of csvRecords([block], dialect, width, limits)) {
    if (record.cells.length > limits.columns) throw tooManyColumns(limits);
    rows.push(record);
    if (rows.length >= sampleRecords) return rows;
  }
  // the last record of a cut head may be cut as well
  return text.whole || rows.length < 2 ? rows : rows.slice(0, -1);
}

const isTableRow = (row: RawRecord): boolean =>
  !isBlank(row.cells) && !isRule(row.raw ?? row.cells.join(" "));

/** What is said of the encoding of a whole file: where it is none of the two usual ones, or none at all. */
function encodingIssue({ encoding: { name, isDoubtful }, wasTwice }: TextFile): Issue[] {
  if (wasTwice) return [{ code: "encoding-found", severity: "info", text: `${name} (2 x)` }];
  if (isDoubtful === true) return [{ code: "encoding-doubtful", severity: "warning", text: name }];
  const isUsual = name === "windows-1252" || name.startsWith("utf");
  return isUsual ? [] : [{ code: "encoding-found", severity: "info", text: name }];
}

function reportEncoding(block: TextBlock, firstRow: number, issues: IssueList): void {
  for (const line of block.foreign) {
    issues.add({ code: "encoding-mixed", severity: "warning", row: firstRow + line });
  }
  for (const line of block.undecodable) {
    issues.add({ code: "character-unreadable", severity: "warning", row: firstRow + line });
  }
}

/** Opens a delimited text as a table. */
export function openCsv(source: ByteSource, limits: Limits): Table {
  const text = openText(source, limits);
  const found = dialectOf(text.head, text.newline === "\r" ? "\r" : "\n");
  const hasSep = sepLine(text.head) !== undefined;
  const read = (width: number) =>
    sample(text, found, width, limits)
      .filter(isTableRow)
      .slice(hasSep ? 1 : 0);
  const sampled = read(0);
  const lines = twoLinesOf(sampled);
  if (lines !== undefined)
    return joinedTable(source, text, found, limits, {
      row: lines.headingRow,
      headerRows: 2,
      header: lines.header,
      joined: (raws) => joinedLines(raws, lines),
    });
  const types = recordTypesOf(sampled);
  if (types !== undefined)
    return joinedTable(source, text, found, limits, {
      row: 1,
      headerRows: types.header.length > 0 ? 2 : 0,
      header: types.header,
      joined: (raws) => linesOfHeads(raws, types),
    });
  const part = firstPart(sampled);
  const rawWidth = tableWidth(part);
  if ((rawWidth < 2 || found.delimiter === " ") && isFixedWidth(text.head))
    throw new InputError({ code: "not-a-table", what: "fixed-width" });
  const rows = firstPart(read(rawWidth));
  const edges = edgesOf(rows, layoutOf(rows, rawWidth, found), found.delimiter);
  const layout = layoutOf(
    rows.map((row) => withoutEdges(row, edges)),
    innerWidth(edges),
    found,
  );
  return csvTable(source, text, found, layout, edges, limits);
}

/** How rows of two kinds become those of one. */
interface Joined {
  readonly row: number;
  readonly headerRows: number;
  readonly header: readonly string[];
  readonly joined: (raws: Iterable<RawRecord>) => Iterable<TableRecord>;
}

/** A list of two kinds of rows, each below the one that it belongs to, as a table of one kind. */
function joinedTable(
  source: ByteSource,
  text: TextFile,
  dialect: Dialect,
  limits: Limits,
  { row, headerRows, header, joined }: Joined,
): Table {
  const issues = issueList(source.name, limits.issuesOfACode);
  issues.add({ code: "lines-joined", severity: "info", row });
  return {
    encoding: text.encoding.name,
    bom: text.encoding.bom,
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    escape: dialect.escape,
    newline: text.newline,
    preambleLines: row - 1,
    headerRows,
    header: [...header],
    headerRow: row,
    preamble: [],
    records: () => joined(csvRecords(text.blocks(), dialect, 0, limits)),
    footerLines: () => 0,
    issues: () => issues.list(),
  };
}

/** Records without their edges. */
function* trimmed(records: Iterable<RawRecord>, edges: Edges): Generator<RawRecord> {
  for (const record of records) yield withoutEdges(record, edges);
}

function csvTable(
  source: ByteSource,
  text: TextFile,
  dialect: Dialect,
  layout: Layout,
  edges: Edges,
  limits: Limits,
): Table {
  let issues = issueList(source.name, limits.issuesOfACode);
  const end: BodyEnd = { footerLines: 0 };
  function* records() {
    issues = issueList(source.name, limits.issuesOfACode);
    const list = issues;
    for (const issue of encodingIssue(text)) list.add(issue);
    if (text.wasQuoted) list.add({ code: "lines-unquoted", severity: "info", row: 1 });
    reportLayout(layout, dialect, list);
    const raws = csvRecords(text.blocks(), dialect, edges.rawWidth, limits, (block, row) =>
      reportEncoding(block, row, list),
    );
    const plain = !edges.lead && !edges.tail && !edges.padded;
    yield* bodyRecords(plain ? raws : trimmed(raws, edges), layout, dialect, list, end);
  }
  return {
    get encoding() {
      return text.encoding.name;
    },
    bom: text.encoding.bom,
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    escape: dialect.escape,
    newline: text.newline,
    preambleLines: layout.preambleLines,
    headerRows: layout.headings.length,
    header: [...layout.header],
    headings: layout.headings,
    headerRow: layout.headerRow,
    preamble: layout.preamble,
    records: () => ({ [Symbol.iterator]: records }),
    footerLines: () => end.footerLines,
    issues: () => issues.list(),
  };
}
