import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { load, names } from "../../datasets/index.ts";
import type { Truth } from "../../datasets/make/werkstatt/truth.ts";
import { werkstattFiles } from "../../datasets/make/werkstatt.ts";
import { dayNumber } from "../../src/calendar/date.ts";

const { description, folder } = load("werkstatt");
const truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as Truth;
let made: Map<string, Uint8Array>;
const tables = new Map<string, readonly Record<string, string>[]>();

/** Records under the heading of a bundled file, by heading; the file has no quoted cells. */
function rowsOf(file: string): readonly Record<string, string>[] {
  const known = tables.get(file);
  if (known !== undefined) return known;
  const lines = new TextDecoder("windows-1252").decode(readFileSync(join(folder, file))).split("\r\n");
  const headings = Object.keys(description.columns[file]);
  const head = lines.findIndex((line) => headings.every((heading) => line.split(";").includes(heading)));
  const columns = lines[head].split(";");
  const rows = lines
    .slice(head + 1)
    .filter((line) => line !== "" && !line.startsWith("Summe;"))
    .map((line) => Object.fromEntries(line.split(";").map((cell, k) => [columns[k], cell])));
  tables.set(file, rows);
  return rows;
}
/** Day number of "16.10.2026". */
const dayOf = (text: string) => {
  const [day, month, year] = text.split(".").map(Number) as [number, number, number];
  return dayNumber(year, month, day);
};
const number = (text: string) => Number(text.replaceAll(".", "").replace(",", "."));
const [first, second] = description.files.orders as [string, string, string];

beforeAll(() => {
  made = werkstattFiles();
});

test("the generator makes the bundled bytes again", () => {
  for (const [name, bytes] of made) {
    expect(readFileSync(join(folder, name)).equals(bytes), name).toBe(true);
  }
});

test("dataset.json has the hash of every file, and the folder has no file besides", () => {
  const hashed = Object.entries(description.sha256);
  for (const [name, hash] of hashed) {
    expect(
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
      name,
    ).toBe(hash);
  }
  expect(readdirSync(folder).sort()).toEqual(
    ["README.md", "dataset.json", ...hashed.map(([name]) => name)].sort(),
  );
});

test("the bundled files take at most 4 MB", () => {
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(bytes).toBeLessThanOrEqual(4_000_000);
});

test("every file has as many records as dataset.json says", () => {
  for (const [name, count] of Object.entries(description.lines))
    expect(rowsOf(name).length, name).toBe(count);
});

test("the total line is the sum of the quantities above it", () => {
  for (const name of [first, second]) {
    const sum = rowsOf(name).reduce((total, row) => total + Math.round(number(row.Menge!) * 100), 0) / 100;
    const text = readFileSync(join(folder, name), "latin1").trimEnd().split("\r\n").at(-1)!;
    expect(number(text.split(";")[5]), name).toBeCloseTo(sum, 2);
  }
});

test("the second export repeats the first where they overlap and adds lines booked late", () => {
  const key = (row: Record<string, string>) => Object.values(row).join(";");
  const known = new Set(rowsOf(first).map(key));
  const again = rowsOf(second);
  const inBoth = again.filter((row) => known.has(key(row))).length;
  const day = (row: Record<string, string>) => row.Buchungsdatum!.split(".").reverse().join("");
  expect(inBoth).toBe(truth.lines.inBoth);
  expect(known.size + again.length - inBoth).toBe(truth.lines.merged);
  expect(again.filter((row) => !known.has(key(row)) && day(row) <= "20260925").length).toBeGreaterThan(2);
});

test("net demand of the files, merged, is the truth, cell by cell", () => {
  const merged = new Map(
    [...rowsOf(first), ...rowsOf(second)].map((row) => [Object.values(row).join(";"), row]),
  );
  const month = (row: Record<string, string>) => row.Buchungsdatum!.split(".").slice(1).reverse().join("-");
  const rows = [...merged.values()].filter(({ Bewegungsart: kind }) => /Verbrauch|Rückgabe/.test(kind!));
  const issued = new Map<string, string>();
  for (const row of rows) if (row.Bewegungsart === "Verbrauch") issued.set(row["Belegnr."], month(row));
  const net = new Map<string, number>();
  for (const row of rows) {
    const cell = `${row.Artikelnummer} ${issued.get(row["Belegnr."])}`;
    net.set(cell, (net.get(cell) ?? 0) + number(row.Menge!));
  }
  const expected = new Map<string, number>();
  for (const { item, start, net: values } of truth.items) {
    values.forEach((value, k) => {
      const months = Number(start!.slice(0, 4)) * 12 + Number(start!.slice(5, 7)) - 1 + k;
      const name = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
      if (value !== 0) expected.set(`${item} ${name}`, value);
    });
  }
  const rounded = [...net].map(([cell, value]) => [cell, Math.round(value * 10) / 10] as const);
  expect(new Map(rounded.filter(([, value]) => value !== 0))).toEqual(expected);
});

test("article numbers keep seven digits with a leading zero, and every line names a known article", () => {
  const items = new Set(rowsOf("artikel.csv").map((row) => row.Artikelnummer!));
  expect(items.size).toBe(truth.items.length);
  for (const item of items) expect(item).toMatch(/^0\d{6}$/);
  const named = [first, second, "bestellungen.csv", "offene-bestellungen.csv"].flatMap((file) =>
    rowsOf(file).map((row) => row.Artikelnummer!),
  );
  expect([...new Set(named)].filter((item) => !items.has(item))).toEqual([]);
});

test("three buyers are codes, and prices run from cents to hundreds of euros", () => {
  const rows = rowsOf("artikel.csv");
  const prices = rows.map((row) => number(row.Preis!) / number(row.PE!));
  expect([...new Set(rows.map((row) => row.Disponent))].sort()).toEqual(["D01", "D02", "D03"]);
  expect(Math.min(...prices)).toBeLessThan(0.03);
  expect(Math.max(...prices)).toBeGreaterThan(500);
  expect(Math.max(...prices)).toBeLessThan(1000);
});

test("all demand classes and all kinds of events of the description are there", () => {
  const classes = new Set(truth.items.map((item) => item.class));
  expect([...classes].sort()).toEqual([
    "dead",
    "erratic",
    "intermittent",
    "lumpy",
    "new",
    "seasonal",
    "smooth",
  ]);
  const kinds = Map.groupBy(truth.events, ({ kind }) => kind);
  expect(kinds.get("level-shift")!.some(({ size }) => size > 0)).toBe(true);
  expect(kinds.get("level-shift")!.some(({ size }) => size < 0)).toBe(true);
  for (const kind of [
    "spike",
    "dip",
    "end-of-life",
    "unit-change",
    "new-item",
    "promotion",
    "stockout",
  ] as const) {
    expect(kinds.get(kind)?.length, kind).toBeGreaterThan(0);
  }
  expect(kinds.get("unit-change")).toHaveLength(1);
});

test("a level shift moves the mean of six months by its size", () => {
  const monthAt = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const shifts = truth.events.filter(
    ({ kind, at, size }) => kind === "level-shift" && at <= "2026-03-01" && size < 2,
  );
  expect(shifts.length).toBeGreaterThanOrEqual(4);
  for (const { item, at, size } of shifts) {
    const { start, net } = truth.items.find((of) => of.item === item)!;
    const from = monthAt(at) - monthAt(start!);
    const change = mean(net.slice(from, from + 6)) / mean(net.slice(from - 6, from)) - 1;
    expect(Math.sign(change)).toBe(Math.sign(size));
    expect(Math.abs(change - size), `${item} ${change}`).toBeLessThan(0.35);
  }
});

test("the unit change divides quantities by a hundred and multiplies the price", () => {
  const { item, at } = truth.events.find(({ kind }) => kind === "unit-change")!;
  const rows = rowsOf(first).filter((row) => row.Artikelnummer === item && row.Bewegungsart === "Verbrauch");
  const iso = (row: Record<string, string>) => row.Buchungsdatum!.split(".").reverse().join("-");
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const ratio = (column: string) =>
    median(rows.filter((row) => iso(row) >= at).map((row) => number(row[column]))) /
    median(rows.filter((row) => iso(row) < at && iso(row) >= "2025-11-01").map((row) => number(row[column])));
  expect(ratio("Menge") * 100).toBeGreaterThan(0.6);
  expect(ratio("Menge") * 100).toBeLessThan(1.6);
  expect(ratio("Einzelpreis")).toBeCloseTo(100, -1);
});

test("receipts show the true lead time of the late supplier, master data do not", () => {
  const late = truth.suppliers.find((supplier) => supplier.late)!;
  const spans = rowsOf("bestellungen.csv")
    .filter((row) => row.Lieferantennummer === late.supplier && row.Wareneingang !== "")
    .map((row) => dayOf(row.Wareneingang!) - dayOf(row.Bestelldatum!))
    .sort((a, b) => a - b);
  expect(spans.length).toBeGreaterThan(50);
  expect(late.masterDays).toBe(14);
  expect(Math.abs(spans[Math.floor(spans.length / 2)] - 31)).toBeLessThanOrEqual(2);
});

test("the oddities of stock and master data stand in artikel.csv", () => {
  const rows = Map.groupBy(rowsOf("artikel.csv"), (row) => row.Artikelnummer!);
  const odd = Map.groupBy(truth.oddities, ({ what }) => what);
  const cells = (what: (typeof truth.oddities)[number]["what"], column: string) =>
    odd.get(what)!.map(({ item }) => rows.get(item)![0][column]);
  expect(cells("negative-stock", "Bestand")).toEqual(["-15"]);
  expect(cells("no-stock-given", "Bestand")).toEqual([""]);
  expect(cells("no-lead-time", "WBZ (Tage)")).toEqual(["", "", "", "", ""]);
  expect(odd.get("second-source")!.map(({ item }) => rows.get(item)!.length)).toEqual([2, 2]);
  const [minimum, maximum] = ["Mindestbestellmenge", "Höchstbestand"].map((column) =>
    number(cells("minimum-above-maximum", column)[0]),
  ) as [number, number];
  expect(minimum).toBeGreaterThan(maximum);
  expect(odd.get("runs-out")).toHaveLength(6);
  expect(odd.get("overstocked")).toHaveLength(8);
});

test("a data set is found by name, and an unknown name says which there are", () => {
  expect(names()).toContain("werkstatt");
  expect(load("werkstatt").orders).toHaveLength(3);
  expect(() => load("nothing")).toThrow(/werkstatt/);
});
