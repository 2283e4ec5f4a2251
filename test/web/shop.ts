import { sheets } from "../../src/index.ts";

/** cp1252 as German exports have it; only what the texts below need. */
const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (c) => c.charCodeAt(0));

const two = (x: number): string => String(x).padStart(2, "0");

/** Monthly issues of `items` items over three years, German headings and numbers, encoded as cp1252. */
export function ordersCsv(items: number, months = 36): Uint8Array<ArrayBuffer> {
  const rows = ["Artikelnr.;Bezeichnung;Buchungsdatum;Menge;Bewegungsart;Lieferant;Zweck"];
  for (let month = 0; month < months; month++)
    for (let item = 0; item < items; item++) {
      const date = `${two(5 + (item % 20))}.${two((month % 12) + 1)}.${2023 + Math.floor(month / 12)}`;
      const level = 25 + 5 * (item % 7) + ((month * 7 + item * 3) % 11);
      rows.push(
        `${two(item).padStart(6, "0")};Schlüsselgröße ${item};${date};1.${two(level)}0,50;Verbrauch;${70010 + (item % 3)};Halle ${item % 4}`,
      );
    }
  return bytes(`${rows.join("\r\n")}\r\n`);
}

/** Master data of the same items as an Excel workbook. */
export function itemsXlsx(items: number): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: items }, (_, item) => item);
  const of = (heading: string, kind: "text" | "number", value: (item: number) => string | number) => ({
    heading,
    kind,
    value,
  });
  const sheet = sheets.sheet(
    "Artikel",
    [
      of("Artikelnr.", "text", (item) => two(item).padStart(6, "0")),
      of("Bezeichnung", "text", (item) => `Schlüsselgröße ${item}`),
      of("Lieferant", "text", (item) => `${70010 + (item % 3)}`),
      of("ME", "text", () => "ST"),
      of("Disponent", "text", (item) => `D0${1 + (item % 2)}`),
      of("Bestand", "number", (item) => (item % 2 === 1 ? 60_000 : item % 4 === 0 ? 200 : 850)),
      of("Lieferzeit (Tage)", "number", () => 14),
      of("Mindestbestellmenge", "number", () => 500),
      of("Verpackungseinheit", "number", () => 100),
      of("Einstandspreis", "number", (item) => 1 + item / 10),
    ],
    rows,
    1,
  );
  return new Uint8Array(Buffer.concat([...sheets.workbook([sheet], [])]));
}

/** Suppliers with a minimum value that single orders miss. */
export const suppliersCsv = (): Uint8Array<ArrayBuffer> =>
  bytes(
    "Lieferantennr.;Name;Mindestbestellwert\r\n70010;Würfel & Söhne;90.000,00\r\n70011;Kröger KG;10,00\r\n70012;Böhm GmbH;10,00\r\n",
  );

/** A workbook kept by hand: a part a row, its months beside it, then stock and lead time under headings of its own. */
export function handXlsx(): Uint8Array<ArrayBuffer> {
  type Row = readonly (string | number)[];
  const months = Array.from({ length: 24 }, (_, k) => `${two((k % 12) + 1)}/${2024 + Math.floor(k / 12)}`);
  const headings = ["Teil", "Was es ist", ...months, "Liegt noch da", "Dauert etwa"];
  const rows = [0, 1, 2].map(
    (k): Row => [`H-${k}`, `Handteil ${k}`, ...months.map((_, m) => 4 + ((m * 3 + k) % 5)), 3 + k, 14],
  );
  const columns = headings.map((heading, at) => ({
    heading,
    kind: at < 2 ? ("text" as const) : ("number" as const),
    value: (row: Row) => row[at],
  }));
  return new Uint8Array(
    Buffer.concat([...sheets.workbook([sheets.sheet("Verbrauch", columns, rows, 0)], [])]),
  );
}

/** A workbook with a sheet of issues for each of two years, one of stocks, and one of remarks. */
export function yearsXlsx(): Uint8Array<ArrayBuffer> {
  type Row = readonly (string | number)[];
  const sheet = (
    name: string,
    columns: readonly (readonly [string, "text" | "date" | "number"])[],
    rows: Row[],
  ) =>
    sheets.sheet(
      name,
      columns.map(([heading, kind], k) => ({ heading, kind, value: (row: Row) => row[k] })),
      rows,
      0,
    );
  const year = (of: number) =>
    sheet(
      `Verbrauch ${of}`,
      [
        ["Artikel", "text"],
        ["Datum", "date"],
        ["Menge", "number"],
      ],
      Array.from({ length: 36 }, (_, k) => [`K${k % 3}`, `${of}-${two(1 + (k % 12))}-15`, 10 + (k % 7)]),
    );
  const stock = sheet(
    "Bestand",
    [
      ["Artikel", "text"],
      ["Bestand", "number"],
      ["Lieferzeit (Tage)", "number"],
    ],
    [0, 1, 2].map((k) => [`K${k}`, 5 * k, 14]),
  );
  const remarks = sheet("Notizen", [["Bemerkung", "text"]], [["Bitte vor Freitag"]]);
  return new Uint8Array(Buffer.concat([...sheets.workbook([year(2024), year(2025), stock, remarks], [])]));
}
