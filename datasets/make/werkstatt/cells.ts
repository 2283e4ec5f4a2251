import { germanNumber } from "../german.ts";
import { priceOn, type ShopItem } from "./shop.ts";

/** Records of a file; titles have one cell. */
export type Sheet = readonly (readonly string[])[];

/** First title line of a file. */
export const company = "Musterwerk Maschinenbau GmbH (erfundene Daten)";
/** "1.234,50". */
export const amount = (value: number) => germanNumber(value, 2);
/** Whole pieces without a decimal part where a column knows no other values. */
export const plain = (value: number | undefined) =>
  value === undefined ? "" : germanNumber(value, Number.isInteger(value) ? 0 : 2, false);
/** Four decimals below one euro. */
export const unitPrice = (value: number) => germanNumber(value, value < 1 ? 4 : 2);

/** Price, the units that it is for, currency. */
export const priceCells = (item: ShopItem, day: number): string[] => {
  const { priceUnit } = item.article;
  const printed = item.factorOf(day) === 1 ? priceUnit : 1;
  return [unitPrice(priceOn(item, day) * printed), String(printed), "EUR"];
};
