import fc from "fast-check";
import { gzipSync } from "fflate";
import { expect, test } from "vitest";
import { cellsOf, codesOf, readBytes, readText } from "./reading.ts";

const rows = [
  ["Artikelnr.", "Bezeichnung", "Menge", "Preis (€)"],
  ["0815", "Dübel, groß", "1.234,50", "4,10"],
  ["00012", "Schraube; verzinkt, M8", "-5,00", "0,05"],
  ["1E5", "Öl | 5W30", "12-", "1.000,00"],
  ["012.10", 'Rohr 3/4" kurz', "7", "19,90"],
  ["A-1", "", "0", "2,00"],
];

const cp1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => (character === "€" ? 0x80 : character.charCodeAt(0)));
const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const marked = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < marked.length; i++) view.setUint16(2 * i, marked.charCodeAt(i), little);
  return bytes;
};
const utf8 = (text: string) => new TextEncoder().encode(text);

const encodings: Record<string, { encode: (text: string) => Uint8Array; name: string; bom: boolean }> = {
  "UTF-8": { encode: utf8, name: "utf-8", bom: false },
  "UTF-8 with mark": { encode: (text) => utf8(`\ufeff${text}`), name: "utf-8", bom: true },
  "UTF-16LE with mark": { encode: (text) => utf16(text, true, true), name: "utf-16le", bom: true },
  "UTF-16LE": { encode: (text) => utf16(text, true, false), name: "utf-16le", bom: false },
  "UTF-16BE with mark": { encode: (text) => utf16(text, false, true), name: "utf-16be", bom: true },
  "UTF-16BE": { encode: (text) => utf16(text, false, false), name: "utf-16be", bom: false },
  "Windows-1252": { encode: cp1252, name: "windows-1252", bom: false },
};

const written = (delimiter: string, end: string, all = false): string =>
  rows
    .map((row) =>
      row
        .map((cell) =>
          all || cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell,
        )
        .join(delimiter),
    )
    .join(end) + end;

for (const [name, encoding] of Object.entries(encodings)) {
  test(`T3 ${name}: every delimiter and line end gives the same table`, () => {
    for (const delimiter of [";", ",", "\t", "|"]) {
      for (const end of ["\n", "\r\n", "\r"]) {
        for (const all of [false, true]) {
          const read = readBytes(encoding.encode(written(delimiter, end, all)));
          const told = { delimiter, newline: end, encoding: encoding.name, bom: encoding.bom, headerRows: 1 };
          expect(read.table).toMatchObject(told);
          expect([read.table.header, ...cellsOf(read)]).toEqual(rows);
          expect(read.table.issues()).toEqual([]);
          expect(read.rows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6]);
        }
      }
    }
  });
}

test("gzip is recognised by content, also in several members and small chunks", () => {
  const bytes = gzipSync(utf8(written(";", "\n")), { mtime: 0 });
  const half = rows.length * 10;
  const text = written(";", "\n");
  const members = [text.slice(0, half), text.slice(half)].map((part) => gzipSync(utf8(part), { mtime: 0 }));
  const joined = new Uint8Array([...members[0], ...members[1]]);
  for (const packed of [bytes, joined]) {
    const read = readBytes(packed);
    expect([read.table.header, ...cellsOf(read)]).toEqual(rows);
  }
});

test("19: UTF-8 lines in a Windows-1252 file, and the other way round, are read and named", () => {
  const lines = ["Artikel;Text", "A1;Dübel", "A2;Öl", "A3;Größe", "A4;x"].map((line) => `${line}\n`);
  const mixed = (odd: number, usual: (text: string) => Uint8Array, other: (text: string) => Uint8Array) =>
    Uint8Array.from(lines.flatMap((line, i) => [...(i === odd ? other : usual)(line)]));
  const texts = [
    ["A1", "Dübel"],
    ["A2", "Öl"],
    ["A3", "Größe"],
    ["A4", "x"],
  ];
  const latin = readBytes(mixed(2, cp1252, utf8));
  expect(cellsOf(latin)).toEqual(texts);
  expect(latin.table.encoding).toBe("windows-1252");
  expect(codesOf(latin)).toEqual(["encoding-mixed@3"]);
  const unicode = readBytes(mixed(3, utf8, cp1252));
  expect(cellsOf(unicode)).toEqual(texts);
  expect(unicode.table.encoding).toBe("utf-8");
  expect(codesOf(unicode)).toEqual(["encoding-mixed@4"]);
});

test("an umlaut that first appears far into the file is still read right", () => {
  const lines = Array.from({ length: 30_000 }, (_, i) => `A${i};Bolt ${i};${i % 7}`);
  lines[29_000] = "A29000;Dübel;3";
  const read = readBytes(cp1252(`Artikel;Text;Menge\n${lines.join("\n")}\n`));
  expect(read.rows[29_000]?.cells).toEqual(["A29000", "Dübel", "3"]);
  expect(read.table.encoding).toBe("windows-1252");
  expect(read.table.issues()).toEqual([]);
});

test("bytes that are no character in Windows-1252 are named with their row", () => {
  const bytes = cp1252("a;b\nÖl;1\nÄx\u0081;2\n");
  expect(codesOf(readBytes(bytes))).toEqual(["character-unreadable@3"]);
});

test("T3 commas in most texts do not fool a file with semicolons, nor does a short first line", () => {
  const body = Array.from({ length: 40 }, (_, i) => `A${i};Bolt, steel, M${i};${i},5`);
  const read = readText(`Liste\nArtikel;Text;Menge\n${body.join("\n")}\n`);
  expect(read.table).toMatchObject({ delimiter: ";", preambleLines: 1 });
  expect(read.rows).toHaveLength(40);
});

test("line ends of three kinds in one file are all line ends", () => {
  const read = readText("a;b\r\n1;2\n3;4\r5;6\r\n");
  expect(read.table.newline).toBe("mixed");
  expect(cellsOf(read)).toEqual([
    ["1", "2"],
    ["3", "4"],
    ["5", "6"],
  ]);
  expect(read.rows.map(({ row }) => row)).toEqual([2, 3, 4]);
});

test("a quoted cell may hold line ends and delimiters; rows keep their physical line", () => {
  const read = readText('id;text;n\n1;"zwei\nZeilen; und ""mehr""";2\n3;x;4\n');
  expect(read.rows).toEqual([
    { row: 2, cells: ["1", 'zwei\nZeilen; und "mehr"', "2"] },
    { row: 4, cells: ["3", "x", "4"] },
  ]);
  expect(read.table.issues()).toEqual([]);
});

test("8: an apostrophe before a number or inside a text opens no quote", () => {
  const read = readText("Artikel;Name;Menge\n'0815;Kids' Bike;1'234.50\n'0816;Men's Boots;5\n");
  expect(read.table.quote).toBe('"');
  expect(cellsOf(read)).toEqual([
    ["'0815", "Kids' Bike", "1'234.50"],
    ["'0816", "Men's Boots", "5"],
  ]);
});

test("a lone quote swallows nothing and stays in its cell", () => {
  const body = Array.from({ length: 20 }, (_, i) => (i === 7 ? `A7;"lose;7` : `A${i};Bolt ${i};${i}`));
  const read = readText(`id;name;n\n${body.join("\n")}\n`);
  expect(read.rows).toHaveLength(20);
  expect(read.rows[7]?.cells).toEqual(["A7", '"lose', "7"]);
  expect(codesOf(read)).toEqual(["quotes-mended@9"]);
});

const runs = Number(process.env.PROVE_CASES ?? 60);
/** No word of more umlauts than other letters: a whole file of such words may as well be of another alphabet. */
const isWords = (text: string): boolean =>
  text.split(/[^A-Za-zÄÖÜäöüß]+/).every((word) => 2 * word.replace(/[a-z]/gi, "").length <= word.length);
const cell = fc.oneof(
  fc.stringMatching(/^[A-Za-zÄÖÜäöüß0-9 .,;|'"/_-]{0,14}$/).filter(isWords),
  fc.constantFrom("0815", "1.234,50", "Schraube, M8", 'Rohr 3/4" kurz', "a;b", "zwei\nZeilen", ""),
);

test("property: a table written in any dialect is read back cell by cell", () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 3, max: 6 })
        .chain((width) =>
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 12 }),
        ),
      fc.constantFrom(";", ",", "\t", "|"),
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom(...Object.values(encodings)),
      (body, delimiter, end, { encode }) => {
        const table = body.map((row, i) => [
          `K-${100 + i}`,
          String(10 + i),
          ...row.map((text) => text.trim()),
          "x",
        ]);
        const header = ["Key", "Count", ...body[0].map((_, i) => `Text ${"ABCDEF"[i]}`), "End"];
        const text = [header, ...table]
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter) + end)
          .join("");
        const read = readBytes(encode(text));
        expect(read.table.header).toEqual(header);
        expect(cellsOf(read)).toEqual(table);
      },
    ),
    // the same cases in every run of the suite; many more and others where proofs are run
    { numRuns: runs, ...(runs > 1000 ? {} : { seed: 7 }) },
  );
});
