import { addTo, type ExactSum, exactSum, mergeInto, roundedSum } from "../numeric/exact-sum.ts";
import { by } from "../numeric/order.ts";

/** An item and its part in a figure. */
export interface Share {
  readonly item: string;
  readonly share: number;
}

/** Items that a figure names. */
const mostDrivers = 10;

/** The ten items with the largest shares above 0, ties by code unit. @example largest([{ item: "A", share: 2 }]) */
export const largest = <T extends Share>(shares: readonly T[]): T[] =>
  shares
    .filter(({ share }) => share > 0)
    .sort(
      by(
        ({ share }) => -share,
        ({ item }) => item,
      ),
    )
    .slice(0, mostDrivers);

/** What one item adds: numbers to be summed, and its shares in the lists of driving items. */
export interface Addition<S extends string, D extends string> {
  readonly sums: Readonly<Record<S, number>>;
  readonly shares: Readonly<Record<D, number>>;
}

/**
 * What items have added so far, as plain data: exact sums, and of each list the items that drive it. Tallies of parts
 * of a run merge to that of the whole, in any order and grouping, to the bit.
 */
export interface Tally<S extends string = string, D extends string = string> {
  readonly sums: Readonly<Record<S, ExactSum>>;
  readonly drivers: Record<D, Share[]>;
}

/** What a tally says: sums rounded once, driving items by name, the largest first. */
export interface Counted<S extends string, D extends string> {
  readonly sums: Readonly<Record<S, number>>;
  readonly drivers: Readonly<Record<D, readonly string[]>>;
}

/** The same made of each of some names. */
const each = <K extends string, V>(names: readonly K[], make: (name: K) => V): Record<K, V> =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<K, V>;

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): K[] => Object.keys(record) as K[];

/** A tally to which nothing was added. */
export const emptyTally = <S extends string, D extends string>(
  sums: readonly S[],
  drivers: readonly D[],
): Tally<S, D> => ({ sums: each(sums, () => exactSum()), drivers: each(drivers, () => []) });

/** Adds an item. O(1), on average. */
export function addItem<S extends string, D extends string>(
  tally: Tally<S, D>,
  item: string,
  { sums, shares }: Addition<S, D>,
): void {
  for (const name of keysOf(sums)) addTo(tally.sums[name], sums[name]);
  for (const name of keysOf(shares)) {
    tally.drivers[name].push({ item, share: shares[name] });
    // sorted now and then, so that a list stays short however many items there are
    if (tally.drivers[name].length >= 8 * mostDrivers) tally.drivers[name] = largest(tally.drivers[name]);
  }
}

/** Adds the tally of another part of the run, which stays as it is. */
export function mergeTally<S extends string, D extends string>(tally: Tally<S, D>, other: Tally<S, D>): void {
  for (const name of keysOf(tally.sums)) mergeInto(tally.sums[name], other.sums[name]);
  for (const name of keysOf(tally.drivers)) {
    tally.drivers[name] = largest([...tally.drivers[name], ...other.drivers[name]]);
  }
}

/** What a tally says. */
export const counted = <S extends string, D extends string>({
  sums,
  drivers,
}: Tally<S, D>): Counted<S, D> => ({
  sums: each(keysOf(sums), (name) => roundedSum(sums[name])),
  drivers: each(keysOf(drivers), (name) => largest(drivers[name]).map(({ item }) => item)),
});
