import type { LineKind } from "../../line-kind.ts";
import { format } from "./format.ts";

const { date, quantity } = format;

const kinds: Readonly<Record<LineKind, string>> = {
  plain: "clear",
  shortage: "shortage",
  doubt: "question",
  blocked: "blocked",
};

/** What the lines of an order ask of a buyer, and why in few words. */
export const lines = {
  kinds,
  overMaximum: (missing: number, maximum: number): string =>
    `${quantity(missing)} short, the maximum stock allows only ${quantity(maximum)}`,
  empty: (on: string, receipt: string): string =>
    `empty from ${date(on)}, an order of today comes ${date(receipt)}`,
  have: (have: number, needed: number): string =>
    `${quantity(have)} available, ${quantity(needed)} needed until the next delivery`,
};
