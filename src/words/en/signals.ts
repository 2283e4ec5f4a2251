import type { Signal, SignalKind } from "../../signal.ts";
import { isNewest, times, up } from "../signal-parts.ts";
import { format } from "./format.ts";

const { date, money, percent, quantity } = format;

/** The size of a change without its sign. */
const share = (size: number): string => percent(Math.abs(size), Math.abs(size) < 0.1 ? 1 : 0);

/** An amount against what it was before: "about 40 % more than usual", "4.8 times the usual". */
function against(signal: Signal, before: { readonly than: string; readonly of: string }): string {
  const { size, direction } = signal;
  if (direction !== "up" || size < 1) return `${amount(signal)} ${before.than}`;
  return `${quantity(times(size))} times ${before.of}`;
}

const usual = { than: "than usual", of: "the usual" } as const;
const foreseen = { than: "than before", of: "what it was before" } as const;

/** "three times as much" reads better than "200 % more". */
function amount({ size, direction }: Signal): string {
  const more = direction === "up";
  if (more && size >= 1) return `${quantity(times(size))} times as much`;
  return `about ${share(size)} ${more ? "more" : "less"}`;
}

/** What is at stake, with the words before it. */
function stake({ impact, impactUnit }: Signal): string {
  if (!(impact > 0)) return "";
  const priced = /^[A-Z]{3}$/.test(impactUnit);
  const value = priced
    ? money(impact, impactUnit, 0)
    : `${quantity(impact)}${impactUnit === "" ? "" : ` ${impactUnit}`}`;
  return priced ? `; ${value} of orders affected` : `; quantity affected: ${value}`;
}

/** One sentence a kind: what happened, since when, how much, what is at stake. */
export const signals: Readonly<Record<SignalKind, (signal: Signal) => string>> = {
  spike: (s) => `One-off peak in the period of ${date(s.at)}: ${against(s, usual)}${stake(s)}.`,
  dip: (s) =>
    `${isNewest(s) ? "Dip" : "One-off dip"} in the period of ${date(s.at)}: ${against(s, usual)}${isNewest(s) ? "; the next one shows whether it stays" : ", normal afterwards"}${stake(s)}.`,
  "level-shift": (s) => `Since ${date(s.at)} ${amount(s)}, and it stays so${stake(s)}.`,
  passing: (s) =>
    `${amount(s)} from ${date(s.at)} to ${date(s.until ?? s.at)}, as before since then: an exception that does not count for the forecast${stake(s)}.`,
  "trend-break": (s) =>
    `Demand has been ${up(s) ? "rising" : "falling"} since ${date(s.at)}: so far ${against(s, foreseen)}${stake(s)}.`,
  "season-change": (s) =>
    `The seasonal pattern has been different since ${date(s.at)}: its peaks moved or changed in height.`,
  "variance-change": (s) =>
    `Demand has varied ${up(s) ? "more" : "less"} since ${date(s.at)} (spread ${share(s.size)} ${up(s) ? "higher" : "lower"}).`,
  "intermittency-change": (s) =>
    `Demand has come ${up(s) ? "more" : "less"} often since ${date(s.at)} (${share(s.size)} ${up(s) ? "more" : "fewer"} periods with demand)${stake(s)}.`,
  "end-of-life": (s) =>
    `No demand since ${date(s.at)}: probably at the end of its life, nothing is ordered${stake(s)}.`,
  bias: (s) =>
    `The forecast has been too ${up(s) ? "low" : "high"} since ${date(s.at)} (by ${share(s.size)} on average)${stake(s)}.`,
  "unit-change": (s) =>
    `${amount(s)} since ${date(s.at)}: this looks like another unit of measure, not like other demand. Please check.`,
};

/** The name of each kind. */
export const signalNames: Readonly<Record<SignalKind, string>> = {
  spike: "spike",
  dip: "dip",
  "level-shift": "level shift",
  "trend-break": "trend break",
  passing: "passing event",
  "season-change": "season change",
  "variance-change": "variance change",
  "intermittency-change": "intermittency change",
  "end-of-life": "end of life",
  bias: "forecast bias",
  "unit-change": "unit change",
};
