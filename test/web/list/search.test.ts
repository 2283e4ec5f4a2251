import fc from "fast-check";
import { expect, test } from "vitest";
import { foundIn } from "../../../api/web/session/search.ts";
import { listed } from "../line.ts";

const lines = [
  listed("A1", { name: "Schraube M8", supplier: "S1" }),
  listed("A2", { name: "Passfeder 8x7", supplier: "S2", supplierItem: "ä-77" }),
  listed("A10", { name: "Mutter M8", supplier: "S1" }, "Meier"),
];
const found = (text: string, of = lines) => foundIn(of, text)?.map((place) => of[place]?.item);

test("a search finds the lines that hold all its words, whichever of their texts holds each", () => {
  expect(found("  ")).toBeUndefined();
  expect(found("m8")).toEqual(["A1", "A10"]);
  expect(found("M8 meier")).toEqual(["A10"]);
  expect(found("Ä-77")).toEqual(["A2"]);
  expect(found("a1")).toEqual(["A1", "A10"]);
  expect(found("zzz")).toEqual([]);
  // what ends one line and begins the next is no word
  expect(found("s1a2")).toEqual([]);
  expect(foundIn([], "a")).toEqual([]);
});

test("a word that grows, shrinks or is joined by another finds what it finds at first sight", () => {
  const letters = fc.constantFrom("a", "1", "0", "m", "8", " ", "s", "x");
  fc.assert(
    fc.property(fc.array(fc.array(letters, { maxLength: 4 }), { maxLength: 6 }), (typed) => {
      for (const text of typed.map((some) => some.join(""))) {
        const again = lines.slice();
        expect(found(text)).toEqual(found(text, again));
        const words = text.split(" ").filter((word) => word !== "");
        const texts = ["a1 schraube m8 s1", "a2 passfeder 8x7 s2 ä-77", "a10 mutter m8 s1 meier"];
        const plain = texts.flatMap((one, k) =>
          words.every((word) => one.includes(word)) ? [lines[k]?.item] : [],
        );
        expect(found(text) ?? lines.map(({ item }) => item)).toEqual(plain);
      }
    }),
  );
});

test("decisions leave the search as it is, another supplier's text is found at once", () => {
  expect(found("a2")).toEqual(["A2"]);
  const decided = lines.with(1, {
    ...lines[1],
    decided: { action: "accept", version: 1 },
  } as (typeof lines)[0]);
  expect(found("a2", decided)).toEqual(["A2"]);
  expect(found("s9", decided)).toEqual([]);
  const moved = decided.with(1, { ...decided[1], supplier: "S9" } as (typeof lines)[0]);
  expect(found("s9", moved)).toEqual(["A2"]);
  expect(found("s2", moved)).toEqual([]);
});
