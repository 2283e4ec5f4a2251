/**
 * Probability that what has been silent for `silent` buckets is heard within the next `ahead`: a rate of which nothing is
 * known but the silence (Jeffreys' prior, so a gamma distribution of shape 1/2 and rate `silent`).
 * @example wakingShare(24, 12) // .184
 */
export const wakingShare = (silent: number, ahead: number): number =>
  1 - Math.sqrt(Math.max(silent, 1) / (Math.max(silent, 1) + ahead));
