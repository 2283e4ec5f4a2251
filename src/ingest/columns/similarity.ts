/** Jaro-Winkler similarity of two texts, 0 to 1 (Winkler 1990). @example jaroWinkler("martha", "marhta") // 0.961 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const matched: string[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++) {
      if (taken[j] === 1 || a[i] !== b[j]) continue;
      taken[j] = 1;
      matched.push(a[i]);
      break;
    }
  }
  if (matched.length === 0) return 0;
  let swaps = 0;
  let at = 0;
  for (let j = 0; j < b.length; j++) if (taken[j] === 1 && b[j] !== matched[at++]) swaps++;
  const m = matched.length;
  const jaro = (m / a.length + m / b.length + (m - swaps / 2) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Shared words over all words. */
export function jaccard(a: readonly string[], b: readonly string[]): number {
  const of = new Set(b);
  const shared = a.filter((word) => of.has(word)).length;
  return shared / new Set([...a, ...b]).size;
}
