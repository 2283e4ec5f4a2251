import { germanDates } from "../dialects/styles.ts";
import { delimited } from "../dialects/text-table.ts";
import { cp1252, utf8 } from "../encode.ts";
import { german } from "./text-cases.ts";
import { baseRows, type ExpectedLine, type TortureCase } from "./torture-case.ts";

const semicolon = { delimiter: ";" };
const purchases = () => baseRows("purchases").filter(({ quantity }) => quantity > 0);

/** ME2N as ALV export: a grand total, a subtotal a supplier, number and name of the supplier in one cell. Trap 22. */
function alvTotals(): TortureCase {
  const head = [
    "Lieferant/Lieferwerk",
    "Anzahl der Positionen",
    "Einkäufergruppe",
    "Einkaufsbeleg",
    "Position",
    "Belegdatum",
    "Lieferdatum",
    "Material",
    "Kurztext",
    "Werk",
    "Bestellmenge",
    "Bestellmengeneinheit",
    "Nettopreis",
    "Währung",
    "Preiseinheit",
  ];
  const suppliers = ["1051       Musterantriebe AG", "1088       Beispiel Normteile GmbH"] as const;
  const rows = purchases();
  const count = (k: number) => rows.filter((_, at) => at % 2 === k).length;
  const record = (cells: readonly string[]) => [
    ...cells,
    ...new Array<string>(head.length - cells.length).fill(""),
  ];
  const records = suppliers.flatMap((supplier, k) => [
    record([supplier, String(count(k))]),
    ...rows
      .filter((_, at) => at % 2 === k)
      .map((row) => [
        supplier,
        "1",
        "021",
        row.order,
        row.line,
        germanDates(row.date),
        germanDates(row.date),
        row.item,
        "Servomotor",
        "0001",
        german(row.quantity, 1),
        "ST",
        german(row.price, 2),
        "EUR",
        "1",
      ]),
  ]);
  const lines = suppliers.flatMap((supplier, k) =>
    rows
      .filter((_, at) => at % 2 === k)
      .map(({ item, date, quantity, price, order }): ExpectedLine => {
        return { item, date, quantity, price, kind: "purchase", supplier: supplier.slice(0, 4), order };
      }),
  );
  return {
    file: "22-alv-totals.csv",
    trap: "grand total and subtotals among the lines; supplier number and name in one cell",
    bytes: cp1252(delimited([head, record(["", String(rows.length)]), ...records], semicolon)),
    lines,
    issues: [2, 3, 4 + count(0)].map((row) => ({ row, text: "total or subtotal left out" })),
  };
}

/** A booking batch of DATEV: day and month without a year, money without articles. Trap 25. */
function datev(): TortureCase {
  const meta = [
    '"EXTF"',
    "700",
    "21",
    '"Buchungsstapel"',
    "13",
    "20260331120000000",
    "",
    "",
    "",
    "",
    "1001",
    "1",
    "20260101",
    "4",
    "20260101",
    "20260331",
  ];
  const head = [
    "Umsatz (ohne Soll/Haben-Kz)",
    "Soll/Haben-Kennzeichen",
    "WKZ Umsatz",
    "Konto",
    "Gegenkonto (ohne BU-Schlüssel)",
    "Belegdatum",
    "Belegfeld 1",
    "Buchungstext",
  ];
  const records = purchases()
    .slice(0, 12)
    .map((row, k) => [
      german(row.price, 2).replace(".", ""),
      "S",
      "EUR",
      "3400",
      "70012",
      k % 2 === 0 ? "0503" : "503",
      `RE${row.order}`,
      "Wareneingang",
    ]);
  return {
    file: "25-datev-batch.csv",
    trap: "a meta line before the heading, dates TTMM without a year; no articles, so no demand",
    bytes: cp1252(`${meta.join(";")}\r\n${delimited([head, ...records], semicolon)}`),
    lines: [],
    issues: [{ text: "no article and no quantity: spend, not demand; the file is refused with this reason" }],
  };
}

/** An export of Odoo: the cells of the order stand only on its first line. Trap 26. */
function fillDown(): TortureCase {
  const rows = purchases().map((row, k) => ({
    ...row,
    order: `P${String(101 + Math.floor(k / 3)).padStart(5, "0")}`,
  }));
  const dateOf = new Map<string, string>();
  for (const { order, date } of rows) if (!dateOf.has(order)) dateOf.set(order, date);
  const seen = new Set<string>();
  const records = rows.map((row) => {
    const known = seen.has(row.order);
    seen.add(row.order);
    const own = known ? ["", "", ""] : [row.order, `${dateOf.get(row.order)} 08:30:00`, "Musterantriebe AG"];
    return [...own, row.item, String(row.quantity), row.price.toFixed(2)];
  });
  const head = ["Auftragsreferenz", "Bestelldatum", "Lieferant", "Produkt", "Menge", "Einzelpreis"];
  return {
    file: "26-fill-down.csv",
    trap: "lines of an order leave the cells of the order empty",
    bytes: utf8(delimited([head, ...records], { delimiter: ",", lineEnd: "\n" })),
    lines: rows.map(({ item, quantity, price, order }) => ({
      item,
      date: dateOf.get(order)!,
      quantity,
      price,
      kind: "purchase",
      order,
    })),
    issues: [{ text: "empty cells of the order filled from the line above" }],
  };
}

/** MB51 with reversals: 262 takes back 261, 102 takes back 101. Trap 30. */
function reversals(): TortureCase {
  const head = [
    "Material",
    "Materialkurztext",
    "Werk",
    "Lagerort",
    "Bewegungsart",
    "Materialbeleg",
    "Pos",
    "Buchungsdatum",
    "Menge",
    "Basismengeneinheit",
  ];
  const kinds = [
    ["261", "issue", -1],
    ["101", "receipt", 1],
    ["262", "return", 1],
    ["201", "issue", -1],
    ["102", "receipt", -1],
    ["202", "return", 1],
  ] as const;
  const rows = baseRows().map((row, k) => ({
    ...row,
    quantity: Math.abs(row.quantity),
    move: kinds[k % kinds.length],
  }));
  const printed = (value: number) => (value < 0 ? `${german(-value, 3)}-` : german(value, 3));
  return {
    file: "30-movement-types.csv",
    trap: "issues are negative in the list; 262 and 102 are reversals; receipts are no demand",
    bytes: cp1252(
      delimited(
        [
          head,
          ...rows.map((row) => [
            row.item,
            "Servomotor",
            "0001",
            "0100",
            row.move[0],
            row.order,
            "0001",
            germanDates(row.date),
            printed(row.quantity * row.move[2]),
            "ST",
          ]),
        ],
        semicolon,
      ),
    ),
    lines: rows.map(({ item, date, quantity, move }) => {
      const [, kind, sign] = move;
      return { item, date, quantity: kind === "receipt" ? quantity * sign : -quantity * sign, kind };
    }),
    issues: [],
  };
}

/** Layouts of single systems: traps 22, 25, 26, 30. */
export const systemCases = (): TortureCase[] => [alvTotals(), datev(), fillDown(), reversals()];
