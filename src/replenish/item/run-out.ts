import { defined } from "../../defined.ts";
import type { DemandCurve } from "../demand/demand-curve.ts";
import type { Position, Supply } from "./position.ts";

/** By when demand from today on reaches an amount, as a day number; absent: not in sight. */
type DayOf = (amount: number) => number | undefined;

/** First day by whose end demand has used up `available` and what arrives until then; absent: not in sight. */
function emptyDay(
  today: number,
  dayOf: DayOf,
  available: number,
  supply: readonly Supply[],
): number | undefined {
  let left = available;
  let day = left <= 0 ? today : dayOf(left);
  for (const { day: arrives, quantity } of supply) {
    if (day !== undefined && arrives > day) break;
    left += quantity;
    day = left <= 0 ? today : dayOf(left);
  }
  return day;
}

/** First day by whose end expected demand has used up `available` and what arrives until then; absent: not in sight. */
export const dayEmpty = (
  curve: DemandCurve,
  available: number,
  supply: readonly Supply[],
): number | undefined => emptyDay(curve.today, curve.dayOf, available, supply);

/** The share of cases in which a cautious date holds. */
const cautious = 0.95;

/** The cautious date is looked for within so many days. */
const farthestDays = 730;

/** When a stock is used up in one case of twenty; as late as the expected day where that comes first. */
function safeDayOf(curve: DemandCurve): DayOf {
  const { levels, today } = curve;
  const values = new Float64Array(levels.length);
  const top = levels.findIndex((level) => level >= cautious - 1e-9);
  const at = top < 0 ? levels.length - 1 : top;
  const demand = (days: number): number => {
    curve.quantiles(days, values);
    return values[at] ?? 0;
  };
  return (amount) => {
    const expected = curve.dayOf(amount);
    let high = Math.min(farthestDays, expected === undefined ? farthestDays : Math.max(1, expected - today));
    if (demand(high) < amount) return expected;
    for (let low = 0; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (demand(middle) >= amount) high = middle;
      else low = middle;
    }
    return today + high;
  };
}

/** Days on which stock and supply end: as expected, and in one case of twenty. */
export function runOutDays(curve: DemandCurve, { onHand, backorders, supply }: Position) {
  const there = onHand - backorders;
  const runsOut = dayEmpty(curve, there, supply);
  const safe = emptyDay(curve.today, safeDayOf(curve), there, supply);
  return defined({
    runsOut,
    safeUntil: runsOut === undefined || safe === undefined ? safe : Math.min(safe, runsOut),
  });
}
