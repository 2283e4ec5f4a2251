import { germanDate, germanNumber } from "../german.ts";
import { rollMetres } from "./article.ts";
import { company, plain, priceCells, type Sheet, unitPrice } from "./cells.ts";
import { lastDay } from "./days.ts";
import { priceOn, type Shop, type ShopItem } from "./shop.ts";

const itemHead = [
  "Artikelnummer",
  "Bezeichnung",
  "Warengruppe",
  "Disponent",
  "ME",
  "Lieferantennummer",
  "Lieferantenartikelnummer",
  "Hauptlieferant",
  "Bestand",
  "WBZ (Tage)",
  "Mindestbestellmenge",
  "VPE",
  "Bestelleinheit",
  "Menge je Bestelleinheit",
  "Preis",
  "PE",
  "Währung",
  "Staffelpreise",
  "Sicherheitsbestand",
  "Meldebestand",
  "Höchstbestand",
  "Nachfolger",
];

/** Two prices for larger quantities, for the articles whose number ends in 7. */
function priceBreaks(item: ShopItem, day: number): string {
  if (!item.article.item.endsWith("7") || item.article.price < 1) return "";
  const price = priceOn(item, day);
  const from = item.minimumOrder;
  return `${from * 2}:${germanNumber(price * 0.97, 2, false)}|${from * 5}:${germanNumber(price * 0.93, 2, false)}`;
}

/** Whole pieces, tenths of other units. */
const stockCell = (onHand: number, unit: string) =>
  unit === "ST" ? Math.round(onHand) : Math.round(onHand * 10) / 10;

/** Stock after the close of a day, in the unit of the first day: today's, with what moved since then undone. */
function stockAfter({ onHand, issues, purchases, factorOf }: ShopItem, day: number): number | undefined {
  if (onHand === undefined || day === lastDay) return onHand;
  const since = (at: number | undefined) => at !== undefined && at > day && at <= lastDay;
  const taken = issues.filter((issue) => since(issue.day));
  const received = purchases.filter((purchase) => since(purchase.received));
  const before =
    onHand +
    taken.reduce((sum, issue) => sum + issue.quantity / factorOf(issue.day), 0) -
    received.reduce((sum, { quantity, ordered }) => sum + quantity / factorOf(ordered), 0);
  return Math.max(0, before);
}

function itemRows(item: ShopItem, day: number): string[][] {
  const { article, levels } = item;
  const { unit } = article.group;
  const now = item.factorOf(day);
  const onHand = stockAfter(item, day);
  const scaled = (quantity: number) => plain(now === 1 ? quantity : Math.max(1, Math.round(quantity * now)));
  const stock = onHand === undefined ? "" : plain(stockCell(onHand * now, unit));
  const roll = unit === "M" ? ["Rolle", plain(rollMetres)] : ["", ""];
  const row = (supplier: string, main: string, days: number | undefined, price: readonly string[]) => [
    article.item,
    article.name,
    article.group.name,
    article.group.owner,
    unit,
    supplier,
    `${supplier.slice(-2)}-${Number(article.item) * 7}`,
    main,
    stock,
    plain(days),
    scaled(item.minimumOrder),
    scaled(article.packSize),
    ...roll,
    ...price,
    priceBreaks(item, day),
    scaled(levels.safetyStock),
    scaled(levels.reorderPoint),
    scaled(levels.maximumStock),
    item.successor ?? "",
  ];
  const own = row(article.supplier.supplier, "ja", item.leadTimeDays, priceCells(item, day));
  if (!item.oddities.includes("second-source")) return [own];
  return [own, row("70140", "nein", 6, [unitPrice(priceOn(item, day) * 1.12), "1", "EUR"])];
}

/** Master data of every article and its stock after the close of a day; an article with two sources has two rows. */
export function itemSheet({ items }: Shop, day: number): Sheet {
  const stand = `Artikelstamm, Bestände nach Buchungsschluss ${germanDate(day)}`;
  return [[company], [stand], [], itemHead, ...items.flatMap((item) => itemRows(item, day))];
}
