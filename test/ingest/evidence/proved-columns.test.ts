import { expect, test } from "vitest";
import { totalSaid } from "../../../src/ingest/cells/total-words.ts";
import { linesOf, questionOf, readText } from "../typing/from-text.ts";

const quantities = (text: string): string[] =>
  linesOf(readText(text)).map((line) => {
    const [item, , quantity] = line.split(" ");
    return `${item} ${quantity}`;
  });

test("a quantity in base units is taken once, by its factor or by its units, and no question asks for it", () => {
  const rows = [
    ["K-1", "2025-02-03", "2", "CTN", "24", "48"],
    ["K-2", "2025-02-10", "7", "PCS", "1", "7"],
    ["K-1", "2025-02-17", "1", "CTN", "24", "24"],
  ] as const;
  const wanted = ["K-1 48", "K-2 7", "K-1 24"];
  for (const heading of ["Quantity (Base)", "Base Qty", "Pieces", "Menge ST"]) {
    const withFactor = rows.map((cells) => cells.join(";")).join("\n");
    expect(quantities(`Item;Date;Quantity;Unit;Qty. per Unit of Measure;${heading}\n${withFactor}`)).toEqual(
      wanted,
    );
    const without = rows.map((cells) => cells.filter((_, k) => k !== 4).join(";")).join("\n");
    expect(quantities(`Item;Date;Quantity;Unit;${heading}\n${without}`)).toEqual(wanted);
  }
});

test("an amount that is a whole multiple of the quantity is no quantity in base units", () => {
  const text =
    "Item;Date;Quantity;Unit;Base price total\nK-1;2025-02-03;2;PCS;48\nK-2;2025-02-10;7;PCS;70\nK-1;2025-02-17;1;PCS;24";
  expect(quantities(text)).toEqual(["K-1 2", "K-2 7", "K-1 1"]);
});

test("the code goes before the name and the key of a database where both go together", () => {
  const lines = (cells: readonly (readonly string[])[]): string =>
    cells.map((row) => row.join(";")).join("\n");
  const named = lines([
    ["Fecha", "Clave interna", "Artículo", "Cantidad"],
    ["2025-02-03", "TB-7", "Tubo de cobre", "4"],
    ["2025-02-10", "CD-9", "Codo de cobre", "6"],
    ["2025-02-17", "TB-7", "Tubo de cobre", "5"],
  ]);
  expect(quantities(named)).toEqual(["TB-7 4", "CD-9 6", "TB-7 5"]);
  const keyed = lines([
    ["date", "product_id", "product_ref", "quantity"],
    ["2025-02-03", "31", "TB-7", "4"],
    ["2025-02-10", "31", "TB-8", "6"],
    ["2025-02-17", "31", "TB-7", "5"],
  ]);
  expect(quantities(keyed)).toEqual(["TB-7 4", "TB-8 6", "TB-7 5"]);
});

test("a column with a cancelled line is a state whatever its heading; words beside it are asked about", () => {
  const text =
    "SKU;Date;Quantity;Etapa del flujo\nA-1;2025-02-03;5;Atravesado\nA-2;2025-02-10;900;Cancelado\nA-1;2025-02-17;6;Atravesado";
  expect(questionOf(text)?.issues.some(({ question }) => question?.id.endsWith("Atravesado"))).toBe(true);
  expect(quantities(text.replaceAll("Atravesado", "Entregado"))).toEqual(["A-1 5", "A-1 6"]);
});

test("inventory sales are sales; a heading of a kind and a document says what its lines move", () => {
  const text =
    "Item;Date;Quantity;Explanation\nA-1;2025-02-03;-5;Inventory sales\nA-1;2025-02-10;90;Receipt posting\nA-1;2025-02-17;-6;Inventory sales";
  expect(linesOf(readText(text)).filter((line) => line.endsWith("sale"))).toEqual([
    "A-1 2025-02-03 5 sale",
    "A-1 2025-02-17 6 sale",
  ]);
  const codes =
    "Article;Date;Quantité;Nature de pièce\nA-1;2025-02-03;5;FCX\nA-1;2025-02-10;2;AVX\nA-1;2025-02-17;6;FCX";
  expect(questionOf(codes)?.issues.some(({ code }) => code === "kind-unknown")).toBe(true);
});

test("words of sums are the same for rows, groups and items across; a name that begins with one is none", () => {
  expect(["Summe", "Összesen", "Razem", "Итого:", "Grand total"].map(totalSaid)).not.toContain(undefined);
  expect(["Sumatra", "Totalschutz", "Toplamak"].map(totalSaid)).toEqual([undefined, undefined, undefined]);
  const across =
    "Datum;S-101;S-102;S-103;Alle\n03.02.2025;5;1;2;8\n04.02.2025;7;2;3;12\n05.02.2025;4;4;1;9\n06.02.2025;1;0;2;3";
  expect(quantities(across).some((line) => line.startsWith("Alle"))).toBe(false);
  const brand =
    "Datum;S-101;S-102;S-103;Totalin 500\n03.02.2025;5;1;2;30\n04.02.2025;7;2;3;40\n05.02.2025;4;4;1;50";
  expect(linesOf(readText(brand))).toContain("Totalin 500 2025-02-03 30 issue");
});

test("customers and suppliers of other languages say what the lines are", () => {
  const lines = (heading: string): string =>
    `Codice;Data;Quantità;${heading}\nA-1;2025-02-03;5;Uno\nA-2;2025-02-10;2;Due`;
  const kindOf = (heading: string) =>
    linesOf(readText(lines(heading)))[0]
      ?.split(" ")
      .at(-1);
  expect(["Ragione sociale cliente", "Nom du client", "Nabywca nazwa"].map(kindOf)).toEqual([
    "sale",
    "sale",
    "sale",
  ]);
  expect(kindOf("Nombre del proveedor")).toBe("purchase");
});

test("a key is offered as the item before words; the amount is offered where only flags are left", () => {
  const asked = questionOf(
    "Artikel,Datum,Aktion,Wert\nK-1,2025-01-06,0,14\nK-1,2025-01-13,1,33\nK-2,2025-01-06,0,8",
  );
  expect(asked?.issues.find(({ question }) => question !== undefined)?.question?.candidates).toEqual([
    "Wert",
  ]);
});

test("subtotals below an item that stands in its first row keep no row from it", () => {
  const text =
    "Article;Désignation;Date;Quantité\nV-1;Clou;03/02/2025;30\n;;13/02/2025;45\n;Total V-1;;75\nV-2;Vis;04/02/2025;8\n;;18/02/2025;12\n;Total V-2;;20";
  expect(quantities(text)).toEqual(["V-1 30", "V-1 45", "V-2 8", "V-2 12"]);
});

test("sizes and colours by their code are asked about; a buyer of a shop beside the day of purchase makes sales", () => {
  const sizes = "Style,Date,Size Code,Units\nJ-1,2025-02-03,S,4\nJ-1,2025-02-10,M,9\nJ-2,2025-02-17,M,3";
  expect(
    questionOf(sizes, { map: { item: "Style" } })?.issues.some(({ code }) => code === "variants-unclear"),
  ).toBe(true);
  const bought = "Indeks;Data zakupu;Kupujący;Ilość\nA-1;2025-02-03;jan;4\nA-2;2025-02-10;ola;9";
  expect(linesOf(readText(bought))[0]).toBe("A-1 2025-02-03 4 sale");
});

test("a running balance is followed from row to row of an item, wherever they stand", () => {
  const text =
    "Datum;Artikelcode;Stroom A;Stroom B;Stand na\n2025-02-03;M-1;0;14;186\n2025-02-04;M-2;0;33;67\n2025-02-10;M-1;200;0;386\n2025-02-11;M-2;0;7;60\n2025-02-17;M-1;0;21;365";
  expect(quantities(text).filter((line) => !line.endsWith(" 0"))).toEqual([
    "M-1 14",
    "M-2 33",
    "M-2 7",
    "M-1 21",
  ]);
  const named =
    "Datum;Artikelcode;Aantal in;Aantal uit;Prijslijst\n2025-02-03;M-1;0;14;3\n2025-02-04;M-2;0;33;3\n2025-02-10;M-1;200;0;7";
  const asked = questionOf(named)?.issues.find(({ question }) => question !== undefined);
  expect(asked?.question?.candidates[0]).toBe("Aantal uit");
});
