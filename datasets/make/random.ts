/** A stream of pseudo-random numbers that depends on its seed alone. */
export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  next(): number;
  /** Whole number in [0, below). */
  below(below: number): number;
  /** Uniform in [from, to). */
  between(from: number, to: number): number;
  /** Uniform on the logarithmic scale: as often in [1, 10) as in [10, 100). */
  betweenLog(from: number, to: number): number;
  /** Standard normal (Box-Muller, cosine half). */
  normal(): number;
  /** Log-normal with mean 1 and this coefficient of variation. */
  factor(variation: number): number;
  /** Number of events with this mean (Knuth below 30, rounded normal above). */
  poisson(mean: number): number;
  pick<T>(from: readonly T[]): T;
  /** A copy in random order (Fisher-Yates). */
  shuffled<T>(of: readonly T[]): T[];
}

/** FNV-1a hash of a text, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) value = Math.imul(value ^ text.charCodeAt(k), 0x01000193);
  return value >>> 0;
}

/**
 * SplitMix32: a Weyl sequence through the MurmurHash3 finaliser. Streams of one seed are told apart by a name, so
 * that one item more changes no other item's numbers.
 * @example random(1).next() === random(1).next() // true
 */
export function random(seed: number, stream = ""): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ hash(stream)) >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const between = (from: number, to: number) => from + next() * (to - from);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const poisson = (mean: number) => {
    if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = next(); product > limit; product *= next()) count += 1;
    return count;
  };
  return {
    next,
    below,
    between,
    betweenLog: (from, to) => Math.exp(between(Math.log(from), Math.log(to))),
    normal,
    factor: (variation) => {
      const variance = Math.log(1 + variation * variation);
      return Math.exp(Math.sqrt(variance) * normal() - variance / 2);
    },
    poisson,
    pick: (from) => {
      if (from.length === 0) throw new RangeError("nothing to pick from");
      return from[below(from.length)];
    },
    shuffled: (of) => {
      const copy = [...of];
      for (let k = copy.length - 1; k > 0; k--) {
        const other = below(k + 1);
        [copy[k], copy[other]] = [copy[other], copy[k]];
      }
      return copy;
    },
  };
}
