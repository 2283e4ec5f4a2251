import { gunzipSync, strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { serialOf } from "../../datasets/make/dialects/workbook.ts";
import { dialects, endingOf, grainOf, type HistoryRow } from "../../datasets/make/dialects.ts";
import { random } from "../../datasets/make/random.ts";
import { isoDate } from "../../src/calendar/date.ts";

const rows: HistoryRow[] = (() => {
  const stream = random(7, "rows");
  return Array.from({ length: 120 }, (_, k) => ({
    order: `B${String(1000 + k)}`,
    line: "10",
    item: String(4711 + stream.below(9)).padStart(7, "0"),
    date: isoDate(20100 + k * 3),
    quantity: k % 17 === 5 ? -stream.below(20) - 1 : Math.round(stream.betweenLog(1, 4000) * 4) / 4,
    unit: "ST",
    price: Math.round(stream.betweenLog(0.05, 3000) * 10_000) / 10_000,
  }));
})();
const latin = (bytes: Uint8Array) => new TextDecoder("windows-1252").decode(bytes);
const first = rows[0];

test("there are more than ten dialects, each the same bytes every time and none like another", () => {
  const names = Object.keys(dialects);
  expect(names.length).toBeGreaterThanOrEqual(20);
  const written = names.map((name) => Buffer.from(dialects[name](rows)).toString("base64"));
  expect(names.map((name) => Buffer.from(dialects[name](rows)).toString("base64"))).toEqual(written);
  expect(new Set(written).size).toBe(names.length);
});

test("time zone and hour are in no byte", () => {
  const zone = process.env.TZ;
  const bytesIn = (name: string) => {
    process.env.TZ = name;
    return ["xlsx", "gzip"].map((dialect) => Buffer.from(dialects[dialect](rows)).toString("base64"));
  };
  try {
    expect(bytesIn("Pacific/Auckland")).toEqual(bytesIn("America/Los_Angeles"));
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

/** Reads the German delimited dialects back: heading, then records, numbers with comma. */
function readBack(text: string, delimiter: string, lineEnd: string) {
  const [, ...lines] = text
    .replace(/^\uFEFF/, "")
    .split(lineEnd)
    .filter((line) => line !== "");
  return lines.map((line) => {
    const cells = line.split(delimiter).map((cell) => cell.replaceAll('"', ""));
    return [cells[0], cells[4], Number(cells[5].replace(/[.\u202F]/g, "").replace(",", "."))];
  });
}
const truth = rows.map(({ order, item, quantity }) => [order, item, quantity]);

test("delimited dialects hold every line of the history in their own encoding", () => {
  const utf16 = (order: "le" | "be", bytes: Uint8Array) => new TextDecoder(`utf-16${order}`).decode(bytes);
  const read = {
    "german-excel": readBack(latin(dialects["german-excel"](rows)), ";", "\r\n"),
    "utf8-bom": readBack(strFromU8(dialects["utf8-bom"](rows)), ";", "\r\n"),
    "unicode-text": readBack(utf16("le", dialects["unicode-text"](rows)), "\t", "\r\n"),
    "utf16-be": readBack(utf16("be", dialects["utf16-be"](rows)), ";", "\r\n"),
    "narrow-blanks": readBack(strFromU8(dialects["narrow-blanks"](rows)), ";", "\r\n"),
    "cr-only": readBack(strFromU8(dialects["cr-only"](rows)), ";", "\r"),
    "all-quoted": readBack(latin(dialects["all-quoted"](rows)), ";", "\r\n"),
    "sep-line": readBack(latin(dialects["sep-line"](rows)).slice("sep=;\r\n".length), ";", "\r\n"),
  };
  for (const [name, found] of Object.entries(read)) expect(found, name).toEqual(truth);
});

test("byte order marks, line ends and the thousands signs are what the names say", () => {
  expect([...dialects["utf8-bom"](rows).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect([...dialects["unicode-text"](rows).subarray(0, 2)]).toEqual([0xff, 0xfe]);
  expect([...dialects["utf16-be"](rows).subarray(0, 2)]).toEqual([0xfe, 0xff]);
  expect(dialects["cr-only"](rows).includes(0x0a)).toBe(false);
  expect(latin(dialects.swiss!(rows))).toMatch(/;\d'\d{3}\.\d\d;/);
  expect(latin(dialects.american!(rows))).toMatch(/,"\d,\d{3}\.\d\d",/);
  expect(latin(dialects["all-quoted"](rows)).split("\r\n")[1]).toMatch(/^"B1000";.*;$/);
});

test("the SAP list has rules, a heading on every page and issues with the minus behind", () => {
  const lines = latin(dialects["sap-list"](rows, { pageLines: 50 })).split("\r\n");
  const data = lines.filter((line) => line.startsWith("|0"));
  expect(lines.filter((line) => line.startsWith("|Material"))).toHaveLength(3);
  expect(data).toHaveLength(rows.length);
  expect(data.filter((line) => /\|201\|.*\d,\d\d-\|/.test(line))).toHaveLength(
    rows.filter(({ quantity }) => quantity > 0).length,
  );
  expect(data.filter((line) => /\|202\|.*\d,\d\d\|/.test(line))).toHaveLength(
    rows.filter(({ quantity }) => quantity < 0).length,
  );
});

test("wide months and periods keep the total of every item", () => {
  const totals = (pairs: readonly (readonly [string, number])[]) => {
    const found = new Map<string, number>();
    for (const [item, quantity] of pairs)
      found.set(item, (found.get(item) ?? 0) + Math.round(quantity * 100));
    return [...found].sort();
  };
  const number = (text: string) => Number(text.replaceAll(".", "").replace(",", "."));
  const records = (name: string) =>
    latin(dialects[name](rows))
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(";"));
  const expected = totals(rows.map(({ item, quantity }) => [item, quantity]));
  expect(
    totals(
      records("wide-months").flatMap(([item, ...cells]) =>
        cells.map((cell) => [item!, number(cell)] as const),
      ),
    ),
  ).toEqual(expected);
  for (const name of ["month-numbers", "month-names", "calendar-weeks"]) {
    expect(totals(records(name).map(([item, , quantity]) => [item!, number(quantity!)])), name).toEqual(
      expected,
    );
  }
});

test("a workbook keeps ids as text and dates as serial numbers of its date system", () => {
  expect(serialOf("2023-03-15", false)).toBe(45000);
  expect(serialOf("2023-03-15", true)).toBe(43538);
  for (const [name, serial] of [
    ["xlsx", serialOf(first.date, false)],
    ["xlsx-1904", serialOf(first.date, true)],
  ] as const) {
    const parts = unzipSync(dialects[name](rows));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"]);
    expect(sheet, name).toContain(`<c r="C2" s="1"><v>${serial}</v></c>`);
    expect(sheet, name).toContain(`<c r="F2"><v>${first.quantity}</v></c>`);
    expect(strFromU8(parts["xl/sharedStrings.xml"]), name).toContain(`>${first.item}<`);
  }
});

test("gzip holds the plain file", () => {
  expect(gunzipSync(dialects.gzip!(rows))).toEqual(dialects["plain-csv"](rows));
});

test("grain and ending of a dialect follow its name", () => {
  expect(["sap-list", "wide-months", "month-names", "calendar-weeks"].map(grainOf)).toEqual([
    "line",
    "month",
    "month",
    "week",
  ]);
  expect(["sap-list", "xlsx", "gzip", "swiss"].map(endingOf)).toEqual(["txt", "xlsx", "csv.gz", "csv"]);
});
