/**
 * Paired bootstrap over series: 95 % interval of the relative difference (percent) of two means of losses per series.
 * 2,000 draws of a seeded generator; negative: the first is better.
 */
export function pairedInterval(
  ours: readonly number[],
  theirs: readonly number[],
  draws = 2000,
): { difference: number; low: number; high: number } {
  const n = ours.length;
  const relative = (pick: (k: number) => number): number => {
    let a = 0;
    let b = 0;
    for (let k = 0; k < n; k++) {
      const i = pick(k);
      a += ours[i];
      b += theirs[i];
    }
    return (100 * (a - b)) / b;
  };
  let state = 12345;
  const next = () => {
    // xorshift32
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
  const samples = Array.from({ length: draws }, () => relative(() => Math.floor(next() * n))).sort(
    (a, b) => a - b,
  );
  return {
    difference: relative((k) => k),
    low: samples[Math.floor(0.025 * draws)],
    high: samples[Math.floor(0.975 * draws)],
  };
}
