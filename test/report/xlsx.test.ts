import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { resultFiles } from "../../src/report/index.ts";
import { columnName, serial } from "../../src/report/xlsx/sheet.ts";
import { xmlText } from "../../src/report/xlsx/xml.ts";
import { langs, wordsOf } from "../../src/words/languages.ts";
import { samplePlan } from "./sample-plan.ts";

const runs = Number(process.env.PROVE_CASES ?? 200);
const plan = samplePlan();

const parts = (lang: "de" | "en"): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(resultFiles(plan, lang).get("suggestions.xlsx") ?? new Uint8Array())).map(
      ([name, bytes]) => [name, strFromU8(bytes)],
    ),
  );

/** Cells of a sheet: text, or the number as written, by reference. */
function cells(xml: string): Map<string, { text: string; style: string; type: string | undefined }> {
  const found = new Map<string, { text: string; style: string; type: string | undefined }>();
  const parser = new SaxesParser();
  let at = "";
  parser.on("opentag", ({ name, attributes }) => {
    if (name !== "c") return;
    at = String(attributes.r);
    const type = attributes.t === undefined ? undefined : String(attributes.t);
    found.set(at, { text: "", style: String(attributes.s), type });
  });
  parser.on("text", (text) => {
    const cell = found.get(at);
    if (cell !== undefined) found.set(at, { ...cell, text: cell.text + text });
  });
  parser.write(xml).close();
  return found;
}

test("every part of the workbook is well-formed XML and none holds a formula", () => {
  for (const lang of langs) {
    for (const [name, xml] of Object.entries(parts(lang))) {
      expect(() => new SaxesParser({ fileName: name }).write(xml).close()).not.toThrow();
      expect(xml).not.toContain("<f>");
    }
  }
});

test("the sheets are named in the reader's language, with frozen heading and filter", () => {
  expect(parts("de")["xl/workbook.xml"]).toContain('name="Vorschläge"');
  const english = parts("en");
  for (const name of ["Suggestions", "All details", "Suppliers", "Signals", "Parameters"]) {
    expect(english["xl/workbook.xml"]).toContain(`<sheet name="${name}"`);
  }
  for (const k of [1, 2, 3, 4, 5]) {
    expect(english[`xl/worksheets/sheet${k}.xml`]).toMatch(
      /ySplit="1".*state="frozen".*<autoFilter ref="A1:/s,
    );
  }
});

test("ids are text in text format, quantities numbers, dates day numbers with a date format", () => {
  const found = cells(parts("de")["xl/worksheets/sheet1.xml"]);
  const ids = [...found].filter(([at]) => /^A\d+$/.test(at)).map(([, cell]) => cell);
  expect(ids.map(({ text }) => text)).toEqual([
    wordsOf("de").columns.item,
    ...plan.items.flatMap(({ suggestion: s }) => (s !== null && s.quantity > 0 ? [s.item] : [])),
  ]);
  expect(new Set(ids.slice(1).map(({ style, type }) => `${style} ${type}`))).toEqual(
    new Set(["2 inlineStr"]),
  );
  expect(found.get("D2")?.type).toBeUndefined();
  expect(Number(found.get("F2")?.text)).toBe(46328);
  expect(found.get("F2")?.style).toBe("3");
});

test("the archive is the same in every time zone", () => {
  const zone = process.env.TZ;
  const bytes = ["UTC", "Asia/Tokyo", "America/St_Johns"].map((name) => {
    process.env.TZ = name;
    return resultFiles(plan, "de").get("suggestions.xlsx");
  });
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(bytes[1]).toEqual(bytes[0]);
  expect(bytes[2]).toEqual(bytes[0]);
});

test("dates are the serial numbers of Excel's 1900 system", () => {
  // LibreOffice Calc: DATEVALUE("1900-03-01") = 61, DATEVALUE("2000-01-01") = 36526, DATEVALUE("2026-10-31") = 46326
  expect(["1900-03-01", "2000-01-01", "2026-10-31"].map(serial)).toEqual([61, 36526, 46326]);
});

test("columns are named A to Z, then AA", () => {
  expect([0, 25, 26, 27, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AB", "ZZ", "AAA"]);
});

test("any text is readable XML, and comes back where XML can hold it", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>&"_x0041\0\u0007\r\n\ud800\uffff é😀') }), (text) => {
      let read = "";
      const parser = new SaxesParser();
      parser.on("text", (piece) => {
        read += piece;
      });
      parser.write(`<t>${xmlText(text)}</t>`).close();
      const back = read.replace(/_x([0-9A-F]{4})_/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
      expect(back).toBe(text.toWellFormed());
    }),
    { numRuns: runs },
  );
});

test("the first sheet ends with the sum of its lines, and each supplier has a sheet with his own", () => {
  const found = parts("de");
  const names = [...(found["xl/workbook.xml"] ?? "").matchAll(/<sheet name="([^"]*)"/g)].map(
    ([, name]) => name,
  );
  const lines = plan.items.flatMap(({ suggestion: s }) => (s !== null && s.quantity > 0 ? [s] : []));
  const sumIn = (k: number): number => {
    const all = [...cells(found[`xl/worksheets/sheet${k}.xml`] ?? "")];
    const rows = all.filter(([, { text }]) => text === "Summe").map(([at]) => at.slice(1));
    return rows.reduce((sum, row) => sum + Number(all.find(([at]) => at === `I${row}`)?.[1].text), 0);
  };
  const sum = lines.reduce((total, { amount = 0 }) => total + amount, 0);
  expect(sumIn(1)).toBeCloseTo(sum, 6);
  const own = names.slice(5).reduce((total, _, k) => total + sumIn(6 + k), 0);
  expect(names.length).toBeGreaterThan(5);
  expect(own).toBeCloseTo(sum, 6);
});
