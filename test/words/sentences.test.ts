import { expect, test } from "vitest";
import type { None } from "../../src/coded.ts";
import { InputError, UsageError } from "../../src/errors.ts";
import type { Fault } from "../../src/fault.ts";
import type { Fallback } from "../../src/forecast.ts";
import { QuestionError } from "../../src/ingest/questions.ts";
import type { Issue } from "../../src/issue.ts";
import { faults as germanFaults } from "../../src/words/de/faults/index.ts";
import { faults as englishFaults } from "../../src/words/en/faults/index.ts";
import { issueSentence } from "../../src/words/index.ts";
import { withOptions, withoutOptions } from "../../src/words/issue-sentences.ts";
import { faultSentence, langs, wordsOf } from "../../src/words/languages.ts";
import { phraseIn } from "../../src/words/phrase.ts";
import type { Sentences } from "../../src/words/sentences.ts";

const asked: Issue = {
  code: "number-style-unclear",
  severity: "error",
  file: "b.csv",
  column: "Menge",
  text: "1.234",
  field: "quantity",
  question: { id: "q:1", candidates: ["a", "b"] },
};

/** A value for every name that a sentence may use. */
const values: Readonly<Record<string, unknown>> = {
  ...{ file: "a.csv", row: 7, column: "Menge", item: "A1", text: "x", question: asked.question },
  ...{
    name: "budget",
    got: "x",
    known: ["a", "b"],
    path: "a",
    folder: "b",
    found: "a.previous",
    command: "plan",
    option: "--out",
  },
  ...{ options: ["data", "to"], only: ["group=A"], first: "2026-01-01", last: "2026-02-01", bucket: "month" },
  ...{ firstBucket: "week", asOf: "2026-01-01", before: "c", from: "2026-01-01", to: "2026-02-01", line: 3 },
  ...{ model: "ets", needs: 3, least: 1, most: 9, low: 0, high: 1, megabytes: 5, millions: 2, process: 8 },
  ...{
    sheet: "S",
    archive: "zip",
    at: 2,
    kind: "sale",
    field: "quantity",
    heading: "Menge",
    theirs: 2,
    ours: 1,
  },
  ...{
    port: 80,
    place: "postgres://db/bedarf",
    what: "plan",
    errno: "EACCES",
    missing: "d",
    entry: 4,
    why: "broken",
    detail: "signal 9",
    year: 2025,
    by: "Monat",
    shared: 0,
    percent: 40,
    today: "2026-01-01",
    received: 4,
    returned: 5,
    issue: asked,
    more: 0,
  },
  ...{ cells: 1, width: 2, rows: 3, count: 4, of: "row-long", periods: 5, value: 6, unit: "week", lines: 7 },
  ...{
    factor: 10,
    times: 3.2,
    since: "2026-01-01",
    backorders: 1,
    days: 14,
    supplier: "S",
    because: "preferred",
    lowest: 1,
    left: 2,
    buckets: 3,
  },
  ...{
    minimum: 5,
    maximum: 4,
    reorderPoint: 6,
    sources: 2,
    price: 3,
    decided: "2026-01-01",
    due: "2026-02-01",
  },
  ...{
    quantity: 9,
    budget: 100,
    needed: 200,
    currency: "EUR",
    position: 1,
    until: "2026-01-01",
    on: "2026-01-01",
  },
  ...{
    orderBy: "2026-01-01",
    demand: 1,
    leadDays: 2,
    reviewDays: 3,
    buffer: 4,
    target: 0.9,
    onHand: 5,
    onOrder: 6,
  },
  ...{
    lot: 7,
    need: 8,
    minimumOrder: 9,
    packSize: 10,
    maximumStock: 11,
    shelfLifeDays: 12,
    rounding: 1,
    wanted: 2,
  },
  ...{
    service: 0.9,
    serviceWanted: 0.95,
    serviceNow: 0.9,
    coverDays: 30,
    amountChange: 5,
    holdingCost: 1,
    saves: 2,
  },
  ...{
    fresh: 3,
    successor: "A2",
    orders: 2,
    expected: "2026-01-01",
    master: 14,
    observed: 20,
    observations: 2,
  },
  ...{
    period: 12,
    horizon: 60,
    missing: ["cutoff"],
    confidence: 1,
    signed: true,
    years: 5,
    stage: "forecast",
  },
  guards: [
    { code: "as-of-goes-back", from: "2026-02-01", to: "2026-01-01" },
    { code: "volume-shrank", kind: "orders", measure: "rows", percent: 50, now: 5, before: 10 },
  ],
};

/** Where one code takes a word that its neighbours do not. */
const special: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "no-rows": { place: "file" },
  "figures-unclear": { of: "stock" },
  "not-a-history": { kind: "open-orders" },
  "nothing-usable": { kind: undefined, most: { code: "date-missing", rows: 3 } },
  "not-text": { what: "binary" },
  "cell-too-large": { part: "cell" },
  "not-a-table": { what: "pdf" },
  "no-orders": { wanted: "upload" },
  "no-series": { why: { code: "not-json" } },
  "xlsx-damaged": { why: "xml" },
  "parquet-unread": { why: "damaged" },
  "workbook-unread": { why: "damaged" },
  "not-a-plan": { part: "items", needs: "present", got: undefined },
  "job-died": { why: "crash" },
  "forecast-fell-back": { why: { code: "few-observations", observations: 2 } },
};

const tables = langs.flatMap((lang) => {
  const { issues, reasons, signals } = wordsOf(lang);
  const faults = lang === "de" ? germanFaults : englishFaults;
  return Object.entries({ faults, issues, reasons, signals }).map(
    ([name, sentences]) => [`${name} ${lang}`, sentences] as const,
  );
});

test.each(tables)("every sentence is whole: %s", (_, sentences) => {
  for (const [code, sentence] of Object.entries(sentences)) {
    const say = sentence as unknown as (of: object, hint: unknown) => string;
    const text = say({ ...values, ...special[code], code }, withOptions);
    expect(text, code).toMatch(/\S{2}/);
    expect(text, code).not.toMatch(/undefined|NaN|\[object|function/);
  }
});

/** The same values, every number one. */
const ones = (of: unknown): unknown =>
  typeof of === "number"
    ? 1
    : Array.isArray(of)
      ? of.map(ones)
      : typeof of === "object" && of !== null
        ? Object.fromEntries(Object.entries(of).map(([name, one]) => [name, ones(one)]))
        : of;

const many =
  /(?<![\d.,])1\s(Tagen?|Wochen|Monaten?|Zeilen|Positionen|Artikeln|Lieferanten|Bestellungen|Werten?|Zeiträumen?|Spalten|Dateien|Fragen|Stellen|days|weeks|months|lines|rows|items|suppliers|orders|values|periods|columns|files|questions|places)\b|\((en|n|e|s)\)/;

test.each(tables)("one is one: %s", (_, sentences) => {
  const wrong = Object.entries(sentences).flatMap(([code, sentence]) => {
    const say = sentence as unknown as (of: object, hint: unknown) => string;
    const text = say({ ...(ones({ ...values, ...special[code] }) as object), code }, withOptions);
    return many.test(text) ? [`${code}: ${text}`] : [];
  });
  expect(wrong).toEqual([]);
});

test("a code without its sentence, and a wrong value, do not compile", () => {
  // @ts-expect-error the sentence of "b" is missing
  const lacking: Sentences<{ a: None; b: None }> = { a: () => "x" };
  // @ts-expect-error the value is called "name"
  const wrong: Fault = { code: "not-a-boolean", nmae: "force" };
  // @ts-expect-error there is no such code
  const unknown: Issue = { code: "of-a-later-version", severity: "info" };
  expect([lacking.a({}), wrong.code, unknown.code]).toEqual(["x", "not-a-boolean", "of-a-later-version"]);
});

test("an error carries its fault, and the English sentence as its message", () => {
  const error = new UsageError({ code: "not-a-number", name: "budget", got: "x" });
  expect(error).toMatchObject({ name: "UsageError", code: "not-a-number", fault: { name: "budget" } });
  expect(error.message).toBe("budget must be a number, got x");
  expect(new InputError({ code: "no-rows", place: "file", file: "b.csv" }).message).toBe(
    "b.csv: the file holds no row",
  );
});

test("names and values are taken over, also behind the name of a file", () => {
  const german = (fault: Fault) => faultSentence(fault, "de");
  expect(german({ code: "out-missing", command: "plan" })).toBe(
    "plan braucht --out ORDNER: den Ordner für die Ergebnisse",
  );
  expect(german({ code: "no-rows", place: "file", file: "b.csv" })).toBe(
    "b.csv: Die Datei enthält keine Zeile",
  );
  expect(german({ code: "xlsx-damaged", why: "entry-cut-off", file: "a.xlsx" })).toBe(
    "a.xlsx: Die XLSX-Datei ist beschädigt (ein Eintrag ist abgeschnitten); in Excel öffnen, neu speichern und noch einmal versuchen.",
  );
  expect(german({ code: "no-item-chosen", only: ["group=A", "owner=B"] })).toBe(
    "Kein Artikel hat group=A und owner=B: --only prüfen",
  );
});

test("a question is one sentence in each language, with what answers it", () => {
  const { message, fault } = new QuestionError({ code: "question", issue: asked, more: 2, file: "b.csv" }, [
    asked,
  ]);
  expect(message).toBe(
    'b.csv: column "Menge": 1.234: thousands or decimals? The column does not tell; no number was used. Answers: a, b. Write {"q:1": "a"} into a file and name it with --answers FILE (and 2 more questions, see issues.csv)',
  );
  expect(faultSentence(fault, "de")).toBe(
    'b.csv: Spalte „Menge“: 1.234: Tausender oder Dezimalstellen? Die Spalte verrät es nicht; keine Zahl wurde benutzt. Antworten: a, b. {"q:1": "a"} in eine Datei schreiben und sie mit --answers DATEI nennen (und 2 weitere Fragen, siehe issues.csv)',
  );
});

test("advice on the command line can be left out", () => {
  const question: Fault = { code: "question", issue: asked, more: 1, file: "b.csv" };
  const faults: readonly Fault[] = [
    question,
    { code: "no-usable-line" },
    { code: "no-complete-bucket", first: "2026-01-02", last: "2026-01-09", bucket: "month" },
    { code: "not-a-history", kind: "items" },
    { code: "not-a-history", kind: "open-orders" },
    { code: "no-item-chosen", only: ["group=A"] },
  ];
  for (const fault of faults)
    for (const lang of langs) {
      expect(faultSentence(fault, lang)).toMatch(/--\w/);
      expect(faultSentence(fault, lang, withoutOptions)).not.toMatch(/--\w|issues\.csv| {2}|\{/);
    }
  expect(faultSentence(question, "de", withoutOptions)).toMatch(
    /^b\.csv: Spalte .* \(und eine weitere Frage\)$/,
  );
  expect(issueSentence(asked, "en")).toMatch(/no number was used\. Please settle it with --answers\.$/);
  expect(issueSentence(asked, "en", withoutOptions)).toMatch(/no number was used\.$/);
});

test("why a forecast fell back is said in the language of the sentence", () => {
  const say = (why: Fallback, lang: "de" | "en") =>
    issueSentence({ code: "forecast-fell-back", severity: "info", item: "A1", to: "mean", why }, lang);
  expect(say({ code: "few-observations", observations: 2 }, "de")).toBe(
    "A1: einfachere Prognose (mean), weil es nur 2 Werte gibt.",
  );
  expect(say({ code: "no-demand-for-long" }, "de")).toMatch(/weil es seit Langem keinen Bedarf gab/);
  expect(say({ code: "model-needs-more", model: "ces", observations: 4 }, "de")).toMatch(
    /weil ces mehr als 4 Werte braucht/,
  );
  expect(say({ code: "few-observations", observations: 1 }, "en")).toBe(
    "A1: simpler forecast (mean): only 1 observation.",
  );
});

test("a code without a sentence still says where and what", () => {
  const issue = {
    ...{ code: "of-a-later-version", severity: "info", file: "a.csv" },
    ...{ row: 7, column: "Menge", text: "x" },
  } as unknown as Issue;
  expect(issueSentence(issue, "de")).toBe("of-a-later-version: a.csv, Zeile 7, Spalte Menge (x)");
  expect(issueSentence(issue, "en")).toBe("of-a-later-version: a.csv, row 7, column Menge (x)");
});

test("a fault of master data is said with what the file holds, where reading found it", () => {
  const found = { item: "A1", column: "Mindestmenge", text: "620" };
  const minimum: Issue = { code: "minimum-above-maximum", severity: "warning", ...found, maximum: 248 };
  expect(issueSentence(minimum, "de")).toMatch(/Mindestbestellmenge 620 liegt über dem Höchstbestand 248/);
  expect(issueSentence({ ...minimum, minimum: 60 }, "en")).toMatch(/minimum order 60 is above/);
  const stock: Issue = { code: "safety-stock-negative", severity: "warning", item: "A1", text: "-3" };
  expect(issueSentence(stock, "en")).toBe("A1: safety stock -3 is negative and counts as 0.");
});

test("a phrase is said in its language", () => {
  expect(langs.map((lang) => phraseIn({ de: "ja", en: "yes" }, lang))).toEqual(["ja", "yes"]);
});
