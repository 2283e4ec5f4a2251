import { hashText } from "../../numeric/hash.ts";
import { by } from "../../numeric/order.ts";
import type { PanelSeries } from "../panel/panel-series.ts";
import type { KeptSeries, PoolPart } from "../pool-part.ts";

/** Seen buckets for one learned bucket ahead: short histories learn of nearer buckets, but at several origins. */
const perStep = 8;
const fewestSteps = 3;
/** Shortest history of an origin. */
const shortest = 8;

/** Items in the order of the hashes of their names, the first ones. */
export const smallest = (items: readonly KeptSeries[], count: number): KeptSeries[] =>
  items
    .map((one) => ({ one, hash: hashText(one.item, 1) }))
    .sort(
      by(
        ({ hash }) => hash,
        ({ one }) => one.item,
      ),
    )
    .slice(0, count)
    .map(({ one }) => one);

/** Mean absolute change from the first demand on. */
export function meanChange(values: Float64Array): number {
  const first = values.findIndex((value) => value > 0);
  let sum = 0;
  for (let t = first + 1; t < values.length; t++) sum += Math.abs(values[t] - values[t - 1]);
  return first < 0 ? 0 : sum / Math.max(1, values.length - first - 1);
}

/** How far ahead the histories of these items can teach, at most `horizon` buckets. */
export function taughtHorizon(items: readonly KeptSeries[], horizon: number): number {
  const longest = items.reduce((most, { values }) => Math.max(most, values.length), 0);
  return Math.min(horizon, Math.max(fewestSteps, Math.floor(longest / perStep)));
}

/** Buckets that lie behind an origin: the first has a whole horizon, each further one half of it more. */
export const bucketsBack = (origin: number, horizon: number): number =>
  Math.ceil(((origin + 2) * horizon) / 2);

export const isLongEnough = ({ length }: Float64Array, back: number): boolean =>
  length - back >= Math.max(shortest, length / 2);

/** The items as they were known so many buckets ago. */
export const knownBefore = (
  items: readonly KeptSeries[],
  back: number,
  { bucket, period }: Pick<PoolPart, "bucket" | "period">,
): PanelSeries[] =>
  items
    .filter(({ values }) => values.length > back)
    .map(({ item, values }) => {
      const known = values.subarray(0, values.length - back);
      return { series: { item, bucket, period, values: known }, values: known, offset: 0 };
    });
