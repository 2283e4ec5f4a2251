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
function priceBreaks(item: ShopItem): string {
  if (!item.article.item.endsWith("7") || item.article.price < 1) return "";
  const price = priceOn(item, lastDay);
  const from = item.minimumOrder;
  return `${from * 2}:${germanNumber(price * 0.97, 2, false)}|${from * 5}:${germanNumber(price * 0.93, 2, false)}`;
}

/** Whole pieces, tenths of other units. */
const stockCell = (onHand: number, unit: string) =>
  unit === "ST" ? Math.round(onHand) : Math.round(onHand * 10) / 10;

function itemRows(item: ShopItem): string[][] {
  const { article, levels } = item;
  const { unit } = article.group;
  const now = item.factorOf(lastDay);
  const scaled = (quantity: number) => plain(now === 1 ? quantity : Math.max(1, Math.round(quantity * now)));
  const stock = item.onHand === undefined ? "" : plain(stockCell(item.onHand * now, unit));
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
    priceBreaks(item),
    scaled(levels.safetyStock),
    scaled(levels.reorderPoint),
    scaled(levels.maximumStock),
    item.successor ?? "",
  ];
  const own = row(article.supplier.supplier, "ja", item.leadTimeDays, priceCells(item, lastDay));
  if (!item.oddities.includes("second-source")) return [own];
  return [own, row("70140", "nein", 6, [unitPrice(priceOn(item, lastDay) * 1.12), "1", "EUR"])];
}

/** Master data and stock of every article; an article with two sources has two rows. */
export function itemSheet({ items }: Shop): Sheet {
  const stand = `Artikelstamm, Bestände nach Buchungsschluss ${germanDate(lastDay)}`;
  return [[company], [stand], [], itemHead, ...items.flatMap(itemRows)];
}
