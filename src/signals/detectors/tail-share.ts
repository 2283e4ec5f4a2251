/**
 * Share of a tail by logarithms beside one by counts, by how likely either makes the other values; `first` says how much
 * likelier counts are before they are looked at, in natural logarithms.
 */
export const shareOfLogs = (logs: number, counts: number, first = 0): number =>
  1 / (1 + Math.exp(Math.min(700, counts - logs + first)));
