import { defined } from "./defined.ts";
import type { Beyond, Item } from "./item.ts";

// What a file may say: far beyond any shop, near enough that nothing sized by a number of a file grows without end.

/** Longest lead time, review or receipt: ten years. */
export const mostDays = 3650;
/** Largest quantity or amount of money, either side of 0. */
export const mostQuantity = 1e12;
/** Smallest pack and smallest conversion of units. */
const leastPack = 1e-9;
/** Largest multiple of a demand: a promotion, an item that behaves like another. */
export const mostFactor = 1e6;
/** First and last year of any date that counts. */
export const firstYear = 1900;
export const lastYear = 2200;
/** How far as-of and stock date may lie behind the last line: five years. */
export const mostDaysAhead = 1830;
/** Buckets of history that are looked at: 27 years of days, more than a century of anything longer. */
export const mostBuckets = 10_000;

type NumberField = {
  [K in keyof Item]-?: Item[K] extends number | undefined ? K : never;
}[keyof Item];

const days = [0, mostDays] as const;
const quantity = [0, mostQuantity] as const;
const signed = [-mostQuantity, mostQuantity] as const;
const pack = [leastPack, mostQuantity] as const;

/** Bounds of the fields of an item; a number that is not above 0 where it must be has a rule of its own elsewhere. */
const bounds: { readonly [K in NumberField]?: readonly [least: number, most: number] } = {
  leadTimeDays: days,
  leadTimeSdDays: days,
  goodsReceiptWorkingDays: days,
  reviewDays: days,
  onHand: signed,
  onOrder: signed,
  backorders: signed,
  reserved: signed,
  safetyStock: quantity,
  reorderPoint: quantity,
  maximumStock: quantity,
  minimumOrder: quantity,
  packSize: pack,
  unitsPerPurchaseUnit: pack,
  unitCost: quantity,
  orderCost: quantity,
  backorderCost: quantity,
  shortageCost: quantity,
  holdingCostPerUnit: quantity,
  holdingRatePerYear: [0, mostFactor],
  likeFactor: [0, mostFactor],
};

const fields = Object.keys(bounds) as readonly NumberField[];

/** True for a number that is no larger than any quantity may be; absent counts as 0. */
export const isQuantity = (value = 0): boolean => Math.abs(value) <= mostQuantity;

/** What of one row, without its further sources, lies outside. */
function beyondOf(item: Item): Beyond[] {
  const place = defined({ file: item.file, row: item.row });
  const found = fields.flatMap((field): Beyond[] => {
    const value = item[field];
    const [least, most] = bounds[field] ?? signed;
    // what is missing, 0 or below has rules of its own, where the field is used
    const isTiny = value !== undefined && value > 0 && value < least;
    if (value === undefined || !(value > most || value < -mostQuantity || isTiny)) return [];
    return [{ field, value, least, most, ...place }];
  });
  const steps = (item.priceBreaks ?? []).flatMap(({ from, price }) => [from, price]);
  const value = steps.find((step) => !isQuantity(step));
  return value === undefined
    ? found
    : [...found, { field: "priceBreaks", value, least: 0, most: mostQuantity, ...place }];
}

/** An item without the fields that lie outside, which are named in `beyond`: such an item is not planned. */
export function withinBounds(item: Item): Item {
  const sources = item.sources ?? [];
  const beyond = [...beyondOf(item), ...sources.flatMap(beyondOf)];
  if (beyond.length === 0) return item;
  const bad = new Set(beyond.map(({ field }) => field));
  const kept = Object.fromEntries(
    Object.entries(item).filter(([field]) => field !== "sources" && !bad.has(field)),
  );
  return { ...kept, item: item.item, beyond };
}
