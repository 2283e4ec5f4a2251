// Rational approximations of the error function on three ranges, and their coefficients.
const a = [3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694, 0.18577770618460315];
const b = [23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171];
const c = [
  0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769,
  1712.0476126340707, 2051.0783778260716, 1230.3393547979972, 2.1531153547440383e-8,
];
const d = [
  15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037495,
];
const p = [
  0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275, 0.0006587491615298378,
  0.016315387137302097,
];
const q = [
  2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918,
];
const inverseRootPi = 0.5641895835477563;

/**
 * Complementary error function, relative error about 1e-16 also far out in the tail.
 * Source: W. Cody, "Rational Chebyshev approximations for the error function", Mathematics of Computation 23 (1969).
 *
 * @example erfc(1); // => 0.15729920705028513
 */
export function erfc(x: number): number {
  const y = Math.abs(x);
  if (y <= 0.46875) return 1 - erfSmall(x);
  const tail = y <= 4 ? erfcMiddle(y) : erfcLarge(y);
  return x < 0 ? 2 - tail : tail;
}

/** erf(x) for |x| <= 0.46875. */
function erfSmall(x: number): number {
  const z = x * x;
  let top = a[4] * z;
  let bottom = z;
  for (let i = 0; i < 3; i++) {
    top = (top + a[i]) * z;
    bottom = (bottom + b[i]) * z;
  }
  return (x * (top + a[3])) / (bottom + b[3]);
}

function erfcMiddle(y: number): number {
  let top = c[8] * y;
  let bottom = y;
  for (let i = 0; i < 7; i++) {
    top = (top + c[i]) * y;
    bottom = (bottom + d[i]) * y;
  }
  return (expMinusSquare(y) * (top + c[7])) / (bottom + d[7]);
}

function erfcLarge(y: number): number {
  if (y > 27) return 0;
  const z = 1 / (y * y);
  let top = p[5] * z;
  let bottom = z;
  for (let i = 0; i < 4; i++) {
    top = (top + p[i]) * z;
    bottom = (bottom + q[i]) * z;
  }
  const rest = (z * (top + p[4])) / (bottom + q[4]);
  return (expMinusSquare(y) * (inverseRootPi - rest)) / y;
}

/** exp(-y^2) without losing digits of y^2: y is split at sixteenths. */
function expMinusSquare(y: number): number {
  const head = Math.trunc(y * 16) / 16;
  return Math.exp(-head * head) * Math.exp(-(y - head) * (y + head));
}
