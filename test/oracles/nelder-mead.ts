const defaults = { evaluations: 400, tolerance: 1e-8, step: 0.1 };

/**
 * Smallest value of a function of a few variables without slopes, kept in a box by moving points to its walls.
 * Source: J. Nelder, R. Mead, "A simplex method for function minimization", Computer Journal 7 (1965), with the usual
 * factors 1, 2, 1/2, 1/2.
 */
export function nelderMead(
  evaluate: (x: Float64Array) => number,
  start: ArrayLike<number>,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  options: Partial<typeof defaults> = {},
): { x: Float64Array; value: number } {
  const { evaluations, tolerance, step } = { ...defaults, ...options };
  const p = start.length;
  const inBox = (x: Float64Array) => {
    for (let j = 0; j < p; j++) x[j] = Math.min(upper[j], Math.max(lower[j], x[j]));
    return x;
  };
  let count = 0;
  const at = (x: Float64Array) => {
    count++;
    const value = evaluate(inBox(x));
    return { x, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const simplex = [at(Float64Array.from(start))];
  for (let j = 0; j < p; j++) {
    const corner = Float64Array.from(simplex[0].x);
    const width = step * (upper[j] - lower[j]);
    corner[j] = corner[j] + (corner[j] + width > upper[j] ? -width : width);
    simplex.push(at(corner));
  }
  const order = () => simplex.sort((a, b) => a.value - b.value);
  order();
  while (
    count < evaluations &&
    simplex[p].value - simplex[0].value > tolerance * (Math.abs(simplex[0].value) + 1e-300)
  ) {
    const worst = simplex[p];
    const centre = new Float64Array(p);
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) centre[j] = centre[j] + simplex[i].x[j] / p;
    const along = (factor: number) => at(centre.map((c, j) => c + factor * (c - worst.x[j])));
    const reflected = along(1);
    if (reflected.value < simplex[0].value) {
      const expanded = along(2);
      simplex[p] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < simplex[p - 1].value) {
      simplex[p] = reflected;
    } else {
      const contracted = along(reflected.value < worst.value ? 0.5 : -0.5);
      if (contracted.value < Math.min(reflected.value, worst.value)) simplex[p] = contracted;
      else {
        const best = simplex[0];
        for (let i = 1; i <= p; i++) {
          simplex[i] = at(simplex[i].x.map((v, j) => best.x[j] + 0.5 * (v - best.x[j])));
        }
      }
    }
    order();
  }
  return simplex[0];
}
