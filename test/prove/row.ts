/** A promise, what was measured, and whether it was held: one row of docs/proof.md. */
export interface Row {
  readonly promise: string;
  readonly figure: string;
  readonly held: boolean;
  /** Everything but a time was held: such a row is measured again, since a busy machine only makes times longer. */
  readonly isOnlyLate?: boolean;
}

/** Numbers that only look like chance: the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
