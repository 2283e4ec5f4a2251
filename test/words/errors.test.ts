import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { errorSentence } from "../../src/words/errors/index.ts";

const root = join(import.meta.dirname, "..", "..");
const inside = (folder: string, left: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !left.test(`${entry.parentPath}/`))
    .filter(({ name }) => name !== "pack-portable.ts")
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
const sources = [...inside("src", /\/words\//), ...inside("api", /\/web\//)];

/** Sentences handed to the errors that people read, with values in the place of what is filled in. */
function sentences(): string[] {
  const found = new Set<string>();
  for (const source of sources) {
    for (const [, text = ""] of source.matchAll(
      /new (?:UsageError|InputError|QuestionError)\(\s*(?:"[a-z-]+",\s*)?(`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*")/g,
    )) {
      const plain = text.slice(1, -1).replaceAll('\\"', '"');
      found.add(plain.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "7"));
    }
  }
  // not what only joins the sentences of others, nor a code whose sentence is made elsewhere
  return [...found].filter((text) => !/^(?:[7: ]*|[a-z]+)$/.test(text)).sort();
}

test("every error that people read has its German sentence", () => {
  const all = sentences();
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter((text) => errorSentence(text, "de") === text)).toEqual([]);
});

test("what the bytes of a foreign file give away is said in German too", () => {
  const source = readFileSync(join(root, "src", "ingest", "table", "file-signature.ts"), "utf8");
  const said = [...source.matchAll(/"(This is [^"]+)"/g)].map(([, text = ""]) => text);
  expect(said.length).toBeGreaterThan(10);
  expect(said.filter((text) => errorSentence(text, "de") === text)).toEqual([]);
});

test("names and values are taken over, also behind the name of a file and inside one another", () => {
  expect(errorSentence("plan needs --out DIR: the folder for the results", "de")).toBe(
    "plan braucht --out ORDNER: den Ordner für die Ergebnisse",
  );
  expect(errorSentence("b.csv: the file holds no row", "de")).toBe("b.csv: Die Datei enthält keine Zeile");
  expect(
    errorSentence(
      "a.xlsx: The XLSX file is damaged (an entry is cut off); open it in Excel, save it again and retry.",
      "de",
    ),
  ).toBe(
    "a.xlsx: Die XLSX-Datei ist beschädigt (ein Eintrag ist abgeschnitten); in Excel öffnen, neu speichern und noch einmal versuchen.",
  );
  expect(
    errorSentence(
      'b.csv: is the separator in column "Menge" for thousands or decimals (e.g. 1.234)? Answers: a, b. Write {"q:1": "a"} into a file and name it with --answers FILE (and 2 more questions, see issues.csv)',
      "de",
    ),
  ).toBe(
    'b.csv: Trennt das Zeichen in der Spalte „Menge“ Tausender oder Dezimalen (e.g. 1.234)? Antworten: a, b. {"q:1": "a"} in eine Datei schreiben und sie mit --answers DATEI nennen (und 2 weitere Fragen, siehe issues.csv)',
  );
});

test("English and what has no words stay as they are", () => {
  const text = "plan needs --out DIR: the folder for the results";
  expect(errorSentence(text, "en")).toBe(text);
  expect(errorSentence("of a later version", "de")).toBe("of a later version");
});
