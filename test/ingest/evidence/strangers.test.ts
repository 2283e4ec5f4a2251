import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDate } from "../../../src/calendar/date.ts";
import { movementOf } from "../../../src/ingest/cells/movements.ts";
import { stateCounts } from "../../../src/ingest/columns/evidence/state-words.ts";
import { readOrders } from "../../../src/ingest/orders/orders.ts";
import { QuestionError } from "../../../src/ingest/questions.ts";
import { bytesSource } from "../../../src/ingest/source.ts";
import { decode, lineKinds } from "../../../src/order.ts";

const cases = Number(process.env.PROVE_CASES ?? 200);

/** A line as it is meant; `counts` tells whether it is demand. */
interface Line {
  readonly item: string;
  readonly day: number;
  readonly quantity: number;
  readonly counts: boolean;
}

/** A column beside item, date and quantity: its heading, and the text of a line. */
interface Extra {
  readonly heading: string;
  readonly of: (line: Line, row: number) => string;
}

const pick = (texts: readonly string[], row: number): string => texts[row % texts.length] ?? "";
/** Says by one of two words whether a line is demand. */
const telling = (heading: string, yes: string, no: string): Extra => ({
  heading,
  of: ({ counts }) => (counts ? yes : no),
});

const decisive: readonly Extra[] = [
  telling("Richtung", "Ausgang", "Eingang"),
  telling("Direction", "out", "in"),
  telling("Type de mouvement", "Sortie", "Entrée"),
  telling("Tipo movimiento", "Salida", "Entrada"),
  telling("Causale", "Scarico", "Carico"),
  telling("Soort mutatie", "Uitgifte", "Ontvangst"),
  telling("I/O", "O", "I"),
  telling("Status", "geliefert", "storniert"),
  telling("Order status", "shipped", "cancelled"),
  telling("Statut", "Livrée", "Annulée"),
  telling("Estado", "Entregado", "Cancelado"),
  telling("Storno", "nein", "ja"),
  telling("Voided", "FALSE", "TRUE"),
  telling("Gültig", "ja", "nein"),
  telling("cancelled_at", "", "2025-06-01"),
];

const harmless: readonly Extra[] = [
  { heading: "Warehouse", of: (_, row) => pick(["Nord", "Süd", "West"], row) },
  { heading: "Channel", of: (_, row) => pick(["Web", "Shop"], row) },
  { heading: "Category", of: (_, row) => pick(["Schrauben", "Muttern", "Scheiben"], row) },
  { heading: "Country", of: (_, row) => pick(["DE", "FR", "AT"], row) },
  { heading: "Remark", of: (_, row) => pick(["", "bitte prüfen", "ok; eilig"], row) },
  { heading: "Line No.", of: (_, row) => String((row + 1) * 10) },
  { heading: "Order No.", of: (_, row) => `A-${1000 + Math.floor(row / 3)}` },
  { heading: "Discount %", of: (_, row) => pick(["0", "5", "10"], row) },
  { heading: "Unit", of: () => "ST" },
];

/** Words that no list of the reader knows. */
const strange = fc
  .array(fc.constantFrom("kra", "vel", "dup", "zim", "bro", "fex", "gul", "hap", "jor", "wib"), {
    minLength: 2,
    maxLength: 4,
  })
  .map((parts) => parts.join(""))
  .filter((word) => movementOf(word) === undefined && stateCounts(word) === undefined);

/** How a column of strange words shows that it decides: by the size, the sign or the document of the lines. */
const evidence = fc.constantFrom("size", "document");

/** A column of strange words under a strange heading that decides what counts, and what shows it. */
const strangeColumn = fc
  .record({ heading: strange, yes: strange, no: strange, evidence })
  .filter(({ heading, yes, no }) => new Set([heading, yes, no]).size === 3);

/** Columns of numbers that belong together: a price that each article has, and what a line costs. */
const priced: readonly Extra[] = [
  { heading: "Einzelpreis", of: ({ item }) => `${item.length}.25` },
  { heading: "Gesamtpreis", of: ({ item, quantity }) => ((item.length + 0.25) * quantity).toFixed(2) },
];

const items = ["0815", "K-7", "4711-B", "M8x40", "TS-100"];

const line = fc.record({
  item: fc.constantFrom(...items),
  day: fc.integer({ min: 20_089, max: 20_270 }),
  quantity: fc.integer({ min: 2, max: 900 }),
  counts: fc.boolean(),
});

const dateStyles: readonly ((day: number) => string)[] = [
  isoDate,
  (day) => isoDate(day).split("-").reverse().join("."),
  (day) => isoDate(day).replaceAll("-", "/"),
];

const headings: readonly (readonly [string, string, string])[] = [
  ["Artikelnummer", "Datum", "Menge"],
  ["SKU", "Date", "Qty"],
  ["Référence article", "Date", "Quantité"],
  ["Codice articolo", "Data", "Quantità"],
  ["Artikelcode", "Datum", "Aantal"],
];

const table = fc.record({
  lines: fc.array(line, { minLength: 12, maxLength: 40 }),
  told: fc.option(fc.constantFrom(...decisive), { nil: undefined }),
  others: fc.uniqueArray(fc.constantFrom(...harmless), { maxLength: 4, selector: ({ heading }) => heading }),
  names: fc.constantFrom(...headings),
  date: fc.constantFrom(...dateStyles),
  delimiter: fc.constantFrom(";", ",", "\t"),
  order: fc.array(fc.nat(), { minLength: 14, maxLength: 14 }),
  end: fc.constantFrom("\n", "\r\n"),
  unknown: fc.option(strangeColumn, { nil: undefined }),
  attribute: fc.option(
    fc.record({ heading: strange, words: fc.array(strange, { minLength: 5, maxLength: 5 }) }),
    {
      nil: undefined,
    },
  ),
  isPriced: fc.boolean(),
});

type Drawn = typeof table extends fc.Arbitrary<infer T> ? T : never;

/** A word that each article has: it says nothing of a line. */
const ofItem = ({ heading, words }: NonNullable<Drawn["attribute"]>): Extra => ({
  heading: `q${heading}`,
  of: (each) => words[items.indexOf(each.item)] ?? "",
});

/** A column of strange words, with the letters of documents where they show that it decides. */
const columnsOf = ({ heading, yes, no, evidence: by }: NonNullable<Drawn["unknown"]>): Extra[] => [
  { heading, of: ({ counts }) => (counts ? yes : no) },
  ...(by === "document"
    ? [{ heading: "Belegnummer", of: ({ counts }: Line, row: number) => `${counts ? "LS" : "WE"}-${row}` }]
    : []),
];

/** The file of a table, its columns in any order. */
function fileOf(drawn: Drawn): string {
  const { lines, told, others, names, date, delimiter, order, end, attribute, isPriced } = drawn;
  const [item, day, quantity] = names;
  const columns: readonly Extra[] = [
    { heading: item, of: (each) => each.item },
    { heading: day, of: (each) => date(each.day) },
    { heading: quantity, of: (each) => String(each.quantity) },
    ...(told === undefined ? [] : [told]),
    ...others.filter(({ heading }) => heading !== "Order No." || drawn.unknown === undefined),
    ...(isPriced ? priced : []),
    ...(attribute === undefined ? [] : [ofItem(attribute)]),
    ...(drawn.unknown === undefined ? [] : columnsOf(drawn.unknown)),
  ];
  const placed = columns.map((column, k) => ({ column, at: order[k] ?? 0 })).sort((a, b) => a.at - b.at);
  const quoted = (text: string): string => (text.includes(delimiter) ? `"${text}"` : text);
  const rows = [
    placed.map(({ column }) => quoted(column.heading)),
    ...lines.map((each, row) => placed.map(({ column }) => quoted(column.of(each, row)))),
  ];
  return rows.map((cells) => cells.join(delimiter)).join(end) + end;
}

/** Demand by item and day. */
function demandOf(text: string): Map<string, number> | QuestionError {
  try {
    const { lines } = readOrders([bytesSource("list.csv", new TextEncoder().encode(text))]);
    const sums = new Map<string, number>();
    for (let k = 0; k < lines.length; k++) {
      const kind = lineKinds[lines.kind[k] ?? 0];
      if (kind !== "sale" && kind !== "issue" && kind !== "return") continue;
      const key = `${decode(lines.items, lines.item[k] ?? 0)} ${isoDate(lines.day[k] ?? 0)}`;
      sums.set(key, (sums.get(key) ?? 0) + (lines.quantity[k] ?? 0));
    }
    return sums;
  } catch (error) {
    if (error instanceof QuestionError) return error;
    throw error;
  }
}

test("any table with columns that say what counts: its demand is read, or a question names the column", () => {
  fc.assert(
    fc.property(table, (drawn) => {
      const { lines, unknown } = drawn;
      const told = unknown === undefined ? drawn.told : unknown;
      const isSized = unknown?.evidence === "size";
      const mixed = lines.map((each, k) => {
        const counts = k > 1 ? each.counts || k % 3 > 0 : k === 0;
        const item = k < 2 ? "K-7" : each.item;
        return {
          ...each,
          item,
          counts,
          quantity: isSized ? (each.quantity % 9) + (counts ? 1 : 300) : each.quantity,
        };
      });
      const text = fileOf({ ...drawn, told: unknown === undefined ? drawn.told : undefined, lines: mixed });
      const read = demandOf(text);
      if (read instanceof QuestionError) {
        const asked = read.issues.filter(({ question }) => question !== undefined);
        expect(asked.some(({ column }) => told !== undefined && column === told.heading)).toBe(true);
        return;
      }
      const meant = new Map<string, number>();
      for (const each of mixed) {
        if (told !== undefined && !each.counts) continue;
        const key = `${each.item} ${isoDate(each.day)}`;
        meant.set(key, (meant.get(key) ?? 0) + each.quantity);
      }
      expect([...read].sort()).toEqual([...meant].sort());
    }),
    { numRuns: cases },
  );
}, 600_000);
