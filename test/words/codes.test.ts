import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { issueSentence, issueWords, reasonSentence } from "../../src/words/index.ts";
import { nextStepWords } from "../../src/words/kpis.ts";
import { langs } from "../../src/words/lang.ts";
import { attentionWords, reasonWords } from "../../src/words/reasons.ts";

const src = join(import.meta.dirname, "..", "..", "src");

const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !/words|report/.test(entry.parentPath))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));

/** Literals that follow `name:` in the engine, as `name: "a"` or `name: x ? "a" : "b"`. */
function used(name: string): string[] {
  const found = new Set<string>();
  for (const source of sources) {
    for (const [, value] of source.matchAll(
      new RegExp(`\\b${name}:\\s*([^,;{}()\\n]*"[a-z-]+"[^,;{}()\\n]*)`, "g"),
    )) {
      for (const [, code] of value.replace(/===\s*"[^"]*"/g, "").matchAll(/"([a-z][a-z-]+)"/g))
        found.add(code);
    }
  }
  return [...found].sort();
}

test("every code of an issue or a reason that the engine uses has a sentence", () => {
  const known = new Set([...Object.keys(issueWords), ...Object.keys(reasonWords)]);
  expect(used("code").filter((code) => !known.has(code))).toEqual([]);
  expect(used("code").length).toBeGreaterThan(40);
});

test("every next step of a KPI has its words", () => {
  expect(used("next").filter((code) => !Object.hasOwn(nextStepWords, code))).toEqual([]);
});

test("every sentence can be said in both languages, also when numbers are missing", () => {
  for (const code of Object.keys(issueWords)) {
    for (const lang of langs) {
      expect(issueSentence({ code, severity: "info", item: "A1", text: "x" }, lang), code).toMatch(/\S/);
    }
  }
  for (const code of Object.keys(reasonWords)) {
    for (const lang of langs) expect(reasonSentence({ code }, lang), code).toMatch(/\S/);
  }
  for (const [code, phrase] of Object.entries(attentionWords)) {
    for (const lang of langs) expect(phrase[lang], code).toMatch(/\S/);
  }
});

test("why a forecast fell back is said in the language of the sentence", () => {
  const say = (why: string, lang: "de" | "en") =>
    issueSentence({ code: "forecast-fell-back", severity: "info", item: "A1", to: "mean", why }, lang);
  expect(say("only 2 observations", "de")).toBe("A1: einfachere Prognose (mean), weil es nur 2 Werte gibt.");
  expect(say("no demand for a long time", "de")).toMatch(/weil es seit Langem keinen Bedarf gab/);
  expect(say("ces needs more than 4 observations", "de")).toMatch(/weil ces mehr als 4 Werte braucht/);
  expect(say("only 2 observations", "en")).toBe("A1: simpler forecast (mean): only 2 observations.");
});

test("a code without a sentence still says where and what", () => {
  const issue = {
    code: "of-a-later-version",
    severity: "info",
    file: "a.csv",
    row: 7,
    column: "Menge",
    text: "x",
  } as const;
  expect(issueSentence(issue, "de")).toBe("of-a-later-version: a.csv, Zeile 7, Spalte Menge (x)");
  expect(issueSentence(issue, "en")).toBe("of-a-later-version: a.csv, row 7, column Menge (x)");
});
