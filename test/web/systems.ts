import { sheets } from "../../src/index.ts";

type Row = readonly (string | number)[];

/** A file as it is dropped on the page. */
export interface Dropped {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What a program saves of itself, in its own words. */
export interface System {
  readonly name: string;
  readonly files: readonly Dropped[];
  /** An item that has to be ordered, by its number there. */
  readonly item: string;
  /** Items with a line of an order. */
  readonly lines: number;
  /** What a file leaves open, and its answer. */
  readonly asked?: { readonly file: string; readonly answer: string };
}

const two = (x: number): string => String(x).padStart(2, "0");

/** Two movements a month over two years and a half of some items, the last one slow: item, day, quantity. */
function movements(
  items: readonly string[],
): [item: string, year: number, month: number, day: number, quantity: number][] {
  return Array.from({ length: 30 }, (_, k) => k).flatMap((k) =>
    items.flatMap((item, i) =>
      [6, 21].map((day): [string, number, number, number, number] => [
        item,
        2024 + Math.floor(k / 12),
        1 + (k % 12),
        day,
        8 + 3 * i + ((k * 5 + day + i * 7) % 6),
      ]),
    ),
  );
}

/** cp1252 as German programs have it; only what the texts below need. */
const latin = (text: string): Buffer => Buffer.from(text, "latin1");

const file = (name: string, buffer: Buffer): Dropped => ({
  name,
  mimeType: "application/octet-stream",
  buffer,
});

const csv = (rows: readonly Row[], delimiter: string): string =>
  `${rows.map((row) => row.join(delimiter)).join("\r\n")}\r\n`;

function xlsx(
  name: string,
  heads: readonly (readonly [string, "text" | "date" | "number"])[],
  rows: readonly Row[],
): Buffer {
  const columns = heads.map(([heading, kind], k) => ({ heading, kind, value: (row: Row) => row[k] }));
  return Buffer.concat([...sheets.workbook([sheets.sheet(name, columns, [...rows], 1)], [])]);
}

/** SAP: movements with the minus behind, reversals, a stock list by storage location, planning data, open orders. */
function sap(): System {
  const items = ["100-4711", "100-4712", "100-4713", "100-4714"];
  const text = (item: string): string => `Dichtring für Zylinder ${item.slice(-2)}`;
  const head =
    "Material;Materialkurztext;Werk;Lagerort;Bewegungsart;Materialbeleg;Buchungsdatum;Menge;Basismengeneinheit";
  const moved = movements(items).flatMap(([item, year, month, day, quantity], k): Row[] => {
    const row = (type: string, at: number, amount: string): Row => [
      item,
      text(item),
      "1000",
      "0001",
      type,
      4_900_000_000 + 2 * k + (type === "262" ? 1 : 0),
      `${two(at)}.${two(month)}.${year}`,
      amount,
      "ST",
    ];
    const issue = row("261", day, `${quantity},000-`);
    return k % 40 === 7 ? [issue, row("262", day + 1, "2,000 ")] : [issue];
  });
  const stock = items.map(
    (item, k): Row => [item, text(item), "1000", "0001", `${k === 3 ? 900 : 4 + k},000`, "ST"],
  );
  const planning = items.map(
    (item, k): Row => [item, "1000", "ND", 10 + 2 * k, "10,000", "5,000", 70_001 + (k % 2), "3,40"],
  );
  return {
    name: "SAP",
    item: "100-4711",
    lines: 3,
    // 4,000 pieces, or four with three decimals: nothing in the list tells
    asked: { file: "MB52.csv", answer: "Dezimalstellen" },
    files: [
      file("MB51.csv", latin(`${head}\r\n${csv(moved, ";")}`)),
      file(
        "MB52.csv",
        latin(
          csv(
            [
              ["Material", "Materialkurztext", "Werk", "Lagerort", "Frei verwendbar", "Basismengeneinheit"],
              ...stock,
            ],
            ";",
          ),
        ),
      ),
      file(
        "Planung.csv",
        latin(
          csv(
            [
              [
                "Material",
                "Werk",
                "Dispomerkmal",
                "Planlieferzeit",
                "Mindestlosgröße",
                "Rundungswert",
                "Lieferant",
                "Preis",
              ],
              ...planning,
            ],
            ";",
          ),
        ),
      ),
    ],
  };
}

/** Business Central: ledger entries and items as Excel, lead times in its date formulas. */
function businessCentral(): System {
  const items = ["1896-S", "1900-S", "1906-S", "1908-S"];
  const ledger = movements(items).map(
    ([item, year, month, day, quantity], k): Row => [
      5001 + k,
      `${year}-${two(month)}-${two(day)}`,
      k % 3 === 0 ? "Consumption" : "Sale",
      `SI-${1001 + k}`,
      item,
      `ATHENS Desk ${item}`,
      "BLUE",
      -quantity,
      "PCS",
    ],
  );
  const cards = items.map(
    (item, k): Row => [
      item,
      `ATHENS Desk ${item}`,
      k === 3 ? 800 : 5,
      "PCS",
      649.4 + k,
      "V00010",
      k % 2 === 0 ? "2W" : "10D",
      10,
      5,
    ],
  );
  return {
    name: "Business Central",
    item: "1896-S",
    lines: 3,
    files: [
      file(
        "Item Ledger Entries.xlsx",
        xlsx(
          "Item Ledger Entries",
          [
            ["Entry No.", "number"],
            ["Posting Date", "date"],
            ["Entry Type", "text"],
            ["Document No.", "text"],
            ["Item No.", "text"],
            ["Description", "text"],
            ["Location Code", "text"],
            ["Quantity", "number"],
            ["Unit of Measure Code", "text"],
          ],
          ledger,
        ),
      ),
      file(
        "Items.xlsx",
        xlsx(
          "Items",
          [
            ["No.", "text"],
            ["Description", "text"],
            ["Inventory", "number"],
            ["Base Unit of Measure", "text"],
            ["Unit Cost", "number"],
            ["Vendor No.", "text"],
            ["Lead Time Calculation", "text"],
            ["Minimum Order Quantity", "number"],
            ["Order Multiple", "number"],
          ],
          cards,
        ),
      ),
    ],
  };
}

/** Odoo: moves with times of day and the reference in a column of its own and inside the name, stock and vendors' lead times. */
function odoo(): System {
  const items = ["E-COM07", "FURN_0096", "FURN_7777", "E-COM11"];
  const named = (item: string): string => `[${item}] Large Cabinet ${item.slice(-2)}`;
  const moves = movements(items).map(
    ([item, year, month, day, quantity], k): Row => [
      `${year}-${two(month)}-${two(day)} 1${k % 8}:12:00`,
      item,
      named(item),
      `WH/OUT/${String(k + 12).padStart(5, "0")}`,
      `${quantity}.0`,
      "WH/Stock",
      "Partners/Customers",
    ],
  );
  const products = items.map(
    (item, k): Row => [
      item,
      `Large Cabinet ${item.slice(-2)}`,
      k === 3 ? "700.0" : "6.0",
      "Wood Corner",
      12,
      "5.0",
      "120.50",
    ],
  );
  return {
    name: "Odoo",
    item: "E-COM07",
    lines: 3,
    files: [
      file(
        "stock.move.line.csv",
        Buffer.from(
          csv(
            [
              ["Date", "Product/Internal Reference", "Product", "Reference", "Quantity", "From", "To"],
              ...moves,
            ],
            ",",
          ),
        ),
      ),
      file(
        "product.product.csv",
        Buffer.from(
          csv(
            [
              [
                "Internal Reference",
                "Name",
                "Quantity On Hand",
                "Vendors",
                "Vendors/Delivery Lead Time",
                "Vendors/Quantity",
                "Cost",
              ],
              ...products,
            ],
            ",",
          ),
        ),
      ),
    ],
  };
}

/** Exports of three programs, each in its own words. */
export const systems: readonly System[] = [sap(), businessCentral(), odoo()];
