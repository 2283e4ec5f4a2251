import { hashText, mixBits } from "./hash.ts";

/** Numbers drawn one after the other; equal seeds give equal numbers everywhere. */
export interface Random {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Whole number from 0 to below `count`. */
  below(count: number): number;
}

/**
 * Generator xoshiro128** seeded from a number or a text.
 * Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators" (2021).
 */
export function random(seed: number | string): Random {
  let a = typeof seed === "string" ? hashText(seed) : mixBits(seed | 0);
  const next = () => {
    a = (a + 0x9e3779b9) | 0;
    return mixBits(a) | 0;
  };
  let s0 = next();
  let s1 = next();
  let s2 = next();
  let s3 = next() | 1;
  const bits = () => {
    const m = Math.imul(s1, 5);
    const result = Math.imul((m << 7) | (m >>> 25), 9);
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 11) | (s3 >>> 21);
    return result >>> 0;
  };
  const uniform = () => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992;
  let spare = Number.NaN;
  const normal = () => {
    if (!Number.isNaN(spare)) {
      const value = spare;
      spare = Number.NaN;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal, below: (count) => Math.floor(uniform() * count) };
}
