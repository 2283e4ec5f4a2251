import { expect, test } from "vitest";
import { normaliseHeading } from "../../../src/ingest/cells/heading-key.ts";

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
