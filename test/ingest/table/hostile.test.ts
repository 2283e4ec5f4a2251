import { expect, test } from "vitest";
import { inspect } from "../../../src/ingest/inspect.ts";
import { weekdaysOf } from "../../../src/ingest/master/suppliers.ts";
import { bytesSource } from "../../../src/ingest/source.ts";
import { align } from "../../../src/ingest/table/align.ts";
import { shapesOf } from "../../../src/ingest/table/heading.ts";
import { readLoose } from "../../../src/ingest/table/loose.ts";
import { gapCount } from "../../../src/ingest/table/xlsx/gaps.ts";
import { columnName } from "../../../src/ingest/table/xlsx/number-cell.ts";
import { formatStyle } from "../../../src/ingest/table/xlsx/styles.ts";

/** Processor seconds of some work: other programs on the machine do not count. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Numbers from 0 to 1 that are the same in each run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const sound = Array.from({ length: 25 }, (_, k) => `M-${k};2025-0${(k % 9) + 1}-11;${k + 2}`).join("\n");
const scraps = [
  '"',
  '";"',
  '"a"',
  ";",
  ",",
  "\t",
  "|",
  "\n",
  '"\n"',
  "x",
  "7",
  " ",
  "2025-01-01",
  '""',
  "(",
  "[",
  "-",
  "'",
];

/** A file of a few scraps over and over, after rows that say what a table of it would look like. */
function hostile(seed: number, bytes: number): string {
  const random = chance(seed);
  const pick = () => scraps[Math.floor(random() * scraps.length)] ?? "x";
  const motif = Array.from({ length: 1 + Math.floor(random() * 6) }, pick).join("");
  const tail = Array.from({ length: 1 + Math.floor(random() * 3) }, pick).join("");
  const perLine = 1 + Math.floor(random() ** 3 * 400);
  const line = `${motif.repeat(perLine)}${tail}\n`;
  return `item;date;quantity\n${sound}\n${line.repeat(Math.ceil(bytes / line.length))}`.slice(0, bytes);
}

/** Files of scraps; more of them: `npm run prove -- properties`. */
const [seeds, longest] = process.env.PROVE_CASES === undefined ? [6, 16_384] : [24, 65_536];

test("files of scraps, 2 KiB to 64 KiB, are read in seconds of processor time, whatever they say", () => {
  for (let seed = 1; seed <= seeds; seed++) {
    const text = hostile(seed * 7919, seed % 3 === 0 ? longest : seed % 3 === 1 ? 2048 : 16_384);
    const seconds = cpuSeconds(() => {
      try {
        inspect(bytesSource("scraps.csv", new TextEncoder().encode(text)));
      } catch (error) {
        expect((error as { code?: string }).code, String(error)).toBeTypeOf("string");
      }
    });
    // two to five on machines that were measured; what grows with the square takes minutes
    expect(seconds, `seed ${seed}`).toBeLessThan(15);
  }
});

test("one line of quotes costs a bounded number of steps; one stray quote in a wide line is still weighed", () => {
  const dialect = { delimiter: ";", quote: '"', escape: '"', end: "\n" } as const;
  for (const piece of ['u"v;', '"";', '";"', 'w" "'])
    for (const times of [15, 20, 60, 150, 25_000]) {
      const reading = { steps: 0 };
      expect(
        cpuSeconds(() => Object.assign(reading, readLoose(piece.repeat(times), dialect, 4))),
      ).toBeLessThan(1);
      expect(reading.steps).toBeLessThan(300_000);
    }
  const wide = [...Array.from({ length: 120 }, (_, k) => `c${k}`), '"left ; of it"', "end"].join(";");
  expect(readLoose(wide.replace("c7", 'c"7'), dialect, 122).cells).toHaveLength(122);
});

test("rows of another width among hundreds of columns end in being cut or filled, which is said once", () => {
  const width = 60;
  const head = ["item", "date", "quantity", ...Array.from({ length: width - 3 }, (_, c) => `x${c}`)].join(
    ";",
  );
  const row = (k: number, cells: number) =>
    [
      `K${k}`,
      `2025-01-${10 + (k % 19)}`,
      4,
      ...Array.from({ length: cells - 3 }, (_, c) => (c * 11 + k) % 97),
    ].join(";");
  const text = [
    head,
    ...Array.from({ length: 30 }, (_, k) => row(k, width)),
    ...Array.from({ length: 300 }, (_, k) => row(k, width - 4)),
  ].join("\n");
  let issues: readonly { readonly code: string }[] = [];
  const seconds = cpuSeconds(() => {
    issues = inspect(bytesSource("wide.csv", new TextEncoder().encode(text))).issues;
  });
  expect(seconds).toBeLessThan(8);
  expect(issues.filter(({ code }) => code === "mending-ended")).toHaveLength(1);
  expect(align(["A", "1"], shapesOf([["A", "1"]], 2), ";")?.cells).toEqual(["A", "1"]);
});

test("tables as wide as any may be are understood in seconds, whatever their headings say", () => {
  const width = 1850;
  const random = chance(5);
  const letters = "abcdefghiklmnoprst ";
  const word = () =>
    Array.from({ length: 28 }, () => letters[Math.floor(random() * letters.length)]).join("");
  const number = () => String(Math.floor(random() * 9));
  const heads: Record<string, (k: number) => string> = {
    words: word,
    ligatures: () => "\ufdfb".repeat(9),
    items: (k) => `Z-${1000 + k}`,
  };
  for (const [name, head] of Object.entries(heads)) {
    const row = (day: number) => [`2023-05-${10 + day}`, ...Array.from({ length: width }, number)].join(";");
    const text = [
      ["Datum", ...Array.from({ length: width }, (_, k) => head(k))].join(";"),
      ...Array.from({ length: 6 }, (_, day) => row(day)),
    ].join("\n");
    const seconds = cpuSeconds(() => inspect(bytesSource("wide.csv", new TextEncoder().encode(text))));
    expect(seconds, name).toBeLessThan(15);
  }
});

test("a heading row of brackets, a number format of brackets and weekday words of no end are read in no time", () => {
  const head = Array.from({ length: 900 }, (_, k) => `${"[(".repeat(80)}${k}`).join(",");
  const body = Array.from(
    { length: 40 },
    (_, k) => `W${k},2025-02-${10 + (k % 18)},${"5,".repeat(897)}5`,
  ).join("\n");
  expect(
    cpuSeconds(() => inspect(bytesSource("brackets.csv", new TextEncoder().encode(`${head}\n${body}\n`)))),
  ).toBeLessThan(5);
  expect(cpuSeconds(() => formatStyle("[y".repeat(100_000)))).toBeLessThan(0.2);
  expect(formatStyle('[$-407]dd.mm.yyyy;[Red]"x"').date).toBe(true);
  expect(cpuSeconds(() => weekdaysOf(`${"bis".repeat(40_000)}?`))).toBeLessThan(0.2);
  expect(["Di bis Do", "Mo-Fr", "Mon to Wed", "Di und Fr", "Mo."].map(weekdaysOf)).toEqual([
    [2, 3, 4],
    [1, 2, 3, 4, 5],
    [1, 2, 3],
    [2, 5],
    [1],
  ]);
});

test("a sheet that is hardly anything but left-out cells is refused, one that is half empty is not", () => {
  const empty = gapCount(columnName);
  expect(() => {
    for (let row = 0; row < 10_000; row++) empty.add(1500, 2, 1501);
  }).toThrow(/column BET/);
  const half = gapCount(columnName);
  for (let row = 0; row < 20_000; row++) half.add(1000, 900, 1900);
});
