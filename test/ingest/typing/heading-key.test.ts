import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keyPattern, normaliseHeading } from "../../../src/ingest/cells/heading-key.ts";
import { defaultMovement } from "../../../src/ingest/orders/default-movement.ts";

test.each([
  "Art.-Nr.",
  "ArtNr",
  "Artikel-Nr",
  "ARTIKELNUMMER",
  "Artikelnr.",
  "\ufeffArtikelnummer",
  "Artikelnummer ",
  "Artikel­nummer",
])("%j is the article number", (heading) => {
  expect(normaliseHeading(heading).key).toBe("artikelnummer");
});

test("umlauts are read both ways", () => {
  const keys = ["Währung", "Waehrung", "Wahrung"].map((heading) => normaliseHeading(heading).key);
  expect(new Set(keys).size).toBe(1);
});

test("what stands in brackets is a hint, not part of the name", () => {
  expect(normaliseHeading("Wiederbeschaffungszeit (Wochen)")).toMatchObject({
    key: "wiederbeschaffungszeit",
    hint: "wochen",
  });
});

test("snake case, camel case and blanks give the same key", () => {
  const keys = ["lead_time_days", "leadTimeDays", "Lead Time Days"].map((text) => normaliseHeading(text).key);
  expect(new Set(keys).size).toBe(1);
});

test("a pattern of keys is written in words as they are", () => {
  for (const heading of ["Net value", "Revenue", "Due", "Stock issue", "Quelle", "Steuer", "Queue"]) {
    const word = heading.split(" ").at(-1)?.toLowerCase() ?? "";
    expect(keyPattern(new RegExp(`${word}$`)).test(normaliseHeading(heading).key), heading).toBe(true);
  }
  expect(defaultMovement(["Part", "Day", "Net revenue"], new Set()).kind).toBe("sale");
  expect(defaultMovement(["Supplier", "Part", "Day", "Qty issued"], new Set(["supplier"])).because).toBe(
    "Qty issued",
  );
});

test("no pattern of headings asks for letters that no key holds: ae, oe and ue stand in keyPattern alone", () => {
  const root = join(import.meta.dirname, "../../../src/ingest");
  const literal =
    /(keyPattern\(\s*)?(?<![\w)\]])\/((?:\\.|\[[^\]\n]*\]|[^/\n\\[*])(?:\\.|\[[^\]\n]*\]|[^/\n\\[])*)\/([a-z]*)/g;
  const bad = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /^(columns|orders|[\w-]+\.ts)/.test(file) && file.endsWith(".ts"))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), "utf8").replace(/^ *(\*|\/\*\*|\/\/).*$/gm, "");
      if (!/\bkeys?\b/.test(text)) return [];
      return [...text.matchAll(literal)]
        .filter(([, wrapped, source = "", flags = ""]) => {
          return wrapped === undefined && !flags.includes("i") && /[aou]e/.test(source);
        })
        .map(([pattern]) => `${file}: ${pattern.slice(0, 60)}`);
    });
  expect(bad).toEqual([]);
});
