import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { planFiles } from "../../api/library.ts";
import { type Entered, entriesCsv } from "../../api/web/session/entries.ts";
import { orderedAmount, sumByCurrency, workLine } from "../../api/web/session/work-line.ts";
import type { Line } from "../../api/web/shapes.ts";
import { partsOf, sumOfParts } from "../../api/web/views/kpis/parts-of.ts";
import { bytesSource, openTable, type Plan, resultFiles, words } from "../../src/index.ts";

const root = resolve(join(import.meta.dirname, "../.."), process.env.BEDARF_DATA ?? "../shared/data");

/** Items of a set that are planned: enough for several suppliers, few enough for a second. */
const kept = 12;

interface Set {
  readonly files: readonly string[];
  /** The file with the demand, and the column of its items: it is cut to the first of them. */
  readonly demand: string;
  readonly itemColumn: number;
  /** What the files lack and a buyer types. */
  readonly typed: Entered;
}

const sets: Readonly<Record<string, Set>> = {
  northwind: {
    files: ["orders.csv", "order-details.csv", "products.csv", "suppliers.csv"].map((f) => `northwind/${f}`),
    demand: "northwind/order-details.csv",
    itemColumn: 1,
    typed: { leadTimeDays: 14 },
  },
  consumption: {
    files: ["de_fixture/verbrauch_man_kw_cp1252.csv"],
    demand: "de_fixture/verbrauch_man_kw_cp1252.csv",
    itemColumn: 0,
    typed: { onHand: 3 },
  },
  purchases: {
    files: ["de_fixture/bestellungen_adventureworks_cp1252.csv"],
    demand: "de_fixture/bestellungen_adventureworks_cp1252.csv",
    itemColumn: 7,
    typed: { onHand: 1, leadTimeDays: 20 },
  },
};

/** The rows of the first items of a set, and these items. */
function cut({ demand, itemColumn }: Set): { readonly bytes: Uint8Array; readonly items: readonly string[] } {
  const [head = "", ...rows] = readFileSync(join(root, demand), "latin1").split("\n");
  const delimiter = head.includes(";") ? ";" : ",";
  const items = new Set<string>();
  const some = rows.filter((row) => {
    const item = row.split(delimiter)[itemColumn] ?? "";
    if (items.size < kept && item !== "") items.add(item);
    return items.has(item);
  });
  return { bytes: Buffer.from([head, ...some].join("\n"), "latin1"), items: [...items] };
}

/** The set with what is typed about its items. */
async function planned(set: Set): Promise<Plan> {
  const { bytes, items } = cut(set);
  const given = set.files.map((path) => ({
    name: path.split("/").at(-1) ?? path,
    bytes: path === set.demand ? bytes : readFileSync(join(root, path)),
  }));
  const typed = entriesCsv(new Map(items.map((item) => [item, set.typed])));
  const entries = { name: "typed.csv", bytes: new TextEncoder().encode(typed), kind: "items" } as const;
  const { plan } = await planFiles([...given, entries], { horizon: 6 });
  if (plan === null) throw new Error("a question is open");
  return plan;
}

const cents = (x: number): number => Math.round(x * 100);

/** The numbers of a column of a file that a result folder holds. */
function column(files: ReadonlyMap<string, Uint8Array>, name: string, heading: string): number[] {
  const table = openTable(bytesSource(name, new Uint8Array(files.get(name) ?? [])));
  const at = table.header.indexOf(heading);
  return Array.from(table.records(), ({ cells }) => Number(cells[at]) || 0);
}

/** Some cells of every row of a file that a result folder holds. */
function rowsOf(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
  headings: readonly string[],
): string[][] {
  const table = openTable(bytesSource(name, new Uint8Array(files.get(name) ?? [])));
  const places = headings.map((heading) => table.header.indexOf(heading));
  return Array.from(table.records(), ({ cells }) => places.map((at) => cells[at] ?? ""));
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

test.for(Object.entries(sets))(
  "page, report, exports and API sum %s to the cent alike",
  async ([name, set]) => {
    if (!set.files.every((path) => existsSync(join(root, path)))) {
      process.stderr.write(`no data of ${name} here: its totals are not compared\n`);
      return;
    }
    const plan = await planned(set);
    const files = resultFiles(plan, "en");
    const text = (file: string): string => new TextDecoder().decode(files.get(file));
    const api = (JSON.parse(text("plan.json")) as { items: { suggestion: Line | null }[] }).items.flatMap(
      ({ suggestion }) => (suggestion === null ? [] : [{ ...suggestion, version: 0 }]),
    );
    const total = sum(api.map(({ amount = 0 }) => amount));
    expect(total).toBeGreaterThan(0);
    const page = sumByCurrency(
      api.map((line) => workLine(line, undefined)),
      orderedAmount,
    );
    expect(page.map(([, all]) => cents(all))).toEqual([cents(total)]);
    expect(cents(sum(column(files, "suggestions.csv", "amount")))).toBe(cents(total));
    // the total below the lines is a foot of the sheet, none of them
    expect(cents(sum(column(files, "suggestions.xlsx", words.wordsOf("en").columns.amount)))).toBe(
      cents(total),
    );
    const currency = page[0]?.[0] || undefined;
    expect(text("report.html")).toContain(words.money(total, currency, "en", 0));
  },
);

/** Two years of issues of four items with returns among them, and what a stock list says of their prices. */
function made(currencies: readonly string[]) {
  const file = (name: string, rows: readonly string[]) => ({
    name,
    bytes: new TextEncoder().encode(rows.join("\n")),
  });
  const days = Array.from(
    { length: 24 },
    (_, k) => `${2024 + Math.floor(k / 12)}-${String(1 + (k % 12)).padStart(2, "0")}-10`,
  );
  const issues = days.flatMap((day, k) =>
    currencies.flatMap((_, n) => [
      `I${n};${day};${20 + 3 * n + (k % 5)}`,
      ...(k % 6 === 5 ? [`I${n};${day};-${2 + n}`] : []),
    ]),
  );
  return [
    file("issues.csv", ["item;date;quantity", ...issues]),
    file("items.csv", [
      "item;onHand;leadTimeDays;price;currency;supplier",
      ...currencies.map((currency, n) => `I${n};3;14;${(1.115 + n / 3).toFixed(4)};${currency};S${n % 2}`),
    ]),
  ];
}

test.each([
  ["returns, in one currency", ["EUR", "EUR", "EUR", "EUR"]],
  ["returns, in several currencies", ["EUR", "CHF", "EUR", "USD"]],
  ["returns, in no currency", ["", "", "", ""]],
  ["returns, with a currency here and there", ["EUR", "", "EUR", ""]],
] as const)(
  "with %s every door sums each currency to the cent alike and leaves no value unsaid",
  async (_, currencies) => {
    const { plan } = await planFiles(made(currencies), { horizon: 6 });
    if (plan === null) throw new Error("a question is open");
    for (const lang of words.langs) {
      const files = resultFiles(plan, lang);
      const text = (file: string): string => new TextDecoder().decode(files.get(file));
      const api = (JSON.parse(text("plan.json")) as { items: { suggestion: Line | null }[] }).items.flatMap(
        ({ suggestion }) => (suggestion === null ? [] : [{ ...suggestion, version: 0 }]),
      );
      const lines = api.map((line) => workLine(line, undefined));
      const page = sumByCurrency(lines, orderedAmount).map(
        ([currency, exact]) => ({ currency, exact, all: cents(exact) }) as const,
      );
      expect(page.map(({ currency }) => currency)).toEqual([...new Set(currencies)].sort());
      const inFile = rowsOf(files, "suggestions.csv", ["amount", "currency"]);
      const read = (text = ""): number =>
        Number(lang === "de" ? text.replaceAll(".", "").replace(",", ".") : text);
      for (const { currency, exact, all } of page) {
        expect(all).toBeGreaterThan(0);
        expect(cents(sum(inFile.filter((row) => row[1] === currency).map(([amount]) => read(amount))))).toBe(
          all,
        );
        for (const by of ["supplier", "group", "owner"] as const) {
          const parts = sumOfParts(partsOf(lines, by)).sums.map(([of, x]) => [of, cents(x)] as const);
          expect(parts.find(([of]) => of === currency)?.[1]).toBe(all);
        }
        expect(text("report.html")).toContain(words.money(exact, currency || undefined, lang, 0));
      }
      const report = text("report.html").replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>/g, " ");
      expect(report.match(/.{0,30}(\bundefined\b|\bNaN\b|\[object).{0,30}/g)).toBeNull();
      if (lang === "en") expect(report).not.toMatch(/\bnull\b/);
    }
  },
);
