import { expect, test } from "vitest";
import { QuestionError } from "../../../src/ingest/questions.ts";
import { linesOf, readText } from "../typing/from-text.ts";

/** Two sales, each as an order, a delivery note and an invoice. */
const sales = (heading: string, words: readonly string[], quantities = [12, 3]): string =>
  [
    `Datum;${heading};Artikel;Menge`,
    ...quantities.flatMap((quantity, k) =>
      words.map((word, day) => `0${day + 2}.0${k + 1}.2025;${word};A-${k};${quantity}`),
    ),
  ].join("\n");

const question = (text: string): { id: string; candidates: readonly string[] } | undefined => {
  try {
    readText(text, {});
    return undefined;
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    return error.issues.find(({ code }) => code === "stages-repeated")?.question;
  }
};

test("order, delivery note and invoice of one sale are not counted three times: it is asked which counts", () => {
  for (const words of [
    ["Auftrag", "Lieferschein", "Rechnung"],
    ["Sales Order", "Packing Slip", "Invoice"],
    ["Bon de commande", "Bon de livraison", "Facture"],
    ["Pedido", "Albarán", "Factura"],
    ["Order", "Pakbon", "Factuur"],
  ])
    for (const heading of ["Vorgang", "Art"]) {
      const text = sales(heading, words);
      const asked = question(text);
      expect(asked?.candidates, words.join()).toEqual([...words, "all"]);
      const { id = "" } = asked ?? {};
      const read = readText(text, { answers: { [id]: words[1] ?? "" } });
      expect(linesOf(read).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
        "A-0 2025-01-03 12",
        "A-1 2025-02-03 3",
      ]);
      expect(readText(text, { answers: { [id]: "all" } }).lines.length).toBe(6);
    }
});

test("deliveries in parts are the same sale; sales of their own by note and by invoice are not", () => {
  const parts = `${sales("Vorgang", ["Auftrag", "Rechnung"])}
04.01.2025;Lieferschein;A-0;5
05.01.2025;Lieferschein;A-0;7
06.02.2025;Lieferschein;A-1;3`;
  expect(question(parts)?.candidates).toEqual(["Lieferschein", "Auftrag", "Rechnung", "all"]);
  const apart = `Datum;Vorgang;Artikel;Menge
02.01.2025;Rechnung;A-0;12
03.01.2025;Lieferschein;A-0;5
05.02.2025;Rechnung;A-1;3
06.02.2025;Lieferschein;A-1;8`;
  expect(question(apart)).toBeUndefined();
});
