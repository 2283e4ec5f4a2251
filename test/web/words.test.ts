import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lang, said, saidIn, say, setLang } from "../../api/web/language.ts";
import { fieldName, rememberedName } from "../../api/web/names.ts";
import type { View } from "../../api/web/view.ts";
import { views } from "../../api/web/views/index.ts";
import { decisionsWords } from "../../api/web/words/decisions.ts";
import { fieldsWords } from "../../api/web/words/fields.ts";
import { filesWords } from "../../api/web/words/files.ts";
import { ordersWords } from "../../api/web/words/orders.ts";
import { settingsWords } from "../../api/web/words/settings.ts";
import { fieldsOf, words } from "../../src/index.ts";
import { phrases } from "../../src/words/languages.ts";

const web = join(import.meta.dirname, "..", "..", "api", "web");

/** All words of the page, by the name of their part. */
const page: Readonly<Record<string, object>> = Object.assign(
  {},
  ...(await Promise.all(readdirSync(join(web, "words")).map((name) => import(join(web, "words", name))))),
);

const pageWords = (code: words.Lang): object =>
  Object.fromEntries(Object.entries(page).map(([name, part]) => [name, saidIn(part, code)]));

/** Every word by its path, e.g. `orders.shows.open`. */
const paths = (of: object, before = ""): [string, string][] =>
  Object.entries(of).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[before + key, value]] : paths(value, `${before}${key}.`),
  );

/** The texts of a language; its sentences (functions) are tried with values elsewhere. */
const readable = (of: object): object =>
  Object.fromEntries(
    Object.entries(of).flatMap(([name, value]): [string, unknown][] =>
      typeof value === "string"
        ? [[name, value]]
        : typeof value === "object" && value !== null && !Array.isArray(value)
          ? [[name, readable(value)]]
          : [],
    ),
  );

const valuesIn = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

test("every language says everything, and each sentence with the same values", () => {
  const english = paths(pageWords("en"));
  expect(english.length).toBeGreaterThan(400);
  for (const code of words.langs) {
    const said = paths(pageWords(code));
    expect(said.map(([path]) => path).sort()).toEqual(english.map(([path]) => path).sort());
    const values = (of: [string, string][]) =>
      Object.fromEntries(of.map(([path, text]) => [path, valuesIn(text)]));
    expect(values(said)).toEqual(values(english));
    expect(said.filter(([, text]) => text.trim() === "")).toEqual([]);
  }
});

test("no answer that a question of the files offers is shown by its code", () => {
  const ingest = join(web, "..", "..", "src", "ingest");
  const sources = readdirSync(ingest, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const codes = sources.flatMap((name) =>
    [...readFileSync(join(ingest, name), "utf8").matchAll(/candidates: \[([^\]]*)\]/g)].flatMap(
      ([, list = ""]) => [...list.matchAll(/"([a-z][^"]*)"/g)].map(([, code = ""]) => code),
    ),
  );
  expect(codes.length).toBeGreaterThan(20);
  const unnamed = codes.filter(
    (one) => !Object.hasOwn(filesWords.answerNames, one) && fieldName(one) === one,
  );
  expect(unnamed).toEqual([]);
});

/** Words of programs that no sentence for people holds, by language: codes and the other language's words. */
const foreign: Readonly<Record<string, RegExp>> = {
  de: /undefined|NaN|\b(null ?,|MASE|WAPE|COCC|sMAPC|MASC|RMSSC|FVA|default|review|accept|reject|order|line|lead time|service level|forecast|backtest|as-of|token name|combination)\b|\((en|e|n|s)\)|\br,s,S\b|^[a-z]+(-[a-z]+)+$/,
  en: /undefined|NaN|\b(MASE|WAPE|COCC|sMAPC|MASC|RMSSC|FVA|Bestellung|Lieferant|Artikel|und|nicht|[Ll]astingly|[Ll]ives the past)\b|\((s|es)\)|\br,s,S\b/,
};

test("no text of the page or the results holds a code or a word of the other language", () => {
  for (const code of words.langs) {
    const texts = [...paths(pageWords(code)), ...paths(readable(words.wordsOf(code)))];
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter(([path, text]) => !/example/i.test(path) && foreign[code]?.test(text))).toEqual([]);
  }
});

test("every field that a column of a file may hold has words", () => {
  const fields = [...new Set(Object.values(fieldsOf).flat())];
  for (const code of words.langs) {
    const named = { ...words.wordsOf(code).columns, ...saidIn(fieldsWords, code) };
    expect(fields.filter((field) => !Object.hasOwn(named, field))).toEqual([]);
  }
});

test("what the audit log calls by a code has words, whatever writes it", () => {
  const root = join(import.meta.dirname, "..", "..", "api");
  const codes = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.startsWith("web"))
    .flatMap((name) => [
      ...readFileSync(join(root, name), "utf8").matchAll(/\.add\(\s*actor,\s*"([a-z.]+)"/g),
    ])
    .map(([, code = ""]) => code);
  expect(codes.length).toBeGreaterThan(8);
  const ends = ["done", "held", "failed"].map((end) => `plan.${end}`);
  const decisions = Object.keys(decisionsWords.states).map((state) =>
    `decision.${state}`.replace("changed", "change"),
  );
  for (const settings of words.langs.map((code) => saidIn(settingsWords, code)))
    expect([...codes, ...ends, ...decisions].filter((code) => !Object.hasOwn(settings.deeds, code))).toEqual(
      [],
    );
});

test("the words follow the language, those of the navigation too", () => {
  const html = { lang: "" };
  const before = Object.getOwnPropertyDescriptor(globalThis, "document");
  Object.defineProperty(globalThis, "document", { value: { documentElement: html }, configurable: true });
  try {
    setLang("de");
    expect([lang(), html.lang, ordersWords.title, views.kpis.name()]).toEqual([
      "de",
      "de",
      "Bestellen",
      "Kennzahlen",
    ]);
    setLang("en");
    expect([lang(), html.lang, ordersWords.title, views.kpis.name()]).toEqual([
      "en",
      "en",
      "Order",
      "Key figures",
    ]);
  } finally {
    if (before === undefined) Reflect.deleteProperty(globalThis, "document");
    else Object.defineProperty(globalThis, "document", before);
  }
  expect(say("{a} of {b}", { a: 1, b: "two" })).toBe("1 of two");
});

test("a letter leads to one view, which has a name for the list of keys", () => {
  const lettered = Object.values<View>(views).filter(({ letter }) => letter !== undefined);
  expect(new Set(lettered.map(({ letter }) => letter)).size).toBe(lettered.length);
  expect(lettered.filter(({ name }) => name === undefined)).toEqual([]);
});

test("another language says the page by its phrases, and English where it has none", () => {
  const other = "fr" as words.Lang;
  const trial = said({
    en: { a: "one", deep: { list: [["two"]] } },
    de: { a: "eins", deep: { list: [["zwei"]] } },
  });
  Object.assign(phrases, { fr: { two: "deux" } });
  try {
    expect(saidIn(trial, other)).toEqual({ a: "one", deep: { list: [["deux"]] } });
  } finally {
    Reflect.deleteProperty(phrases, "fr");
  }
  expect(saidIn(trial, "de")).toEqual({ a: "eins", deep: { list: [["zwei"]] } });
});

test("a view is three files: what it draws, its words, its line in the table of views", () => {
  const code = readdirSync(web, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.tsx?$/.test(name) && !name.startsWith("dist"),
  );
  const importsOf = (name: string) =>
    [...readFileSync(join(web, name), "utf8").matchAll(/from "(\.[^"]+)"/g)].map(([, path = ""]) =>
      join(name, "..", path),
    );
  const imports = new Map(code.map((name) => [name, importsOf(name)]));
  for (const view of Object.keys(views)) {
    const draws = join("views", view, `${view}.tsx`);
    const listed = code.filter((name) => imports.get(name)?.includes(draws));
    expect([view, listed]).toEqual([view, [join("views", "index.ts")]]);
    expect([draws, join("words", `${view}.ts`), ...listed].filter((name) => code.includes(name)).length).toBe(
      // the order sheet says what the list says
      view === "sheet" ? 2 : 3,
    );
  }
  const said = code.filter((name) => name.startsWith("words"));
  expect(said.flatMap((name) => imports.get(name) ?? []).filter((path) => path !== "language.ts")).toEqual(
    [],
  );
});

test("an answer that no file asks for any more says what it was about, never the id of its question", () => {
  const said = [
    "column:quantity:1a2b",
    "column-use:1a2b:Liegt: da",
    "kind:1a2b",
    "kind:1a2b:Abgang",
    "later:1",
  ].map(rememberedName);
  expect(said).toEqual([
    `Column for ${fieldName("quantity")}`,
    "What the column “Liegt: da” is",
    "What the lines are",
    "What “Abgang” is",
    "A question about a file",
  ]);
});
