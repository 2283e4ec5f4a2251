import { expect, test } from "vitest";
import { bytesSource, openTable } from "../../../src/ingest/index.ts";
import type { LegacyName } from "../../../src/ingest/table/encodings/languages.ts";
import { asLegacy } from "../../../src/ingest/table/encodings/legacy.ts";

/** Bytes of a text in an encoding, by trying all that one or two bytes can say. */
function encoded(name: LegacyName, text: string): Uint8Array {
  const known = new Map<string, number[]>();
  const learn = (bytes: number[]): void => {
    const sign = asLegacy(name, new Uint8Array(bytes));
    if ([...sign].length === 1 && sign !== "\ufffd" && !known.has(sign)) known.set(sign, bytes);
  };
  for (let byte = 0; byte < 256; byte++) learn([byte]);
  if ([...text].some((sign) => !known.has(sign)))
    for (let first = 129; first < 255; first++)
      for (let second = 64; second < 255; second++) learn([first, second]);
  return new Uint8Array([...text].flatMap((sign) => known.get(sign) ?? [63]));
}

const lists: readonly (readonly [LegacyName, string])[] = [
  ["macintosh", "Größe;Bezeichnung;Menge\nä-1;Flügelmutter für Möbel;3\nö-2;Dübel weiß;4\n"],
  ["macintosh", "Référence;Libellé;Quantité\né-1;Pièce détachée;3\nè-2;Câble à vis;4\n"],
  ["cp850", "Artikel;Bezeichnung;Stückzahl\nÖl-1;Öl für Getriebe;3\nÜ-2;Überwurfmutter;4\n"],
  ["cp850", "Código;Descripción;Cantidad\nñ-1;Caño de acero;3\nú-2;Conexión rápida;4\n"],
  ["windows-1250", "Kod towaru;Nazwa;Ilość\nŁ-1;łożysko kulkowe;3\nŻ-2;żarówka;4\n"],
  ["windows-1250", "Kód zboží;Název;Množství\nČ-1;Čep měděný;3\nŘ-2;řetěz;4\n"],
  ["windows-1250", "Cikkszám;Megnevezés;Mennyiség\nŰ-1;fűrészlap;3\nŐ-2;őrölt kő;4\n"],
  ["iso-8859-2", "Indeks;Nazwa;Ilość\nŚ-1;śruba ocynkowana;3\nĄ-2;łącznik;4\n"],
  ["cp852", "Indeks;Nazwa;Ilość\nŚ-1;śruba ocynkowana;3\nĄ-2;łącznik kątowy;4\n"],
  ["windows-1251", "Код товара;Наименование;Количество\nБ-1;Подшипник;3\nЩ-2;Щётка;4\n"],
  ["koi8-r", "Код товара;Наименование;Количество\nБ-1;Подшипник;3\nЩ-2;Щетка;4\n"],
  ["ibm866", "Код товара;Наименование;Количество\nБ-1;Подшипник;3\nЩ-2;Щетка;4\n"],
  ["windows-1253", "Κωδικός;Περιγραφή;Ποσότητα\nΒ-1;βίδα;3\nΠ-2;παξιμάδι;4\n"],
  ["windows-1254", "Stok Kodu;Açıklama;Miktar\nŞ-1;şerit;3\nĞ-2;yağ filtresi;4\n"],
  ["windows-1254", "TARİH;STOK KODU;MİKTAR\n02.01.2025;ŞERİT;3\n03.01.2025;YAĞ FİLTRESİ;4\n"],
  ["windows-1254", "KOD;AD;SAYI\nŞ-1;ŞİŞE;3\nB-2;YAĞ;4\n"],
  ["windows-1253", "ΚΩΔΙΚΟΣ;ΠΟΣΟΤΗΤΑ\nA-1;3\nB-2;4\n"],
  ["windows-1253", "Code;Name;Qty\nA-1;Βίδα;3\nB-1;Παξιμάδι;4\n"],
  ["windows-1253", "Datum;Artikel;Menge;Einheit\n03.02.2025;G-1;14;ΤΕΜ\n14.02.2025;G-2;6;ΤΕΜ\n"],
  ["windows-1253", "Datum;Artikel;Menge;Einheit\n03.02.2025;G-1;14;τεμ.\n14.02.2025;G-2;6;KG\n"],
  ["windows-1251", "Datum;Artikel;Menge;Einheit\n03.02.2025;G-1;14;шт\n14.02.2025;G-2;6;шт\n"],
  ["windows-1251", "Code;Type;Qty\nA-1;Расход;3\nA-1;Приход;4\n"],
  ["windows-1252", "DAGSETNING;VÖRUNÚMER;MAGN\n02.01.2025;ÞÉTTING;3\n03.01.2025;HURÐ;4\n"],
  ["windows-1252", "Date;Item;Qty\n02.01.2025;Þéttihringur;3\n03.01.2025;Hurð;4\n"],
  ["shift_jis", "品番,品名,数量\nあ-1,ボルト,3\nイ-2,ナット,4\n"],
  ["euc-jp", "品番,品名,数量\nあ-1,ボルト,3\nイ-2,ナット,4\n"],
  ["gb18030", "产品编号,产品名称,数量,日期\n甲-1,轴承,3,2025-01-02\n乙-2,垫圈,4,2025-01-03\n"],
  ["big5", "產品編號,產品名稱,數量,日期\n甲-1,軸承,3,2025-01-02\n乙-2,墊圈,4,2025-01-03\n"],
  ["euc-kr", "품목코드,품목명,수량\n가-1,볼트,3\n나-2,너트,4\n"],
  ["windows-1252", "Référence;Libellé;Quantité\né-1;Cœur de vanne;3\nè-2;Câble à vis;4\n"],
  ["windows-1252", "Artikel;Größe;Menge\nÄ-1;Maß ½ Zoll, 20 °C, ±2 %;3\nÖ-2;„groß“ – 5 €;4\n"],
  ["windows-1252", "Varenummer;Beskrivelse;Antal\nÆ-1;Møtrik rustfri stål;3\nØ-2;Bøjle;4\n"],
  ["windows-1252", "Código;Descrição;Quantidade\nÃ-1;Conexões de pressão;3\nÇ-2;Mão francesa;4\n"],
];

test.each(lists)("a list in %s is read in it: %s", (name, text) => {
  const table = openTable(bytesSource("list.csv", encoded(name, text)));
  const [header = "", ...rows] = text.trimEnd().split("\n");
  const delimiter = header.includes(";") ? ";" : ",";
  expect(table.header).toEqual(header.split(delimiter));
  expect([...table.records()].map(({ cells }) => cells[0])).toEqual(
    rows.map((row) => row.split(delimiter)[0]),
  );
  expect(table.encoding).toBe(name);
  const codes = table.issues().map(({ code }) => code);
  expect(codes).toEqual(name === "windows-1252" ? [] : ["encoding-found"]);
});

test("a special character that comes late decides as well", () => {
  const text = `Kod;Nazwa;Data;Liczba\n${"A-1;nit;03.01.2025;4\n".repeat(20_000)}Ś-1;śruba łącząca;03.01.2025;4\n`;
  const table = openTable(bytesSource("late.csv", encoded("windows-1250", text)));
  expect([...table.records()].at(-1)?.cells[0]).toBe("Ś-1");
  expect(table.encoding).toBe("windows-1250");
});

test("characters that are at home nowhere are said", () => {
  const text = (words: string): number[] => [...new TextEncoder().encode(words)];
  const bytes = [...text("Artikel;Menge\nab"), 0xd7, ...text("x;3\nab"), 0xb6, ...text("x;4\n")];
  const table = openTable(bytesSource("odd.csv", new Uint8Array(bytes)));
  expect([...table.records()].length).toBe(2);
  expect(table.issues().map(({ code }) => code)).toContain("encoding-doubtful");
});
