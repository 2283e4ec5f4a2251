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
    `${quantity(missing)} short, maximum stock only ${quantity(maximum)}`,
  empty: (on: string, receipt: string): string =>
    `empty from ${date(on)}, goods ${date(receipt)} at the earliest`,
  /** The same where there is little room; days as they are said there. */
  overMaximumBrief: (missing: number, maximum: number): string =>
    `${quantity(missing)} short, maximum ${quantity(maximum)}`,
  emptyBrief: (on: string, receipt: string): string => `empty ${on}, in ${receipt}`,
  have: (have: number, needed: number): string => `${quantity(have)} there, ${quantity(needed)} needed`,
};
