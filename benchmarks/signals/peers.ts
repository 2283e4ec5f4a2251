import type { Flag } from "./flag.ts";
import { mean, median } from "./statistics.ts";

/** What ERPs do: a value more than 3 standard deviations from the mean. */
function threeSigma(values: Float64Array): Flag[] {
  const centre = mean(values);
  const sd = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
  return Array.from(values).flatMap((value, t) =>
    Math.abs(value - centre) > 3 * sd
      ? [{ kind: value > centre ? "spike" : "dip", at: t, seen: t } as const]
      : [],
  );
}

/** Hampel filter: 3 scaled MAD from the median of a window of 7. */
function hampel(values: Float64Array): Flag[] {
  return Array.from(values).flatMap((value, t) => {
    const window = values.subarray(Math.max(0, t - 3), t + 4);
    const centre = median(window);
    const scale = 1.4826 * median(window.map((x) => Math.abs(x - centre)));
    return scale > 0 && Math.abs(value - centre) > 3 * scale
      ? [{ kind: value > centre ? "spike" : "dip", at: t, seen: t } as const]
      : [];
  });
}

/** Tabular CUSUM (k = .5, h = 5) on standardised values: a level shift at the start of the run that alarms. */
function cusum(values: Float64Array): Flag[] {
  const base = values.subarray(0, Math.floor(values.length * 0.6));
  const centre = mean(base);
  const sd = Math.sqrt(mean(base.map((value) => (value - centre) ** 2))) || 1;
  const flags: Flag[] = [];
  for (const sign of [1, -1]) {
    let sum = 0;
    let from = 0;
    for (let t = 0; t < values.length; t++) {
      sum = Math.max(0, sum + (sign * (values[t] - centre)) / sd - 0.5);
      if (sum === 0) from = t + 1;
      if (sum > 5) {
        flags.push({ kind: "level-shift", at: from, seen: t });
        break;
      }
    }
  }
  return flags;
}

/** The rules in use, as they are used: no control of false discoveries. */
export const peers: Readonly<Record<string, (values: Float64Array) => Flag[]>> = {
  "3 sigma": threeSigma,
  "Hampel 3 MAD": hampel,
  "CUSUM .5/5": cusum,
};
