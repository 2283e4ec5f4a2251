import { type Random, random } from "../random.ts";
import { type OrderOptions, spanOf } from "./order-options.ts";

/** An item of a made history with its demand and its master data. */
export interface MadeItem {
  readonly item: string;
  /** Share of the lines before season and life are looked at. */
  readonly weight: number;
  readonly meanQuantity: number;
  readonly variation: number;
  /** Days on which the item is alive (day numbers). */
  readonly from: number;
  readonly to: number;
  /** Month (0 to 11) of the seasonal peak, -1 without season. */
  readonly peak: number;
  readonly supplier: string;
  readonly unitCost: number;
  readonly leadTimeDays: number;
  readonly reviewDays: number;
  readonly packSize: number;
  readonly minimumOrder: number;
  readonly onHand: number;
}

const packs = [1, 1, 1, 5, 10, 20, 25, 50, 100];

/** Part of the span in which an item lives: 4 % came late, 4 % went early. */
function lifeOf(stream: Random, first: number, last: number): { from: number; to: number } {
  const chance = stream.next();
  const cut = Math.floor(first + (last - first) * stream.between(0.3, 0.9));
  return { from: chance < 0.04 ? cut : first, to: chance > 0.96 ? cut : last };
}

/** All items of a history; the k-th depends on seed and k alone. */
export function madeItems(options: OrderOptions): MadeItem[] {
  const { first, last } = spanOf(options);
  const suppliers = Math.max(1, Math.min(500, Math.ceil(options.items / 40)));
  const perItem = Math.max(1, options.lines / options.items);
  return Array.from({ length: options.items }, (_, k) => {
    const stream = random(options.seed, `item ${k}`);
    const meanQuantity = Math.ceil(stream.betweenLog(2, 400));
    const packSize = stream.pick(packs);
    const weight = stream.factor(1.6);
    const perDay = (perItem * weight * meanQuantity) / (last - first + 1);
    const leadTimeDays = stream.pick([3, 5, 7, 10, 14, 21, 28, 42]);
    return {
      item: `A${String(k + 1).padStart(7, "0")}`,
      weight,
      meanQuantity,
      variation: stream.between(0.1, 1.2),
      ...lifeOf(stream, first, last),
      peak: stream.next() < 0.2 ? stream.below(12) : -1,
      supplier: `S${String(stream.below(suppliers) + 1).padStart(4, "0")}`,
      unitCost: Math.round(stream.betweenLog(0.05, 400) * 100) / 100,
      leadTimeDays,
      reviewDays: 7,
      packSize,
      minimumOrder: packSize * (1 + stream.below(5)),
      onHand: Math.round(perDay * (leadTimeDays + 30) * stream.between(0.1, 2)),
    };
  });
}
