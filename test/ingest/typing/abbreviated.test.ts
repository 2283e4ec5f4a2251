import { expect, test } from "vitest";
import { candidatesOf } from "../../../src/ingest/columns/candidates.ts";
import { abbreviated } from "../../../src/ingest/columns/headings/abbreviated.ts";

test("a shortened heading stands for the word that all that begin like it begin with, else for none", () => {
  const keys = [
    "lieferzeit",
    "lieferzeitstreuung",
    "bestelldatum",
    "bestellkosten",
    "lagerbestand",
    "lagerort",
  ];
  expect(abbreviated("Lieferz.", keys)).toBe("lieferzeit");
  expect(abbreviated("Lagerbest.", keys)).toBe("lagerbestand");
  // an order's day or its costs; a place or a stock
  expect(abbreviated("Bestell.", keys)).toBe("");
  expect(abbreviated("Lager.", keys)).toBe("");
  // a unit, a position and a number are no beginnings of such words
  for (const heading of ["Stk.", "Pos.", "Nr.", "Lagerbest", "Lagerbest. alt", "1.000."])
    expect(abbreviated(heading, keys)).toBe("");
});

test("shortened headings of a master list and of months beside their stock say what they hold", () => {
  const header = ["Artikelnr.", "Artikelbez.", "Lagerbest.", "LZ (Tage)", "Hauptlief.", "Losgr."];
  const fields = (kind: "items" | "orders") => {
    const exact = candidatesOf(kind, header, []).filter((one) => one.exact);
    return [...new Set(exact.map(({ column, field }) => `${header[column]} ${field}`))];
  };
  expect(fields("items")).toEqual([
    "Artikelnr. item",
    "Artikelbez. name",
    "Lagerbest. onHand",
    "LZ (Tage) leadTimeDays",
    "Hauptlief. supplier",
  ]);
  expect(fields("orders")).toContain("Lagerbest. onHand");
});
