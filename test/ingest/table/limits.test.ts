import { gzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { defaultLimits } from "../../../src/ingest/limits.ts";
import { bytesSource } from "../../../src/ingest/source.ts";
import { gunzipped } from "../../../src/ingest/table/gzip.ts";
import { openTable } from "../../../src/ingest/table/open-table.ts";
import { draws } from "./pollution.ts";
import { readBytes, readText } from "./reading.ts";
import { textRow, workbook, workbookParts } from "./workbook.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Code and message of the refusal. */
function refusal(bytes: Uint8Array): { code: string; message: string; ms: number } {
  const began = performance.now();
  try {
    readBytes(bytes);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { code: error.code, message: error.message, ms: performance.now() - began };
  }
  return { code: "read", message: "", ms: performance.now() - began };
}

const plain = utf8("teil;tag;stueck\nQ1;2025-04-05;6\n".repeat(40));

/** Bytes of which one bit turned, counted from the end where negative. */
function spoilt(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  const place = at < 0 ? copy.length + at : at;
  copy[place] = (copy[place] ?? 0) ^ 4;
  return copy;
}

/** Two packed texts in a row; in the first, which is stored as it is, a bit turned. */
const twoMembers = Buffer.concat([spoilt(gzipSync(plain, { level: 0 }), 600), gzipSync(plain)]);

test.each([
  ["old .xls or password", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "old-excel"],
  ["PDF", utf8("%PDF-1.7\n"), "not-a-table"],
  ["PNG", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), "not-a-table"],
  [
    "random bytes",
    Uint8Array.from(
      { length: 5000 },
      (
        (draw) => () =>
          Math.floor(draw() * 256)
      )(draws(3)),
    ),
    "not-text",
  ],
  ["NUL inside a text", utf8(`a;b\n${"1;2\n".repeat(50)}3;\0\n`), "not-text"],
  ["HTML called .xls", utf8("<html><table><tr><td>1</td></tr></table></html>"), "markup"],
  ["JSON", utf8('[{"a":1}]'), "json"],
  ["damaged gzip", gzipSync(utf8("a;b\n1;2\n".repeat(500))).slice(0, 40), "gzip-damaged"],
  ["a gzip whose checksum is another text's", spoilt(gzipSync(plain), -8), "gzip-damaged"],
  ["a gzip that names another length", spoilt(gzipSync(plain), -1), "gzip-damaged"],
  ["a bit that turned in the first of two packed members", twoMembers, "gzip-damaged"],
  ["gzip inside gzip", gzipSync(gzipSync(utf8("a;b\n1;2\n"))), "not-text"],
])("%s is refused with one line that says what to do", (_, bytes, code) => {
  const { code: got, message } = refusal(bytes);
  expect(got).toBe(code);
  expect(message).not.toContain("\n");
  expect(message.length).toBeGreaterThan(30);
});

test("packed files of several members and pieces of any size are read whole, one whose digit turned is refused", () => {
  const part = (k: number) =>
    gzipSync(utf8(`K-${k};2025-03-0${(k % 9) + 1};${k}\n`.repeat(900)), { level: 0 });
  const whole = Buffer.concat([gzipSync(utf8("item;date;quantity\n")), ...[1, 2, 3, 4].map(part)]);
  const read = (bytes: Uint8Array, step: number) => {
    const chunks = Array.from({ length: Math.ceil(bytes.length / step) }, (_, k) =>
      bytes.slice(k * step, (k + 1) * step),
    );
    return [...gunzipped(chunks, defaultLimits)].reduce((sum, { length }) => sum + length, 0);
  };
  for (const step of [1, 7, 4096, 1 << 20]) expect(read(whole, step)).toBe(19 + 4 * 900 * 17);
  // The bytes are stored as they are: a digit in the middle of the third part becomes another digit.
  const at = whole.indexOf("K-3") + 5000;
  const digit = whole.indexOf("3\n", at);
  const turned = Buffer.from(whole);
  turned[digit] = 0x37;
  for (const step of [7, 4096]) expect(() => read(turned, step)).toThrow(/damaged/);
});

test("a NUL far behind the head is refused as well", () => {
  expect(refusal(utf8(`a;b\n${"1;2\n".repeat(200_000)}3;\0\n`)).code).toBe("not-text");
});

test("a gzip bomb of 1028:1 is refused at once", () => {
  const bomb = gzipSync(new Uint8Array(8_000_000), { mtime: 0 });
  const { code, ms } = refusal(bomb);
  expect(code).toBe("inflate-ratio");
  expect(ms).toBeLessThan(1500);
});

test("3,000 columns give one clear line, 1,500 are read", () => {
  const line = (count: number) => Array.from({ length: count }, (_, i) => `c${i}`).join(",");
  expect(refusal(utf8(`${line(3000)}\n${line(3000)}\n`)).code).toBe("too-many-columns");
  expect(
    readText(`${line(1500)}\n${line(1500)}\n`).table.headerRows + readText(`a,b\n1,2\n`).rows.length,
  ).toBeGreaterThan(0);
});

test.each(["plain", "quoted", "quoted with line ends"])(
  "one cell of 20 MB (%s) gives one clear line, fast",
  (kind) => {
    const big = kind === "quoted with line ends" ? "xxxxxxxxx\n".repeat(2_000_000) : "x".repeat(20_000_000);
    const text = kind === "plain" ? `a;b\n1;${big}\n` : `a;b\n1;"${big}"\n2;3\n`;
    const { code, ms } = refusal(utf8(text));
    expect(code).toBe("cell-too-large");
    expect(ms).toBeLessThan(3000);
  },
);

test("a megabyte of quotes or delimiters in one line costs no time", () => {
  for (const evil of [
    '"'.repeat(1_000_000),
    ";".repeat(1_000_000),
    `"${'";'.repeat(400_000)}`,
    "'\"".repeat(400_000),
  ]) {
    const began = process.cpuUsage();
    try {
      readText(`a;b\n1;2\n3;4\n${evil}\n5;6\n`);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
    }
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(3000);
  }
});

test("header only, one line, one value: small files are tables", () => {
  expect(readText("Artikel;Datum;Menge\n").table).toMatchObject({
    headerRows: 1,
    header: ["Artikel", "Datum", "Menge"],
  });
  expect(readText("").rows).toEqual([]);
  expect(readText("\n\n\n").rows).toEqual([]);
  expect(readText("A1;01.02.2024;5\n").rows).toEqual([{ row: 1, cells: ["A1", "01.02.2024", "5"] }]);
});

test("chunks may be cut anywhere, in the middle of a character too", () => {
  const bytes = utf8('Artikel;Text;Menge\r\n0815;"Dübel, ""groß""\r\nund mehr";5\r\nA2;Öl;7\r\n');
  const whole = [...openTable(bytesSource("a", bytes)).records()];
  for (const size of [1, 2, 3, 7, 16]) {
    const source = {
      name: "a",
      *chunks() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
      },
    };
    expect([...openTable(source).records()]).toEqual(whole);
  }
});

test("issues of one code are listed up to a limit and counted beyond it", () => {
  const read = readText(`a;b;c\n${"1;2;3\n".repeat(30)}${"1;2\n".repeat(50)}`, {
    limits: { issuesOfACode: 10 },
  });
  const issues = read.table.issues();
  expect(issues.filter(({ code }) => code === "row-short")).toHaveLength(10);
  expect(issues.at(-1)).toMatchObject({ code: "more-like-this", of: "row-short", count: 40 });
});

test("mutated files never end in anything but a table or an InputError", () => {
  const draw = draws(99);
  const seeds = [
    utf8('Artikel;Datum;Menge\r\n"0815";01.02.2024;"1,5"\r\nA2;02.02.2024;7\r\n'),
    gzipSync(utf8("a,b,c\n1,2,3\n4,5,6\n"), { mtime: 0 }),
    workbook({ sheets: [{ name: "S", rows: textRow(1, ["a", "b"]) + textRow(2, ["1", "2"]) }] }),
  ];
  for (let run = 0; run < Number(process.env.PROVE_CASES ?? 200); run++) {
    const bytes = seeds[run % seeds.length].slice();
    for (let i = 0; i < 1 + Math.floor(draw() * 4); i++)
      bytes[Math.floor(draw() * bytes.length)] = Math.floor(draw() * 256);
    const cut = draw() < 0.2 ? bytes.slice(0, Math.floor(draw() * bytes.length)) : bytes;
    expect(refusal(cut).code).toBeTypeOf("string");
  }
});

test("a text that cells name by its number again and again is counted each time", () => {
  const draw = draws(5);
  const text = Array.from({ length: 50_000 }, () => String.fromCharCode(97 + Math.floor(draw() * 26))).join(
    "",
  );
  const row = (r: number) => `<row r="${r}"><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`;
  const rows = (count: number) => Array.from({ length: count }, (_, k) => row(k + 1)).join("");
  const read = (count: number) => {
    const bytes = workbook({ sheets: [{ name: "S", rows: rows(count) }], strings: [text] });
    const table = openTable(bytesSource("orders.xlsx", bytes), { limits: { inflatedBytes: 5_000_000 } });
    return [...table.records()].length;
  };
  expect(() => read(50)).not.toThrow();
  expect(() => read(51)).toThrow(/more text than a table can/);
});

test("a workbook in which one bit turned is refused, packed or stored", () => {
  const rows = Array.from({ length: 40 }, (_, k) => textRow(k + 1, [`R-${k}`, "2025-01-07", `${k + 3}`]));
  const parts = Object.entries(workbookParts({ sheets: [{ name: "S", rows: rows.join("") }] }));
  for (const level of [0, 6] as const) {
    const bytes = zipSync(Object.fromEntries(parts.map(([name, text]) => [name, utf8(text)])), { level });
    expect(refusal(bytes).code).toBe("read");
    // Another checksum than the contents have, in the directory; a digit of a cell, where the sheet is not packed.
    const directory = Buffer.from(bytes).lastIndexOf("xl/worksheets/sheet1.xml") - 46;
    const cell = Buffer.from(bytes).indexOf("R-20") + 3;
    for (const at of level === 0 ? [directory + 17, cell] : [directory + 17])
      expect(refusal(spoilt(bytes, at))).toMatchObject({
        code: "xlsx-damaged",
        message: expect.stringContaining("checksum"),
      });
  }
});

test("a long text in a broken row takes no longer in each place it is tried in", () => {
  const cpuMs = (letters: number): number => {
    const long = '"😀"'.repeat(letters);
    const text = `Nr,Artikel,Datum,Menge\n${"1,A-1,2026-04-02,5\n".repeat(20)}2,100"${long},x\n`;
    const begun = process.cpuUsage();
    readText(text);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
  cpuMs(500);
  const [short, long] = [500, 8000].map((letters) => Math.min(cpuMs(letters), cpuMs(letters))) as [
    number,
    number,
  ];
  expect(long).toBeLessThan(30 + 5 * short);
});
