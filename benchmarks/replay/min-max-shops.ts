import { random } from "../../datasets/make/random.ts";
import { dayOf, isoDate } from "../../src/index.ts";
import { readData } from "../sets.ts";

/** A shop with the reorder points and maxima of a firm, as the files that a user would hand in. */
export interface MinMaxShop {
  readonly name: string;
  readonly orders: string;
  readonly items: string;
  readonly from: string;
  readonly to: string;
}

type Cell = string | number;
const csv = (rows: readonly (readonly Cell[])[]) => `${rows.map((row) => row.join(",")).join("\n")}\n`;

const heads = {
  orders: ["item", "date", "quantity", "kind"],
  items: ["item", "leadTimeDays", "unitCost", "orderCost", "minimumOrder", "reorderPoint", "maximumStock"],
};

/** How the demand of a spare part looks: times it is asked for a year, size, and what changes over time. */
const kinds = [
  { upTo: 0.3, perYear: [1, 4], size: [1, 3], variation: 0.4 },
  { upTo: 0.6, perYear: [4, 20], size: [1, 8], variation: 0.8 },
  { upTo: 0.75, perYear: [2, 10], size: [5, 60], variation: 1.6 },
  { upTo: 0.95, perYear: [20, 120], size: [1, 15], variation: 0.6 },
  { upTo: 1, perYear: [120, 220], size: [2, 30], variation: 0.5 },
] as const;

/**
 * Synthetic spare parts, lines by day: a fifth with a season, a fifth growing or dying, lead times of 2 to 26 weeks,
 * minimum orders, and a firm's min/max by rule of thumb, set once from the last year before the replay: one and a half
 * times the demand of lead time and a week, up to a quarter's demand above.
 */
export function spares(seed: number, count = 400): MinMaxShop {
  const [start, from, to] = ["2019-01-01", "2023-01-01", "2024-12-31"].map(dayOf);
  const orders: Cell[][] = [heads.orders];
  const items: Cell[][] = [heads.items];
  for (let k = 0; k < count; k++) {
    const dice = random(seed, `spares ${k}`);
    const item = `SP${String(k).padStart(4, "0")}`;
    const at = dice.next();
    const kind = kinds.find(({ upTo }) => at < upTo) ?? kinds[0];
    const perYear = dice.betweenLog(kind.perYear[0], kind.perYear[1]);
    const size = dice.betweenLog(kind.size[0], kind.size[1]);
    const season = dice.next() < 0.2 ? dice.between(0.3, 0.8) : 0;
    const peak = dice.between(0, 365);
    const drift = dice.next() < 0.2 ? dice.pick([-0.35, -0.2, 0.15, 0.3]) : 0;
    const ends = dice.next() < 0.08 ? dice.between(from - 200, to) : Number.POSITIVE_INFINITY;
    let recent = 0;
    for (let day = start; day <= to && day < ends; day++) {
      if ((day + 3) % 7 >= 5) continue;
      const level = Math.exp((drift * (day - start)) / 365);
      const wave = 1 + season * Math.cos((2 * Math.PI * (day - peak)) / 365.25);
      if (dice.next() >= Math.min(0.95, (perYear / 261) * level * wave)) continue;
      const quantity = Math.max(1, Math.round(size * dice.factor(kind.variation)));
      orders.push([item, isoDate(day), quantity, "issue"]);
      if (day >= from - 365 && day < from) recent += quantity;
    }
    const leadTimeDays = dice.pick([14, 14, 21, 28, 42, 56, 84, 120, 182]);
    const unitCost = Number(dice.betweenLog(0.8, 600).toPrecision(3));
    const minimumOrder =
      dice.next() < 0.4 ? Math.max(1, Math.round((perYear * size) / dice.pick([2, 4, 12]))) : 0;
    const reorderPoint = Math.ceil(((recent * (leadTimeDays + 7)) / 365) * 1.5);
    const maximumStock = reorderPoint + Math.max(1, minimumOrder, Math.ceil(recent / 4));
    items.push([item, leadTimeDays, unitCost, 12, minimumOrder, reorderPoint, maximumStock]);
  }
  return {
    name: `spares-${seed}`,
    orders: csv(orders),
    items: csv(items),
    from: isoDate(from),
    to: isoDate(to),
  };
}

/** Cells of a line in which only quotes matter. */
const cells = (line: string) =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, ""));
const lines = (file: string) => readData(file)?.replaceAll("\r", "").trimEnd().split("\n").slice(1);

/** Order lines of a trader of food with its reorder levels; a lead time of two weeks is assumed, no maxima are known. */
function northwind(): MinMaxShop | undefined {
  const [orders, details, products] = ["orders", "order-details", "products"].map((name) =>
    lines(`northwind/${name}.csv`),
  );
  if (orders === undefined || details === undefined || products === undefined) return undefined;
  const dates = new Map(orders.map((line) => [line.slice(0, 5), /\d{4}-\d\d-\d\d/.exec(line)?.[0] ?? ""]));
  const rows = details.map((line) => line.split(","));
  const stock = products.map(cells).map((row): Cell[] => {
    const reorder = Number(row.at(-2));
    return [row[0], 14, Number(row.at(-5)), 10, 0, reorder, reorder + 40];
  });
  return {
    name: "northwind",
    orders: csv([heads.orders, ...rows.map((row) => [row[1], dates.get(row[0]) ?? "", row[3], "sale"])]),
    items: csv([heads.items, ...stock]),
    from: "1997-09-01",
    to: "1998-04-30",
  };
}

/** Purchases of a bicycle maker with its reorder points and safety stocks; what is bought is taken for what is used. */
function adventureworks(): MinMaxShop | undefined {
  const [headers, details, products, vendors] = [
    "Purchasing_PurchaseOrderHeader",
    "Purchasing_PurchaseOrderDetail",
    "Production_Product",
    "Purchasing_ProductVendor",
  ].map((name) => lines(`adventureworks/${name}.csv`));
  if (headers === undefined || details === undefined || products === undefined || vendors === undefined)
    return undefined;
  const dates = new Map(headers.map(cells).map((row) => [row[0], row[6].slice(0, 10)]));
  const master = new Map(products.map(cells).map((row) => [row[0], row]));
  const bought = details.map(cells);
  const seen = new Set<string>();
  const items = vendors.map(cells).flatMap((row): Cell[][] => {
    const product = master.get(row[0]);
    if (product === undefined || seen.has(row[0])) return [];
    seen.add(row[0]);
    const reorder = Number(product[7]);
    return [
      [row[0], Number(row[2]), Number(row[3]), 20, Number(row[5]), reorder, reorder + Number(product[6])],
    ];
  });
  return {
    name: "adventureworks",
    orders: csv([heads.orders, ...bought.map((row) => [row[4], dates.get(row[0]) ?? "", row[3], "issue"])]),
    items: csv([heads.items, ...items]),
    from: "2013-07-01",
    to: "2014-06-30",
  };
}

export const minMaxShops: Readonly<Record<string, () => MinMaxShop | undefined>> = {
  "spares-1": () => spares(1),
  "spares-2": () => spares(2),
  "spares-3": () => spares(3),
  northwind,
  adventureworks,
};
