import { type Design, freedom } from "./design.ts";
import { effectiveTests, type StrongestEffect, scoreOf } from "./scan.ts";
import { studentTail } from "./tail.ts";

/** Fewest buckets of a passing event: fewer are single outliers. */
const shortest = 3;
/** Least values before and after it. */
const room = [4, 2] as const;
/** Part of its column that nothing else explains. */
const leastOwn = 0.25;

/** Sums of weight times column up to each position: an inner product with a pulse needs no more. */
interface Sums {
  readonly values: Float64Array;
  readonly upTo: Float64Array;
}

function sumsOf(column: Float64Array, weight: Float64Array): Sums {
  const values = column.map((value, t) => value * weight[t]);
  const upTo = new Float64Array(values.length + 1);
  for (let t = 0; t < values.length; t++) upTo[t + 1] = upTo[t] + values[t];
  return { values, upTo };
}

/** Inner product of a column with the whitened pulse over [at, end), `end` inside the series. */
const withPulse = ({ values, upTo }: Sums, at: number, end: number, rho: number): number =>
  values[at] + (1 - rho) * (upTo[end] - upTo[at + 1]) - rho * values[end];

/**
 * Most buckets of an event that passed, more are a level of their own: half a year of months, a quarter of a season that
 * has more buckets (weeks: thirteen).
 */
export const longestEvent = (period: number): number => Math.max(6, Math.floor(period / 4));

/**
 * The strongest level that held for a few buckets and then went back (a pulse; Chen & Liu 1993, temporary change).
 * @param longest most buckets of it
 */
export function scanPulses(design: Design, longest: number): StrongestEffect | undefined {
  const { columns, residual, rho, weight, squares, floor } = design;
  const n = residual.length;
  if (freedom(design) < 4 || !(squares > floor)) return undefined;
  const left = sumsOf(residual, weight);
  const others = columns.map((column) => sumsOf(column, weight));
  const sizes = sumsOf(weight, weight);
  let best = { gain: 0, at: -1, length: 0 };
  for (let length = shortest; length <= longest; length++) {
    for (let at = room[0]; at + length <= n - room[1]; at++) {
      const end = at + length;
      const size =
        sizes.values[at] +
        (1 - rho) ** 2 * (sizes.upTo[end] - sizes.upTo[at + 1]) +
        rho * rho * sizes.values[end];
      let own = size;
      for (const other of others) own -= withPulse(other, at, end, rho) ** 2;
      if (!(own > leastOwn * size)) continue;
      const gain = withPulse(left, at, end, rho) ** 2 / own;
      if (gain > best.gain) best = { gain, at, length };
    }
  }
  return best.at < 0 ? undefined : foundPulse(design, best, longest);
}

/** A pulse with its p-value, corrected for the places and lengths tried. */
function foundPulse(
  design: Design,
  { gain, at, length }: { gain: number; at: number; length: number },
  longest: number,
): StrongestEffect {
  const n = design.residual.length;
  const df = freedom(design) - 1;
  const t = Math.sqrt((gain * df) / Math.max(design.squares - gain, design.floor));
  let tests = 0;
  for (let span = shortest; span <= longest; span++) {
    const places = Math.max(0, n - span - room[0] - room[1]);
    tests += effectiveTests(scoreOf(t, df), new Float64Array(places).fill(1 - 1 / span), places);
  }
  return { shape: "pulse", at, length, p: Math.min(1, studentTail(t, df) * tests), tests };
}
