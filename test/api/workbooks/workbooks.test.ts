import { gzipSync } from "node:zlib";
import { CFB } from "@e965/xlsx";
import { expect, test } from "vitest";
import { obstacle } from "../../../api/workbooks/old-workbook.ts";
import { withWorkbooks } from "../../../api/workbooks/reader.ts";
import { bytesSource, InputError, inspect, readOrders } from "../../../src/index.ts";
import { gridOf, workbookFile } from "../../ingest/table/grid.ts";
import { linesOf } from "../../ingest/typing/from-text.ts";

const opened = (name: string, bytes = workbookFile(name)) => withWorkbooks(bytesSource(name, bytes));
const gridThrough = (name: string) => gridOf(opened(name).asXlsx?.() ?? new Uint8Array());

/** What LibreOffice had computed of a formula without a value when it saved the file. */
const computed = (grid: ReturnType<typeof gridOf>) => {
  const change = (line: string) =>
    line === "formula-without-value H4 "
      ? "error-cell H4 #NAME?"
      : line.startsWith("4 ")
        ? line.replace("] 021001", ',"","#NAME?"] 02100100')
        : line;
  return Object.fromEntries(Object.entries(grid).map(([name, lines]) => [name, lines.map(change).sort()]));
};
const sorted = (grid: ReturnType<typeof gridOf>) =>
  Object.fromEntries(Object.entries(grid).map(([name, lines]) => [name, lines.toSorted()]));

test("an .xls gives the cells of the .xlsx that it was made from, an .xlsb those of the .xls", () => {
  const old = gridThrough("cells.xls");
  expect(sorted(old)).toEqual(computed(gridOf(workbookFile("cells.xlsx"))));
  expect(gridThrough("cells.xlsb")).toEqual(old);
});

test("days of a workbook that counts from 1904 are the same days", () => {
  expect(sorted(gridThrough("cells-1904.xls"))).toEqual(computed(gridOf(workbookFile("cells-1904.xlsx"))));
});

test("order lines of an .xls: digits of the format, typed days, text that looks like a number", () => {
  const found = readOrders([opened("cells.xls")], { map: { item: "Artikelnummer" } });
  expect(linesOf(found).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
    "000815 2025-01-03 5",
    "004711 2025-01-14 1234.5",
    "00-08-15 2025-02-25 -3",
    "0815 2025-02-12 0.1",
    "000007 2025-05-23 9",
  ]);
});

test("workbooks packed by gzip are read as they were before", () => {
  for (const name of ["cells.xls", "cells.ods"]) {
    const { rows, sheets } = inspect(opened(name, gzipSync(workbookFile(name))));
    expect([rows, sheets?.map((sheet) => sheet.read)]).toEqual([5, [false, true, false]]);
  }
});

const faultOf = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    return error instanceof InputError ? error.fault : `not an InputError: ${error}`;
  }
  return "read";
};

test("without a reader the forms are refused by name, a damaged file is one clear error", () => {
  expect(faultOf(() => inspect(bytesSource("a.xls", workbookFile("cells.xls"))))).toEqual({
    code: "old-excel",
  });
  expect(faultOf(() => inspect(bytesSource("a.xlsb", workbookFile("cells.xlsb"))))).toEqual({ code: "xlsb" });
  const cut = workbookFile("cells.xls").slice(0, 700);
  expect(faultOf(() => inspect(opened("cut.xls", cut)))).toEqual({ code: "workbook-unread", why: "damaged" });
});

/** A compound file with one stream. */
const compound = (name: string, content: Uint8Array = new Uint8Array(5000)): Uint8Array => {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content));
  return CFB.write(file, { type: "buffer" }) as Uint8Array;
};

test("passwords and other documents are seen before a sheet is read", () => {
  expect(obstacle(compound("EncryptedPackage"))).toBe("encrypted");
  expect(obstacle(compound("WordDocument"))).toBe("word");
  expect(obstacle(compound("PowerPoint Document"))).toBe("slides");
  expect(obstacle(compound("Anything"))).toBe("no-workbook");
  const records = Uint8Array.from([0x09, 0x08, 2, 0, 0, 6, 0x2f, 0, 2, 0, 0, 0, 0x85, 0, 0, 0]);
  expect(obstacle(compound("Workbook", records))).toBe("encrypted");
  expect(obstacle(compound("Workbook", records.slice(0, 6)))).toBe("damaged");
  expect(obstacle(compound("Workbook", Uint8Array.from([9, 8, 2, 0, 0, 6, 10, 0, 0, 0])))).toBeUndefined();
  expect(obstacle(workbookFile("cells.xls"))).toBeUndefined();
});

test("an .xlsb in which one bit turned is damaged, whichever part it is in", () => {
  const sound = workbookFile("cells.xlsb");
  expect(obstacle(sound)).toBeUndefined();
  const parts = [...CFB.read(sound, { type: "buffer" }).FullPaths].filter((path) => path.endsWith(".bin"));
  expect(parts.length).toBeGreaterThan(2);
  for (const path of parts) {
    const name = path.replace("Root Entry/", "");
    const turned = Buffer.from(sound);
    // The name stands in front of the part and again in the directory, 46 bytes behind the checksum's entry.
    const place = turned.indexOf(name) + name.length + 40;
    turned[place] = (turned[place] ?? 0) ^ 16;
    expect(obstacle(turned), name).toBe("damaged");
    const claimed = Buffer.from(sound);
    const checksum = claimed.lastIndexOf(name) - 46 + 16;
    claimed[checksum] = (claimed[checksum] ?? 0) ^ 1;
    expect(obstacle(claimed), name).toBe("damaged");
  }
});
