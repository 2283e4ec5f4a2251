/** Levels at which members say their distribution, and how much probability each of them stands for. */
interface Grid {
  /** Ascending. */
  readonly levels: readonly number[];
  readonly mass: readonly number[];
}

/** Grid of ascending levels: each stands for what lies nearer to it than to its neighbours. */
export function gridOf(levels: readonly number[]): Grid {
  const last = levels.length - 1;
  const bounds = levels.map((level, i) => (i < last ? (level + levels[i + 1]) / 2 : 1));
  return { levels, mass: bounds.map((bound, i) => bound - (bounds[i - 1] ?? 0)) };
}

/** Quantiles of several distributions sorted into one list of atoms: value, member, place on the grid. */
export interface Atoms {
  readonly values: Float64Array;
  readonly members: Uint8Array;
  readonly mass: Float64Array;
}

/** Atoms of members whose quantiles stand at the levels of a grid, ascending. */
export function atomsOf(members: readonly ArrayLike<number>[], { mass }: Grid): Atoms {
  const size = mass.length;
  const total = members.length * size;
  const values = new Float64Array(total);
  const member = new Uint8Array(total);
  const masses = new Float64Array(total);
  const next = new Uint16Array(members.length);
  for (let at = 0; at < total; at++) {
    let least = -1;
    for (let m = 0; m < members.length; m++)
      if (next[m] < size && (least < 0 || members[m][next[m]] < members[least][next[least]])) least = m;
    values[at] = members[least][next[least]];
    member[at] = least;
    masses[at] = mass[next[least]];
    next[least] = next[least] + 1;
  }
  return { values, members: member, mass: masses };
}

/** A level is reached when the middle of an atom's mass is at most this far below it. */
const dust = 1e-9;

/** Quantiles of the mixture of the members with these weights (a linear pool), at ascending levels, into `out`. */
export function pooledQuantiles(
  { values, members, mass }: Atoms,
  weights: ArrayLike<number>,
  levels: readonly number[],
  out: Float64Array,
): Float64Array {
  let below = 0;
  let middle = -1;
  let value = 0;
  let next = 0;
  for (let i = 0; i < levels.length; i++) {
    while (middle < levels[i] - dust && next < values.length) {
      const weight = weights[members[next]] * mass[next];
      if (weight > 0) {
        middle = below + weight / 2;
        below += weight;
        value = values[next];
      }
      next++;
    }
    out[i] = value;
  }
  return out;
}
