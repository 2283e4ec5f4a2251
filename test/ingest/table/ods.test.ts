import { expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { readOrders } from "../../../src/ingest/orders/orders.ts";
import { bytesSource } from "../../../src/ingest/source.ts";
import { linesOf } from "../typing/from-text.ts";
import { gridOf, workbookFile } from "./grid.ts";
import { cellsOf, codesOf, readBytes } from "./reading.ts";
import { zipped } from "./workbook.ts";

const mimetype = "application/vnd.oasis.opendocument.spreadsheet";
const document = (tables: string, styles = "") =>
  `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
const ods = (tables: string, { styles = "", parts = {} }: { styles?: string; parts?: object } = {}) =>
  zipped({ mimetype, "content.xml": document(tables, styles), ...parts });
const table = (rows: string, name = "Blatt") => `<table:table table:name="${name}">${rows}</table:table>`;
const row = (cells: string, more = "") => `<table:table-row ${more}>${cells}</table:table-row>`;
const text = (said: string, more = "") =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${said}</text:p></table:table-cell>`;
const number = (value: number, more = "") =>
  `<table:table-cell office:value-type="float" office:value="${value}" ${more}/>`;
const date = (day: string) => `<table:table-cell office:value-type="date" office:date-value="${day}"/>`;
const heading = row(text("Artikel") + text("Datum") + text("Menge"));

const codeOf = (bytes: Uint8Array): string => {
  try {
    readBytes(bytes);
  } catch (error) {
    return error instanceof InputError ? error.code : `not an InputError: ${error}`;
  }
  return "read";
};

test("a document of LibreOffice gives the cells of the workbook that it was made from", () => {
  const grid = gridOf(workbookFile("cells.ods"));
  const made = gridOf(workbookFile("cells.xlsx"));
  // LibreOffice computes what was not computed yet
  const [unsaid, computed] = ["formula-without-value H4 ", "error-cell H4 #NAME?"];
  const change = (line: string) =>
    line === unsaid
      ? computed
      : line.startsWith("4 ")
        ? line.replace("] 021001", ',"","#NAME?"] 02100100')
        : line;
  expect(grid.Verbräuche?.toSorted()).toEqual(made.Verbräuche?.map(change).sort());
  expect({ ...grid, Verbräuche: [] }).toEqual({ ...made, Verbräuche: [] });
});

test("order lines come out of a document, sheets of one shape together", () => {
  const may = table(heading + row(text("0815") + date("2025-05-05") + number(4)), "Mai");
  const june = table(heading + row(text("0815") + date("2025-06-05T00:00:00") + number(6.5)), "Juni");
  expect(linesOf(readOrders([bytesSource("a.ods", ods(may + june))]))).toEqual([
    expect.stringContaining("0815 2025-05-05 4"),
    expect.stringContaining("0815 2025-06-05 6.5"),
  ]);
});

test("part numbers that became dates, and numbers with a point, are seen as in the other forms", () => {
  const damaged = row(date("2025-12-01") + date("2025-05-05") + number(4));
  const codes = (rows: string) =>
    readOrders([bytesSource("a.ods", ods(table(heading + rows)))]).issues.map(({ code }) => code);
  const rows = ["4711.0", "4712.0", "4713.0"].map((id, k) =>
    row(text(id) + date(`2025-05-0${k + 1}`) + number(2)),
  );
  expect(codes(rows.join("") + damaged)).toContain("item-as-date");
  expect(codes(rows.join(""))).toContain("item-cleaned");
});

test("cells that repeat, empty ones in between, covered ones and groups of rows keep their places", () => {
  const rows =
    row(text("Artikel") + text("Januar", 'table:number-columns-repeated="2"')) +
    `<table:table-row-group>${row(
      `${text("A")}<table:covered-table-cell office:value-type="string"><text:p>x</text:p></table:covered-table-cell><table:table-cell table:number-columns-repeated="1021"/>`,
    )}</table:table-row-group>` +
    row('<table:table-cell table:number-columns-repeated="1024"/>', 'table:number-rows-repeated="3"') +
    row(number(7) + number(8), 'table:number-rows-repeated="2"');
  expect(gridOf(ods(table(rows))).Blatt).toEqual([
    '1 ["Artikel","Januar","Januar"] 000',
    '2 ["A"] 0',
    '6 ["7","8"] 11',
    '7 ["7","8"] 11',
  ]);
});

test("notes, pictures and tables inside a cell are not its text; blanks, tabs and lines are", () => {
  const inner = `<office:annotation><text:p>Notiz</text:p></office:annotation><text:p>a<text:s text:c="2"/>b<text:tab/>c</text:p><text:p><text:span>d</text:span></text:p><draw:frame><draw:text-box><text:p>Bild</text:p></draw:text-box></draw:frame>`;
  const cell = `<table:table-cell office:value-type="string">${inner}</table:table-cell>`;
  expect(gridOf(ods(table(row(cell + text("z"))))).Blatt).toEqual(['1 ["a  b\\tc\\nd","z"] 00']);
});

test("times, durations, shares and digits of a style", () => {
  const styles = `<number:number-style style:name="N1"><number:number number:min-integer-digits="6"/></number:number-style>
<style:style style:name="c1" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="c2" style:family="table-cell" style:parent-style-name="c1"/>`;
  const time = (value: string) => `<table:table-cell office:value-type="time" office:time-value="${value}"/>`;
  const share = '<table:table-cell office:value-type="percentage" office:value="0.125"/>';
  const cells = `${number(815, 'table:style-name="c2"')}${time("PT06H30M00S")}${time("PT36H00M00S")}${share}<table:table-cell office:value-type="boolean" office:boolean-value="true"/>`;
  expect(gridOf(ods(table(row(cells)), { styles })).Blatt).toEqual([
    '1 ["000815","06:30:00","1.5","0.125","TRUE"] 00110',
  ]);
});

test("rows and cells that exist by repetition alone are refused, and so are other documents", () => {
  const began = performance.now();
  const endless = row(number(1) + number(2) + number(3), 'table:number-rows-repeated="1048000"');
  expect(codeOf(ods(table(heading + endless)))).toBe("sheet-repeats");
  expect(codeOf(ods(table(row(number(1, 'table:number-columns-repeated="16384"')))))).toBe(
    "too-many-columns",
  );
  const below = row("<table:table-cell/>", 'table:number-rows-repeated="1048576"') + row(number(1));
  expect(codeOf(ods(table(below)))).toBe("xlsx-damaged");
  expect(
    codeOf(zipped({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": document("") })),
  ).toBe("not-a-table");
  const manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
  expect(codeOf(ods(table(heading), { parts: { "META-INF/manifest.xml": manifest } }))).toBe(
    "xlsx-encrypted",
  );
  expect(codeOf(ods("<table:table").slice(0, -9))).toBe("xlsx-damaged");
  expect(codeOf(ods("<table:table"))).toBe("xlsx-damaged");
  expect(performance.now() - began).toBeLessThan(2_000);
});

test("what lies beyond the cells that are kept is read again, row by row the same", () => {
  const many = Array.from({ length: 30 }, (_, k) => row(number(k) + text("x"))).join("");
  const bytes = ods(table(many, "A") + table(heading + row(text("B") + date("2025-05-05") + number(3)), "B"));
  const whole = gridOf(bytes);
  expect(whole.A?.at(-1)).toBe('30 ["29","x"] 10');
  expect(gridOf(bytes, { keptCells: 9 })).toEqual(whole);
  const read = readBytes(bytes, { limits: { keptCells: 9 } });
  expect(cellsOf(read)).toEqual([["B", "2025-05-05", "3"]]);
  expect(codesOf(read)).toContain("other-sheets@-");
});
