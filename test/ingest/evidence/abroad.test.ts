import { expect, test } from "vitest";
import { monthNumber, sharedMonths } from "../../../src/ingest/cells/month-names.ts";
import { inspectRows } from "../../../src/ingest/inspect.ts";
import { bytesSource } from "../../../src/ingest/source.ts";

/** Demand by item of a text, read as order lines. */
function demandOf(text: string): Record<string, number> {
  const source = bytesSource("orders.csv", new TextEncoder().encode(text));
  const demand: Record<string, number> = {};
  for (const { item, quantity, kind } of inspectRows(source, {})) {
    if (["issue", "sale", "purchase", "return"].includes(String(kind)))
      demand[String(item)] = (demand[String(item)] ?? 0) + Number(quantity);
  }
  return demand;
}

const headings = [
  ["French", "Date commande;Réf. article;Désignation;Qté commandée;P.U."],
  ["Spanish", "Fecha pedido;Código artículo;Descripción;Cant.;Precio"],
  ["Portuguese", "Data do pedido;Código do produto;Descrição;Quantidade;Preço unitário"],
  ["Italian", "Data vendita;Codice prodotto;Denominazione;Q.tà;Prezzo"],
  ["Dutch", "Besteldatum;Productcode;Omschrijving;Hoeveelheid;Stukprijs"],
  ["Swedish", "Orderdatum;Artikelnr;Benämning;Antal;Styckpris"],
  ["Danish", "Ordredato;Varenr.;Varenavn;Antal;Stykpris"],
  ["Norwegian", "Salgsdato;Varenummer;Beskrivelse;Antall;Enhetspris"],
  ["Finnish", "Tilauspäivä;Tuotekoodi;Tuotenimi;Määrä;Yksikköhinta"],
  ["Polish", "Data sprzedaży;Kod towaru;Nazwa towaru;Szt.;Cena netto"],
  ["Czech", "Datum objednávky;Kód zboží;Název zboží;Množství;Jednotková cena"],
  ["Slovak", "Dátum objednávky;Kód tovaru;Názov;Množstvo;Cena"],
  ["Hungarian", "Rendelés dátuma;Cikkszám;Megnevezés;Mennyiség;Egységár"],
  ["Romanian", "Data comenzii;Cod produs;Denumire;Cantitate;Preț unitar"],
  ["Croatian", "Datum narudžbe;Šifra artikla;Naziv;Količina;Cijena"],
  ["Turkish", "Sipariş Tarihi;Stok Kodu;Stok Adı;Adet;Birim Fiyat"],
] as const;

test.each(headings)("order lines with %s headings need no question", (_, heading) => {
  const lines = ["15.01.2025;K-1;x;4;1,20", "28.02.2025;K-1;x;11;1,20", "31.03.2025;M-2;y;250;0,15"];
  expect(demandOf(`${heading}\n${lines.join("\n")}\n`)).toEqual({ "K-1": 15, "M-2": 250 });
});

test.each([
  ["French", "Article;janv. 25;févr. 25;mars 25;avr. 25"],
  ["Spanish", "Referencia;enero 2025;febrero 2025;marzo 2025;abril 2025"],
  ["Italian", "Codice articolo;gennaio 2025;febbraio 2025;marzo 2025;aprile 2025"],
  ["Polish", "Kod towaru;styczeń 2025;luty 2025;marzec 2025;kwiecień 2025"],
  ["Turkish", "Stok Kodu;Ocak 2025;Şubat 2025;Mart 2025;Nisan 2025"],
])("months in columns with %s names", (_, heading) => {
  expect(demandOf(`${heading}\nK-1;4;0;11;3\nM-2;250;1;0;7\n`)).toEqual({ "K-1": 18, "M-2": 258 });
});

test("a name that means two months in two languages is never given both", () => {
  expect(["Październik", "listopad", "août", "Kasım", "mrt", "out", "srp"].map(monthNumber)).toEqual([
    10, 0, 8, 11, 3, 10, 0,
  ]);
});

test("a month of two languages is read by those beside it: listopad is October in Croatian, November in Polish", () => {
  const year = (names: string): number[] => {
    const spelled = sharedMonths(names.split(" "));
    return names.split(" ").map((name) => monthNumber(spelled?.(name) ?? name));
  };
  expect(year("rujan listopad studeni")).toEqual([9, 10, 11]);
  expect(year("październik listopad grudzień")).toEqual([10, 11, 12]);
  expect(year("svi lip srp kol ruj lis stu")).toEqual([5, 6, 7, 8, 9, 10, 11]);
  expect(year("kwi maj cze lip sie wrz paź lis gru")).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(year("listopad")).toEqual([0]);
});

test("a key called id is the item where each row of a list with its periods in columns has its own", () => {
  const wide = "id,2024-01,2024-02,2024-03\n5001,3,0,4\n5002,0,0,250\n5003,11,2,0\n";
  expect(demandOf(wide)).toEqual({ "5001": 7, "5002": 250, "5003": 13 });
  const numbered = "id,name,2024-01,2024-02,2024-03\n1,Bolt,3,0,4\n2,Nut,0,0,250\n3,Ring,11,2,0\n";
  expect(() => demandOf(numbered)).toThrow(/Which column is "item"/);
});

test("movement types in a column headed BwArt tell issues from receipts", () => {
  const rows = ["15.01.2025;100001;201;4", "16.01.2025;100001;101;250", "20.01.2025;100001;262;1"];
  expect(demandOf(`Buchungsdatum;Material;BwArt;Menge\n${rows.join("\n")}\n`)).toEqual({ "100001": 3 });
});

test("0 and 1 below Aktion say whether there was a promotion, not what moved", () => {
  const rows = ["15.01.2025;A;4;0", "16.01.2025;A;9;1", "20.01.2025;B;2;0"];
  expect(demandOf(`Datum;Artikel;Menge;Aktion\n${rows.join("\n")}\n`)).toEqual({ A: 13, B: 2 });
});
