import { expect, test } from "vitest";
import { lang, say, setLang, t } from "../../api/web/language.ts";
import { views } from "../../api/web/views/index.ts";
import { pageWords } from "../../api/web/words/index.ts";
import { words } from "../../src/index.ts";

/** Every word by its path, e.g. `orders.shows.open`. */
const paths = (of: object, before = ""): [string, string][] =>
  Object.entries(of).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[before + key, value]] : paths(value, `${before}${key}.`),
  );

const valuesIn = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

test("every language says everything, and each sentence with the same values", () => {
  const english = paths(pageWords.en);
  expect(english.length).toBeGreaterThan(400);
  for (const code of words.langs) {
    const said = paths(pageWords[code]);
    expect(said.map(([path]) => path).sort()).toEqual(english.map(([path]) => path).sort());
    const values = (of: [string, string][]) =>
      Object.fromEntries(of.map(([path, text]) => [path, valuesIn(text)]));
    expect(values(said)).toEqual(values(english));
    expect(said.filter(([, text]) => text.trim() === "")).toEqual([]);
  }
});

test("the words follow the language, those of the navigation too", () => {
  const html = { lang: "" };
  const before = Object.getOwnPropertyDescriptor(globalThis, "document");
  Object.defineProperty(globalThis, "document", { value: { documentElement: html }, configurable: true });
  try {
    setLang("de");
    expect([lang(), html.lang, t.orders.title, views.kpis.name()]).toEqual([
      "de",
      "de",
      "Bestellen",
      "Kennzahlen",
    ]);
    setLang("en");
    expect([lang(), html.lang, t.orders.title, views.kpis.name()]).toEqual([
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
