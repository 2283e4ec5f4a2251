const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/**
 * 32 bits of a text, or of several one after the other (`from` is what the texts before gave): FNV-1a, one UTF-16
 * unit at a time. Plain and stable, for fingerprints; neighbouring texts have neighbouring bits (see `hashText`).
 * Source: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm" (IETF draft).
 *
 * @example fnv1a("b", fnv1a("a")) === fnv1a("ab"); // => true
 */
export function fnv1a(text: string, from = offsetBasis): number {
  let hash = from;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), prime);
  return hash >>> 0;
}

/**
 * 32 bits of a text that look like chance, for samples and seeds: FNV-1a over the bytes of its UTF-16 units, mixed.
 *
 * @example hashText("M8-10") === hashText("M8-10"); // => true
 */
export function hashText(text: string, seed = 0): number {
  let hash = (offsetBasis ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), prime);
    hash = Math.imul(hash ^ (unit >>> 8), prime);
  }
  return mixBits(hash);
}

/** Spreads every bit of a 32-bit number over all: the finaliser of MurmurHash3 (A. Appleby, public domain). */
export function mixBits(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Takes an integer into a running hash; multiplier of D. Knuth, "The Art of Computer Programming" 3, 6.4. */
export const hashInteger = (hash: number, value: number): number =>
  Math.imul(hash ^ value, 0x9e3779b1) ^ (hash >>> 15);

const float = new Float64Array(1);
const halves = new Int32Array(float.buffer);

/** Takes a number into a running hash by its bits: equal numbers hash alike, NaN like NaN, -0 unlike 0. */
export function hashFloat(hash: number, value: number): number {
  float[0] = value;
  return hashInteger(hashInteger(hash, halves[0]), halves[1]);
}
