import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readLoose } from "../../../src/ingest/table/loose.ts";
import { type Dialect, scanRecord } from "../../../src/ingest/table/scan.ts";

const dialect: Dialect = { delimiter: ",", quote: '"', escape: '"', end: "\n" };

function scanAll(text: string, of: Dialect): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const record = scanRecord(text, at, of, 1e6);
    if (record === undefined) throw new Error(`unclosed at ${at}`);
    rows.push(record.cells);
    at = record.next;
  }
  return rows;
}

test("property: on well-formed text the scanner and csv-parse read the same", () => {
  const cell = fc.stringMatching(/^[a-z ,;"\n\t|']{0,8}$/);
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(",", ";", "\t", "|"),
      fc.constantFrom('"', "'"),
      fc.constantFrom("\n", "\r\n"),
      (rows, delimiter, quote, end) => {
        const text = rows
          .map(
            (row) =>
              row.map((value) => quote + value.replaceAll(quote, quote + quote) + quote).join(delimiter) +
              end,
          )
          .join("");
        const known = parse(text, {
          delimiter,
          quote,
          escape: quote,
          relax_column_count: true,
          record_delimiter: end,
        });
        expect(scanAll(text, { ...dialect, delimiter, quote, escape: quote })).toEqual(known);
        expect(known).toEqual(rows);
      },
    ),
    { numRuns: Number(process.env.PROVE_CASES ?? 150) },
  );
});

// RFC 4180, sections 2.1 to 2.7
test.each([
  [
    "aaa,bbb,ccc\nzzz,yyy,xxx\n",
    [
      ["aaa", "bbb", "ccc"],
      ["zzz", "yyy", "xxx"],
    ],
  ],
  [
    "aaa,bbb,ccc\nzzz,yyy,xxx",
    [
      ["aaa", "bbb", "ccc"],
      ["zzz", "yyy", "xxx"],
    ],
  ],
  ["aaa, bbb ,\n", [["aaa", " bbb ", ""]]],
  [
    '"aaa","bbb","ccc"\nzzz,yyy,xxx\n',
    [
      ["aaa", "bbb", "ccc"],
      ["zzz", "yyy", "xxx"],
    ],
  ],
  ['"aaa","b\r\nbb","ccc"\n', [["aaa", "b\r\nbb", "ccc"]]],
  ['"aaa","b""bb","ccc"\n', [["aaa", 'b"bb', "ccc"]]],
  ['"","",""\n', [["", "", ""]]],
])("RFC 4180: %j", (text, rows) => {
  expect(scanAll(text, dialect)).toEqual(rows);
});

test.each([
  ['"a,b,c', 3, ['"a', "b", "c"], "a quote that opens nothing"],
  ['a,""b, c",d', 3, ["a", '"b, c', "d"], "one quote too many before a quoted cell"],
  ['a,"48" round",c', 3, ["a", '48" round', "c"], "inches inside quotes, not escaped"],
  ['a,"48"",c', 3, ["a", '48"', "c"], "inches at the end, not escaped"],
  ['a,b"c, d",e', 4, ["a", "b", "c, d", "e"], "a delimiter missing before a quoted cell"],
  ['a,"b, c"d,e', 4, ["a", "b, c", "d", "e"], "a delimiter missing after a quoted cell"],
  ['a,b,"', 3, ["a", "b", '"'], "a lone quote at the end"],
  ['"All, 8""","x, y",', 3, ['All, 8"', "x, y", ""], "nothing wrong at all"],
])("%s as %d cells: %j (%s)", (line, width, cells) => {
  expect(readLoose(line, dialect, width).cells).toEqual(cells);
});

test("a backslash escapes a quote where the file uses it so", () => {
  const slashed = { ...dialect, escape: "\\" };
  expect(scanAll('a,"8\\" nail, long",c:\\x\n', slashed)).toEqual([["a", '8" nail, long', "c:\\x"]]);
});
