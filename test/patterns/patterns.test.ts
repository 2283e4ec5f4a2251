import fc from "fast-check";
import { expect, test } from "vitest";
import { builtPatterns } from "./built.ts";
import { type Literal, literalsOf } from "./literals.ts";

/** Characters repeated, beside those of the pattern itself. */
const usual = [
  "0",
  "7",
  "a",
  "A",
  " ",
  "\t",
  ".",
  "\n",
  '"',
  "(",
  "[",
  "-",
  ",",
  "\u00e4",
  "to",
  "1 ",
  "a ",
  ", ",
];
const isLong = process.env.PROVE_CASES !== undefined;
const befores = isLong ? ["", "1", "a", "2024-", "<"] : ["", "1"];
const after = "\u0000!";

/** What a pattern is tried on at a length: its own characters and the usual ones, over and over, then no match. */
function* pumped(source: string, length: number): Generator<string> {
  const own = source.match(/[A-Za-z0-9 :;<>="'(){}[\]|/.,*+_-]/g) ?? [];
  for (const piece of new Set([...own, ...usual]))
    for (const before of befores) yield before + piece.repeat(Math.ceil(length / piece.length)) + after;
}

/**
 * Texts that a pattern with a counted group takes, each spoilt at its end: what can be read in several ways is now tried
 * in all of them.
 */
function spoilt(pattern: RegExp): string[] {
  if (!/\)\{\d*,\d+\}/.test(pattern.source)) return [];
  try {
    const texts = fc.sample(fc.stringMatching(pattern), { numRuns: 200, seed: 1 });
    return texts.map((text) => text + after);
  } catch {
    return []; // signs of Unicode, looks behind: the library makes no texts for them
  }
}

/** Milliseconds of processor time that one try takes. */
function tried(pattern: RegExp, text: string): number {
  const begun = process.cpuUsage();
  pattern.lastIndex = 0;
  pattern.test(text);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** Lengths of texts; more of them, and beginnings: `npm run prove -- properties`. */
const lengths = isLong ? [60, 600, 6000, 30_000] : [60, 30_000];

/** The text on which a pattern needs longer than a straight walk, undefined where there is none. */
function slowText({ source, flags }: Literal): string | undefined {
  const pattern = new RegExp(source, flags);
  for (const length of lengths)
    for (const text of pumped(source, length))
      if (tried(pattern, text) > 60 && tried(pattern, text) > 60) return text.slice(0, 40);
  return spoilt(pattern).find((text) => tried(pattern, text) > 60 && tried(pattern, text) > 60);
}

/** Patterns that only ever see short texts, and who sees to that. */
const short: Readonly<Record<string, string>> = {
  "src/words/format.ts [.,]?0+$": "a number as it is printed",
  "api/web/views/cash/payments.tsx [,/].*$": "a date as the page prints it",
};

/** A pattern whose text is cut before: the readers of such texts are pumped below. */
const isCut = (file: string): boolean => file === "src/ingest/cells/dates.ts";

test("no pattern of engine and programs takes longer than its text is long", () => {
  const built = builtPatterns();
  expect(built.length).toBeGreaterThan(4);
  const all = [...literalsOf("src"), ...literalsOf("api"), ...built].filter(
    ({ file, source }) => !isCut(file) && !file.endsWith(".tsx") && short[`${file} ${source}`] === undefined,
  );
  const each = new Map(all.map((one) => [`${one.source}/${one.flags}`, one]));
  expect(each.size).toBeGreaterThan(200);
  const slow = [...each.values()].flatMap((one) => {
    const text = slowText(one);
    return text === undefined ? [] : [`${one.file} /${one.source}/${one.flags} on ${JSON.stringify(text)}`];
  });
  expect(slow).toEqual([]);
});

test("the trial itself finds a pattern that goes back and forth", () => {
  expect(slowText({ file: "", source: String.raw`^\s*(\w+\.?)\s*(?:to)\s*(\w+)$`, flags: "" })).toBeDefined();
  // Shares in a list: each could be read in three ways, twenty of them in 3^20.
  const share = String.raw`0?\.\d{0,5}[1-9]\d{0,5}`;
  expect(slowText({ file: "", source: `^${share}(?:,${share}){0,19}$`, flags: "" })).toBeDefined();
  expect(slowText({ file: "", source: `^[a-z]+$`, flags: "" })).toBeUndefined();
});
