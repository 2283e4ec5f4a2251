import { germanDate } from "../german.ts";
import { amount, company, priceCells, type Sheet } from "./cells.ts";
import { firstDay, lastDay } from "./days.ts";
import type { Shop, ShopItem } from "./shop.ts";
import type { Purchase } from "./stock.ts";

export interface NumberedPurchase extends Purchase {
  readonly order: string;
  readonly position: number;
  readonly of: ShopItem;
}

/** Purchase lines numbered as orders: one order a day and supplier. */
export function numbered(shop: Shop): NumberedPurchase[] {
  const lines = shop.items
    .flatMap((of) => of.purchases.map((purchase) => ({ ...purchase, of })))
    .sort(
      (a, b) =>
        a.ordered - b.ordered ||
        Number(a.of.article.supplier.supplier) - Number(b.of.article.supplier.supplier) ||
        Number(a.item) - Number(b.item),
    );
  let order = 4_500_011_200;
  let position = 0;
  let last = "";
  return lines.map((line) => {
    const key = `${line.ordered} ${line.of.article.supplier.supplier}`;
    position = key === last ? position + 10 : 10;
    order += key === last ? 0 : 1;
    last = key;
    return { ...line, order: String(order), position };
  });
}

export function purchaseSheet(lines: readonly NumberedPurchase[]): Sheet {
  const head = [
    "Bestellnummer",
    "Position",
    "Bestelldatum",
    "Belegart",
    "Lieferantennummer",
    "Artikelnummer",
    "Bezeichnung",
    "Bestellmenge",
    "ME",
    "Nettopreis",
    "PE",
    "Währung",
    "Liefertermin",
    "Wareneingang",
    "Gelieferte Menge",
  ];
  const rows = lines.map(({ order, position, ordered, item, quantity, promised, received, of }) => [
    order,
    String(position),
    germanDate(ordered),
    "Bestellung",
    of.article.supplier.supplier,
    item,
    of.article.name,
    amount(quantity),
    of.article.group.unit,
    ...priceCells(of, ordered),
    germanDate(promised),
    received === undefined ? "" : germanDate(received),
    received === undefined ? amount(0) : amount(quantity),
  ]);
  return [
    [company],
    [`Bestellungen mit Wareneingang ${germanDate(firstDay)} bis ${germanDate(lastDay)}`],
    [],
    head,
    ...rows,
  ];
}

/** What suppliers owed after the close of a day. */
export function openOrderSheet(lines: readonly NumberedPurchase[], day: number): Sheet {
  const head = [
    "Bestellnummer",
    "Position",
    "Lieferantennummer",
    "Artikelnummer",
    "Bezeichnung",
    "offene Menge",
    "ME",
    "Bestelldatum",
    "Liefertermin",
  ];
  const rows = lines
    .filter(({ ordered, received }) => ordered <= day && (received === undefined || received > day))
    .map(({ order, position, ordered, promised, item, quantity, of }) => [
      order,
      String(position),
      of.article.supplier.supplier,
      item,
      of.article.name,
      amount(quantity),
      of.article.group.unit,
      germanDate(ordered),
      germanDate(promised),
    ]);
  return [head, ...rows];
}
