import { neededOf } from "../../../src/index.ts";
import type { Line } from "../shapes.ts";
import type { AboutItem } from "./effect.tsx";
import { lotFaults } from "./lots.ts";
import { outlookOf } from "./outlook.ts";

/** Units that are counted: half a screw is a slip of the finger. */
const counted = /^(st|stk|stck|stück|ea|each|pc|pce|pcs|pieces?|paar|pair|prs?|set|satz|sz)\.?$/i;

/** What a quantity gives reason to ask. */
export interface Doubts {
  /** A part of a piece. */
  readonly isBroken: boolean;
  /** So many times the suggested quantity, where that is suspiciously many. */
  readonly timesSuggested?: number;
  /** So many times the demand of a year, where that is suspiciously many. */
  readonly timesYearly?: number;
}

/** From so many times on a quantity is asked about. */
const [mostSuggested, mostYearly] = [3, 2];

/** Demand that the forecast expects in a year; undefined while the forecast is not here. */
function yearlyDemand(about: AboutItem | undefined): number | undefined {
  if (about === undefined) return undefined;
  const { mean } = outlookOf(about.plan, about.view);
  const total = mean.at(-1) ?? 0;
  return total > 0 ? (total * 365) / mean.length : undefined;
}

const beyond = (quantity: number, of: number | undefined, most: number): number | undefined =>
  of !== undefined && of > 0 && quantity > most * of ? quantity / of : undefined;

/** What of a quantity should be asked before it is taken: twice the demand of a year, three times what is needed. */
export function doubtsOf(quantity: number, line: Line, about: AboutItem | undefined): Doubts {
  const { unit = "", quantity: suggested } = line;
  const timesSuggested = beyond(quantity, Math.max(suggested, neededOf(line)), mostSuggested);
  const timesYearly = beyond(quantity, yearlyDemand(about), mostYearly);
  return {
    isBroken: counted.test(unit.trim()) && !Number.isInteger(quantity),
    ...(timesSuggested === undefined ? {} : { timesSuggested }),
    ...(timesYearly === undefined ? {} : { timesYearly }),
  };
}

/** True for a typed quantity that is not taken without a look: implausible, read in two ways, or against a rule of its lot. */
export function isQuestionable(
  text: string,
  mark: string,
  quantity: number,
  line: Line,
  about: AboutItem | undefined,
): boolean {
  const { isBroken, timesSuggested, timesYearly } = doubtsOf(quantity, line, about);
  return (
    isBroken ||
    timesSuggested !== undefined ||
    timesYearly !== undefined ||
    otherReading(text, mark) !== undefined ||
    lotFaults(quantity, line).length > 0
  );
}

/** What somebody meant who typed "1,500" for a quantity where the comma is the decimal mark: 1500; undefined else. */
export function otherReading(text: string, mark: string): number | undefined {
  const found = new RegExp(`^\\s*(\\d{1,3})\\${mark}(\\d{3})\\s*$`).exec(text);
  return found === null ? undefined : Number(`${found[1]}${found[2]}`);
}
