import { isoDate } from "../../../src/calendar/date.ts";
import { germanDate, germanNumber } from "../german.ts";
import { amount, company, plain, type Sheet, unitPrice } from "./cells.ts";
import {
  earlierNights,
  firstDay,
  firstExportDay,
  lastDay,
  overlapDay,
  plantClosures,
  supplierClosures,
} from "./days.ts";
import { promotions } from "./events.ts";
import { itemSheet } from "./item-sheet.ts";
import type { Movement } from "./movements.ts";
import { numbered, openOrderSheet, purchaseSheet } from "./purchase-sheets.ts";
import { priceOn, type Shop } from "./shop.ts";
import { closingSupplier, suppliers } from "./suppliers.ts";

export const firstExport = `lagerbewegungen-${isoDate(firstExportDay)}.csv`;
export const secondExport = `lagerbewegungen-${isoDate(lastDay)}.csv`;

/** Names of what changes from night to night, as it stood after an earlier one. */
export const nightFiles = earlierNights.map((day) => ({
  day,
  items: `artikel-${isoDate(day)}.csv`,
  openOrders: `offene-bestellungen-${isoDate(day)}.csv`,
}));

function movementSheet(lines: readonly Movement[], shop: Shop, title: string, made: string): Sheet {
  const items = new Map(shop.items.map((item) => [item.article.item, item]));
  const head = [
    "Belegnr.",
    "Pos.",
    "Buchungsdatum",
    "Bewegungsart",
    "Artikelnummer",
    "Menge",
    "ME",
    "Einzelpreis",
    "Kostenstelle",
  ];
  const rows = lines.map((line) => {
    const item = items.get(line.item)!;
    const price = priceOn(item, line.day);
    const quantity = amount(line.quantity);
    return [
      line.document,
      String(line.position),
      germanDate(line.day),
      line.kind,
      line.item,
      quantity,
      item.article.group.unit,
      unitPrice(price),
      line.costCentre,
    ];
  });
  const total = lines.reduce((sum, { quantity }) => sum + Math.round(quantity * 100), 0) / 100;
  return [
    [company],
    [title],
    [`Erstellt am ${made} für die Abteilung Einkauf`],
    [],
    head,
    ...rows,
    ["Summe", "", "", "", "", amount(total), "", "", ""],
  ];
}

function supplierSheet(): Sheet {
  const head = [
    "Lieferantennummer",
    "Firma",
    "Mindestbestellwert",
    "Frei-Haus-Grenze",
    "Mindermengenzuschlag",
    "Bestelltage",
    "Bundesland",
    "Zahlungsziel (Tage)",
    "Skonto %",
    "Skontotage",
    "Anzahlung %",
  ];
  const money = (value: number | undefined) => (value === undefined ? "" : amount(value));
  const rows = suppliers.map((s) => [
    s.supplier,
    s.name,
    money(s.minimumValue),
    money(s.freeFreightValue),
    money(s.surcharge),
    s.orderDays ?? "",
    s.state,
    plain(s.paymentDays),
    plain(s.discount?.[0]),
    plain(s.discount?.[1]),
    plain(s.depositPercent),
  ]);
  return [head, ...rows];
}

function calendarSheet({ items }: Shop): Sheet {
  const head = ["Von", "Bis", "Art", "Artikelnummer", "Lieferantennummer", "Faktor", "Bemerkung"];
  const between = (from: number, to: number) => [germanDate(from), germanDate(to)];
  const eventsOf = (wanted: string) =>
    items.flatMap(({ events }) => events.filter(({ kind }) => kind === wanted));
  const promoted = [...new Set(eventsOf("promotion").map(({ item }) => item))];
  return [
    head,
    ...plantClosures.map(({ from, to }) => [
      ...between(from, to),
      "Betriebsferien",
      "",
      "",
      "",
      "Werk geschlossen",
    ]),
    ...supplierClosures.map(({ from, to }) => [
      ...between(from, to),
      "Lieferantenferien",
      "",
      closingSupplier,
      "",
      "keine Lieferung",
    ]),
    ...promotions.flatMap(({ from, to, factor }) =>
      promoted.map((item) => [
        ...between(from, to),
        "Aktion",
        item,
        "",
        germanNumber(factor, 1),
        "Ersatzteilaktion",
      ]),
    ),
    ...eventsOf("stockout").map(({ item, from, to }) => [
      ...between(from, to ?? from),
      "Fehlbestand",
      item,
      "",
      "",
      "nicht lieferbar",
    ]),
  ];
}

/** Every file of the example by name, as records. */
export function sheets(shop: Shop): ReadonlyMap<string, Sheet> {
  const lines = numbered(shop);
  const first = shop.movements.filter(({ day, bookedLate }) => day <= firstExportDay && bookedLate !== true);
  const second = shop.movements.filter(({ day }) => day >= overlapDay);
  const title = (from: number, to: number) => `Lagerbewegungen ${germanDate(from)} bis ${germanDate(to)}`;
  return new Map<string, Sheet>([
    [firstExport, movementSheet(first, shop, title(firstDay, firstExportDay), "28.09.2026 06:12")],
    [secondExport, movementSheet(second, shop, title(overlapDay, lastDay), "16.10.2026 19:40")],
    ["bestellungen.csv", purchaseSheet(lines)],
    ["artikel.csv", itemSheet(shop, lastDay)],
    ["lieferanten.csv", supplierSheet()],
    ["offene-bestellungen.csv", openOrderSheet(lines, lastDay)],
    ["kalender.csv", calendarSheet(shop)],
    ...nightFiles.flatMap(({ day, items, openOrders }): [string, Sheet][] => [
      [items, itemSheet(shop, day)],
      [openOrders, openOrderSheet(lines, day)],
    ]),
  ]);
}
