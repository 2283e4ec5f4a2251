import { logGamma } from "../../numeric/gamma.ts";

/** Cycles that a pattern needs (the second may still run), and evidence (a Bayes factor) without which none is believed. */
const leastCycles = 1.5;
const leastEvidence = Math.log(100);
/** How strongly phases lean towards the share of all buckets with demand, in buckets: what is tried. */
const leanings = [0.2, 1, 4];
/** Phases of a long season are looked at in blocks of so many, since weeks move. */
const longSeason = 24;
const block = 4;

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** Buckets with demand among those seen, by block of phases. */
interface Occurrence {
  readonly hits: Float64Array;
  readonly tries: Float64Array;
}

/** Whether there was any demand, cycle by cycle and block by block. */
function occurrence(values: Float64Array, period: number, width: number): Occurrence {
  const blocks = Math.ceil(period / width);
  const hits = new Float64Array(blocks);
  const tries = new Float64Array(blocks);
  for (let from = 0; from < values.length; from += period) {
    for (let b = 0; b < blocks; b++) {
      const start = from + b * width;
      const end = Math.min(start + width, from + period, values.length);
      if (start >= end) continue;
      tries[b] += 1;
      for (let t = start; t < end; t++)
        if (values[t] > 0) {
          hits[b] += 1;
          break;
        }
    }
  }
  return { hits, tries };
}

/**
 * Logarithm of how much likelier a share of buckets with demand of its own in each phase (beta-binomial, the best of a
 * few leanings) makes what was seen than one share for all.
 */
function evidence({ hits, tries }: Occurrence): number {
  const all = tries.reduce((sum, n) => sum + n, 0);
  const share = hits.reduce((sum, n) => sum + n, 0) / all;
  if (!(share > 0) || share === 1) return 0;
  let alike = 0;
  hits.forEach((h, b) => {
    alike += h * Math.log(share) + (tries[b] - h) * Math.log(1 - share);
  });
  const apart = leanings.map((leaning) => {
    const [a, b] = [leaning * share, leaning * (1 - share)];
    const usual = logBeta(a, b);
    return hits.reduce((sum, h, k) => sum + logBeta(a + h, b + tries[k] - h) - usual, 0);
  });
  return Math.max(...apart) - Math.log(leanings.length) - alike;
}

/** Days of a week; those of its end, or one of them, are closed more often than any others. */
const week = 7;
const longestEnd = 2;
const leastEvidenceOfEnd = Math.log(50);

/**
 * Logarithm of how much likelier days without any demand at the end of the week, wherever that lies, make what was seen
 * than one share of days with demand for all; minus infinity where others are without one.
 */
function evidenceOfEnd(values: Float64Array, hit: Uint8Array): number {
  const closed = hit.reduce((sum, one) => sum + (one === 0 ? 1 : 0), 0);
  const ends = hit.filter((one, phase) => one === 0 && hit[(phase + 1) % week] !== 0).length;
  if (closed > longestEnd || ends !== 1) return Number.NEGATIVE_INFINITY;
  let [hits, misses, silent] = [0, 0, 0];
  values.forEach((value, t) => {
    if (value > 0) hits++;
    else if (hit[t % week] === 0) silent++;
    else misses++;
  });
  const apart = logBeta(hits + 1, misses + 1);
  return apart - logBeta(hits + 1, misses + silent + 1) - Math.log(longestEnd * week);
}

/**
 * Phases of the season in which an item is asked for, where others never see a demand and that is no chance: garden
 * goods in winter, a business closed at weekends. Null where every phase has demand, or where chance would do.
 * @example openPhases(Float64Array.of(5, 4, 0, 6, 5, 0, 4, 4, 0, 5, 6, 0, 4, 5, 0, 6, 6, 0), 3) // [true, true, false]
 */
export function openPhases(values: Float64Array, period: number): boolean[] | null {
  if (period < 2 || values.length < leastCycles * period || values.some((value) => value < 0)) return null;
  const width = period > longSeason ? block : 1;
  // one phase more or less of a long season is the drift of weeks against the year
  const margin = width > 1 ? 1 : 0;
  const hit = new Uint8Array(period);
  values.forEach((value, t) => {
    if (!(value > 0)) return;
    for (let off = -margin; off <= margin; off++) hit[(t + off + period) % period] = 1;
  });
  if (!hit.includes(0) || !hit.includes(1)) return null;
  const isNoChance =
    evidence(occurrence(values, period, width)) > leastEvidence ||
    (period === week && evidenceOfEnd(values, hit) > leastEvidenceOfEnd);
  return isNoChance ? Array.from(hit, (one) => one === 1) : null;
}
