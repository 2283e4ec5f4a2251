/** Decimals in the shortest writing of a number. @example decimalsOf(0.04) // 2 */
export function decimalsOf(x: number): number {
  const text = String(Math.abs(x));
  const exponent = text.indexOf("e-");
  const mantissa = exponent < 0 ? text : text.slice(0, exponent);
  const point = mantissa.indexOf(".");
  const own = point < 0 ? 0 : mantissa.length - point - 1;
  return Math.min(15, own + (exponent < 0 ? 0 : Number(text.slice(exponent + 2))));
}

/** `count` times `size` without binary noise. @example times(3, 0.1) // 0.3 */
export function times(count: number, size: number): number {
  const scale = 10 ** decimalsOf(size);
  return (count * Math.round(size * scale)) / scale;
}

/** A number without the noise of binary sums. @example clean(0.1 + 0.2) // 0.3 */
export const clean = (x: number): number => {
  const rounded = Math.round(x);
  if (Math.abs(x - rounded) <= 1e-9 * Math.max(1, Math.abs(x))) return rounded === 0 ? 0 : rounded;
  return Number(x.toPrecision(12));
};

/** What a number of packs may lack by the noise of sums, never a whole pack. */
const noiseOf = (packs: number): number => Math.min(0.5, Math.max(1e-9, 1e-12 * packs));

/**
 * Smallest multiple of `pack` that is not below `quantity`; an excess of up to `tolerance` of one pack does not
 * open another one.
 * @example roundUp(362.15, 362, 0) // 724
 * @example roundUp(362.15, 362, 0.001) // 362
 * @example roundUp(0.1 * 3, 0.3, 0) // 0.3
 */
export function roundUp(quantity: number, pack: number, tolerance = 0): number {
  const packs = quantity / pack;
  const slack = Math.max(noiseOf(packs), tolerance);
  return times(Math.max(0, Math.ceil(packs - slack)), pack);
}

/** Largest multiple of `pack` that is not above `quantity`, 0 at least. @example roundDown(8.9, 4) // 8 */
export const roundDown = (quantity: number, pack: number): number =>
  times(Math.max(0, Math.floor(quantity / pack + noiseOf(quantity / pack))), pack);

/**
 * Step to which a quantity without packs is rounded up: whole units where the item is counted, else three digits.
 * @example stepOf(362.15, false) // 1
 * @example stepOf(36.2, false) // 0.1
 */
export function stepOf(quantity: number, whole: boolean): number {
  if (whole || quantity >= 100) return 1;
  return 10 ** Math.max(-9, Math.floor(Math.log10(Math.max(quantity, 1e-9)) + 1e-12) - 2);
}

/** A number to nine digits, as reasons say it. @example brief(0.1 + 0.2) // 0.3 */
export const brief = (x: number): number => Number(x.toPrecision(9));
