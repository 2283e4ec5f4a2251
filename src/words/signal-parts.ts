import type { Signal } from "../signal.ts";

/** How many times as much, two digits. @example times(1.96) // 3 */
export const times = (size: number): number => Number((1 + size).toPrecision(2));

/** Seen in its own bucket, and not ended by a later one: what follows is not known yet. */
export const isNewest = ({ at, seen, state, until }: Signal): boolean =>
  state === "open" && seen <= at && until === undefined;

export const up = (signal: Signal): boolean => signal.direction === "up";
