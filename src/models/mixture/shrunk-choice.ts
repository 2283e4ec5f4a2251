/** Losses of candidates at the rows of a learning set: `losses[c][r]`, row r at origin `origins[r]`. */
interface CandidateLosses {
  readonly losses: readonly Float64Array[];
  readonly origins: Uint8Array;
}

/** What the losses say: which candidate is best, and how far to go towards it. */
interface Choice {
  readonly best: number;
  /** 0 to 1. */
  readonly share: number;
}

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: Float64Array): number {
  const mean = meanOf(values);
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1),
  );
}

/**
 * The candidate of least loss and the share of the way from the reference towards it that its gain is worth:
 * 1 - (standard error / gain)^2, never below 0 (James & Stein 1961 in its positive part). The standard error is the larger
 * of that over rows and that over origins, of which only `countedOrigins` count as experiences of their own: many items that
 * live through the same weeks are one.
 */
export function shrunkChoice(
  { losses, origins }: CandidateLosses,
  reference: Float64Array,
  countedOrigins: number,
): Choice {
  let best = 0;
  losses.forEach((row, c) => {
    if (meanOf(row) < meanOf(losses[best])) best = c;
  });
  const gains = reference.map((loss, r) => loss - losses[best][r]);
  const gain = meanOf(gains);
  const seen = [...new Set(origins)];
  if (!(gain > 0) || seen.length < 2) return { best, share: 0 };
  const byOrigin = Float64Array.from(seen, (origin) => meanOf(gains.filter((_, r) => origins[r] === origin)));
  const overRows = deviation(gains) / Math.sqrt(gains.length);
  const overOrigins = deviation(byOrigin) / Math.sqrt(Math.max(1, countedOrigins * seen.length));
  return { best, share: Math.max(0, 1 - (Math.max(overRows, overOrigins) / gain) ** 2) };
}
