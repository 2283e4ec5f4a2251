import type { Series } from "../../series.ts";
import { kindRules, type Signal } from "../../signal.ts";
import { type Consequences, consequences } from "./consequences.ts";

/** Buckets after a level shift from which on the earlier history is brought to the new level. */
const confirmedAfter = 3;
/** A shift beyond this factor is no change of level that a season survives. */
const largestShift = 10;
/** Buckets after such a break from which on they tell alone what the item is asked for. */
const enoughAlone = 6;

/** Seasons that tell a new one by themselves, and how many must have passed since it was dated, which may be late. */
const seasonsAlone = 2;
const seasonsSince = 1.5;

/** Buckets before a season of which two are known: they are of another one, and a mean of both never comes. */
function ofOldSeason({ values: { length }, period }: Series, from: number | undefined): number {
  if (from === undefined || period < 2 || length - from < seasonsSince * period) return 0;
  return Math.max(0, Math.min(from, length - seasonsAlone * period));
}

/** What the user answered about a suspected change of unit. */
export const unitAnswers = ["unit-changed", "real-demand"] as const;
export type UnitAnswer = (typeof unitAnswers)[number];

/** An item's history as the forecast should see it. */
export interface Cleaned extends Consequences {
  readonly series: Series;
  /** True when `series` differs from what was observed. */
  readonly changed: boolean;
}

/** Factor between the levels before and after; exact for a change of unit (10, 12, 100 or 1000, or its inverse). */
export function shiftFactor({ kind, size }: Signal): number {
  const ratio = 1 + size;
  if (kind !== "unit-change" || !(ratio > 0)) return ratio;
  const units = [10, 12, 100, 1000].flatMap((unit) => [unit, 1 / unit]);
  const distance = (unit: number) => Math.abs(Math.log(unit / ratio));
  return units.reduce((best, unit) => (distance(unit) < distance(best) ? unit : best));
}

/**
 * Draws the consequences of an item's signals: single spikes and dips are not observed (never a seasonal peak, which
 * is no signal), and history before a confirmed level shift (by the user, or by three buckets) is scaled to the new
 * level, so that season and trend are still learned from all of it; before a break of more than ten times it is not
 * observed once six buckets tell the new level, nor before another season once two years of it are known. A suspected
 * change of unit is scaled at once and blocks the item until the user says what it was.
 */
export function cleaned(series: Series, signals: readonly Signal[], answer?: UnitAnswer): Cleaned {
  const follows = consequences(series, signals);
  const length = series.values.length;
  const values = series.values.slice();
  const hidden = follows.clean.filter((k) => k >= 0 && k < length);
  for (const k of hidden) values[k] = Number.NaN;
  let changed = hidden.length > 0;
  for (const signal of signals) {
    if (!kindRules[signal.kind].resets) continue;
    const at = consequences(series, [signal]).resetAt ?? 0;
    const factor = shiftFactor(signal);
    const isUnit = signal.kind === "unit-change";
    const confirmed = isUnit
      ? answer !== "real-demand"
      : signal.answer === "confirmed" || length - at >= confirmedAfter;
    const sane = isUnit || (factor > 1 / largestShift && factor < largestShift);
    if (!confirmed || at === 0) continue;
    if (!sane && length - at < enoughAlone) continue;
    // one shift after another: what lies before both is scaled by both
    for (let k = 0; k < at; k++) values[k] = sane ? values[k] * factor : Number.NaN;
    changed = true;
  }
  const older = ofOldSeason(series, follows.seasonFrom);
  values.fill(Number.NaN, 0, older);
  changed ||= older > 0;
  const asks = answer === undefined && signals.some(({ kind }) => kind === "unit-change");
  return { ...follows, block: asks, series: changed ? { ...series, values } : series, changed };
}
