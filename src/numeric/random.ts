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
 * 32-bit hash of a text (FNV-1a over UTF-16 units, mixed by the finaliser of MurmurHash3): the same on every machine.
 *
 * @example hashText("M8-10") === hashText("M8-10"); // => true
 */
export function hashText(text: string, seed = 0): number {
  let h = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h = Math.imul(h ^ (unit & 0xff), 0x01000193);
    h = Math.imul(h ^ (unit >>> 8), 0x01000193);
  }
  return mix(h);
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Generator xoshiro128** seeded from a number or a text.
 * Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators" (2021).
 */
export function random(seed: number | string): Random {
  let a = typeof seed === "string" ? hashText(seed) : mix(seed | 0);
  const next = () => {
    a = (a + 0x9e3779b9) | 0;
    return mix(a) | 0;
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
