/** Levels at which members say their distribution, and how much probability each of them stands for. */
type Grid = {
  /** Ascending. */
  readonly levels: readonly number[];
  readonly mass: readonly number[];
};

/** Grid of ascending levels: each stands for what lies nearer to it than to its neighbours. */
export function gridOf(levels: readonly number[]): Grid {
  const last = levels.length - 1;
  const bounds = levels.map((level, i) => (i < last ? (level + levels[i + 1]) / 2 : 1));
  return { levels, mass: bounds.map((bound, i) => bound - (bounds[i - 1] ?? 0)) };
}

/** Quantiles of several distributions in one ascending list of atoms: value, member, mass. */
export interface Atoms {
  readonly values: Float64Array;
  readonly members: Uint8Array;
  readonly mass: Float64Array;
}

/** Atoms of members whose quantiles stand at the levels of a grid, ascending; equal ones of a member are one. */
export function atomsOf(members: readonly ArrayLike<number>[], { mass }: Grid): Atoms {
  const size = mass.length;
  const total = members.length * size;
  const values = new Float64Array(total);
  const of = new Uint8Array(total);
  const masses = new Float64Array(total);
  const next = new Uint16Array(members.length);
  let last = -1;
  for (let at = 0; at < total; at++) {
    let least = -1;
    let value = 0;
    for (let m = 0; m < members.length; m++) {
      if (next[m] === size || (least >= 0 && !(members[m][next[m]] < value))) continue;
      least = m;
      value = members[m][next[m]];
    }
    if (last < 0 || values[last] !== value || of[last] !== least) {
      last++;
      values[last] = value;
      of[last] = least;
    }
    masses[last] = masses[last] + mass[next[least]];
    next[least] = next[least] + 1;
  }
  return {
    values: values.slice(0, last + 1),
    members: of.slice(0, last + 1),
    mass: masses.slice(0, last + 1),
  };
}

/** What rounding may lack of a level. */
const dust = 1e-9;

/** Quantiles of the mixture of the members with these weights (a linear pool), at ascending levels, into `out`. */
export function pooledQuantiles(
  { values, members, mass }: Atoms,
  weights: ArrayLike<number>,
  levels: readonly number[],
  out: Float64Array,
): Float64Array {
  let below = 0;
  let value = 0;
  let next = 0;
  for (let i = 0; i < levels.length; i++) {
    while (below < levels[i] - dust && next < values.length) {
      const weight = weights[members[next]] * mass[next];
      if (weight > 0) value = values[next];
      below += weight;
      next++;
    }
    out[i] = value;
  }
  return out;
}
