import { expect, test } from "vitest";
import { bytesSource, readOrders } from "../../../src/index.ts";
import { durationUnit } from "../../../src/ingest/cells/durations.ts";
import { monthNumber, sharedMonths } from "../../../src/ingest/cells/month-names.ts";
import { isPackage } from "../../../src/ingest/cells/units.ts";
import { linesOf, questionOf, readText } from "../typing/from-text.ts";

test("headings made of a word and its thing are known in other languages", () => {
  const lines = "K-1;03.02.2025;4\nK-2;14.02.2025;250\n";
  for (const heading of [
    "Číslo dílu;Datum výdeje;Vydané množství",
    "Numer części;Data rozchodu;Ilość zużyta",
    "Código del material;Fecha de salida;Cantidad consumida",
    "Codice materiale;Data prelievo;Q.tà scaricata",
    "Malzeme Kodu;Sevk Tarihi;Çıkan Adet",
    "部品番号;払出日;払出数",
    "Код материала;Дата списания;Кол-во списано",
  ])
    expect(linesOf(readText(`${heading}\n${lines}`)), heading).toEqual([
      expect.stringContaining("K-1 2025-02-03 4"),
      expect.stringContaining("K-2 2025-02-14 250"),
    ]);
});

test("short months of all these languages", () => {
  const lines = [
    "led uno bre dub kve cer cvc srpen zar rij lis pro",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
  ];
  for (const line of lines)
    expect(line.split(" ").map((name) => monthNumber(sharedMonths(line.split(" "))?.(name) ?? name))).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    );
});

test("a month nobody knows is the one between or beside its neighbours", () => {
  const heading = ["Foo", "feb", "mar", "apr", "Bar", "jun", "jul"].map((one) => `${one} 2024`);
  const read = readText(`Artikel;${heading.join(";")}\nA-1;1;2;3;4;5;6;7\n`);
  expect(linesOf(read).map((line) => line.split(" ")[2])).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
});

test("the column that went out of a ledger is what its balances say, whatever the headings", () => {
  const chained =
    "Item;Datum;Aaa;Bbb;Ccc;Ddd\nX;02.01.2025;100;0;30;70\nX;14.01.2025;70;50;20;100\nX;20.01.2025;100;0;7;93\n" +
    "Y;15.01.2025;40;0;5;35\nY;16.01.2025;35;10;0;45\n";
  expect(linesOf(readText(chained)).map((line) => line.split(" ")[2])).toEqual(["30", "20", "7", "5", "0"]);
  const open = "Item;Datum;Aaa;Bbb;Ccc;Ddd\nX;02.01.2025;100;0;30;70\nY;14.01.2025;70;50;20;100\n";
  expect(questionOf(open)?.issues).toContainEqual(
    expect.objectContaining({ code: "column-unclear", field: "quantity" }),
  );
});

test("two months of two measures are a wide list", () => {
  const text =
    "Symbol;2025-01 szt.;2025-01 PLN;2025-02 szt.;2025-02 PLN\nP-1;10;125,00;4;50,00\nP-2;3;89,70;7;209,30\n";
  expect(linesOf(readText(text)).map((line) => line.split(" ")[2])).toEqual(["10", "4", "3", "7"]);
});

test("price and amount are found by what multiplies, though no heading is known", () => {
  const text =
    "Produto;Data;Qtd;Vlr Unit;Vlr Total\nP-1;02/01/2025;3;10,50;31,50\nP-2;14/01/2025;2;7,25;14,50\nP-1;20/01/2025;5;10,50;52,50\n";
  expect(readText(text).lines.price.slice(0, 3)).toEqual(Float64Array.of(10.5, 7.25, 10.5));
});

test("units and times of other languages", () => {
  expect(["уп", "cajas", "箱", "opak.", "шт", "szt."].map(isPackage)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(["días", "gün", "дн", "semaines", "日"].map((word) => durationUnit(word)?.days)).toEqual([
    1, 1, 1, 7, 1,
  ]);
});

test("rows of all shops are counted in the whole file, not in its beginning alone", () => {
  const days = Array.from({ length: 28 }, (_, k) => `${String(k + 1).padStart(2, "0")}.02.2025`);
  const rows = days.flatMap((day, d) =>
    Array.from({ length: 40 }, (_, item) => {
      const sold = [1 + ((item + d) % 4), 2 + ((item * d) % 3)];
      return [
        `A-${100 + item};${day};Bonn;${sold[0]}`,
        `A-${100 + item};${day};Kiel;${sold[1]}`,
        `A-${100 + item};${day};Alle Filialen;${sold[0] + sold[1]}`,
      ].join("\n");
    }),
  );
  const text = `Artikel;Datum;Filiale;Menge verkauft\n${rows.join("\n")}\n`;
  const { lines, issues } = readOrders([bytesSource("filialen.csv", new TextEncoder().encode(text))]);
  expect(lines.length).toBe(2 * rows.length);
  expect(issues.find(({ code }) => code === "group-sums")).toMatchObject({ row: 4, count: rows.length });
});
