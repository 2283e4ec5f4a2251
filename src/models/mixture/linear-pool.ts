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

/** Room for the atoms of one mixture after the other: memory of their own would cost more than to find them. */
let room: Atoms = roomFor(0);

function roomFor(atoms: number): Atoms {
  return {
    values: new Float64Array(atoms),
    members: new Uint8Array(atoms),
    mass: new Float64Array(atoms),
  };
}

/** Writes the atoms of members into the room; how many there are. */
function fillRoom(members: readonly ArrayLike<number>[], { mass }: Grid): number {
  const size = mass.length;
  const count = members.length;
  const total = count * size;
  if (room.values.length < total) room = roomFor(total);
  const { values, members: of, mass: masses } = room;
  const next: number[] = [];
  const heads: number[] = [];
  for (let m = 0; m < count; m++) {
    next.push(0);
    heads.push(size === 0 ? Number.NaN : members[m][0]);
  }
  let last = -1;
  for (let at = 0; at < total; at++) {
    let least = -1;
    let value = 0;
    for (let m = 0; m < count; m++) {
      if (next[m] === size || (least >= 0 && !(heads[m] < value))) continue;
      least = m;
      value = heads[m];
    }
    if (last < 0 || values[last] !== value || of[last] !== least) {
      last++;
      values[last] = value;
      of[last] = least;
      masses[last] = 0;
    }
    const place = next[least]++;
    masses[last] = masses[last] + mass[place];
    if (place + 1 < size) heads[least] = members[least][place + 1];
  }
  return last + 1;
}

/** Atoms of members whose quantiles stand at the levels of a grid, ascending; equal ones of a member are one. */
export function atomsOf(members: readonly ArrayLike<number>[], grid: Grid): Atoms {
  const count = fillRoom(members, grid);
  return {
    values: room.values.slice(0, count),
    members: room.members.slice(0, count),
    mass: room.mass.slice(0, count),
  };
}

/** What rounding may lack of a level. */
const dust = 1e-9;

/** Quantiles of the mixture of the members with these weights (a linear pool), at ascending levels, into `out`. */
export const pooledQuantiles = (
  atoms: Atoms,
  weights: ArrayLike<number>,
  levels: readonly number[],
  out: Float64Array,
): Float64Array => quantilesOfFirst(atoms, atoms.values.length, weights, levels, out);

/** The same of members whose quantiles stand at the levels of a grid. */
export function mixedQuantiles(
  members: readonly ArrayLike<number>[],
  grid: Grid,
  weights: ArrayLike<number>,
  levels: readonly number[],
  out: Float64Array,
): Float64Array {
  const count = fillRoom(members, grid);
  return quantilesOfFirst(room, count, weights, levels, out);
}

function quantilesOfFirst(
  { values, members, mass }: Atoms,
  count: number,
  weights: ArrayLike<number>,
  levels: readonly number[],
  out: Float64Array,
): Float64Array {
  let below = 0;
  let value = 0;
  let next = 0;
  for (let i = 0; i < levels.length; i++) {
    while (below < levels[i] - dust && next < count) {
      const weight = weights[members[next]] * mass[next];
      if (weight > 0) value = values[next];
      below += weight;
      next++;
    }
    out[i] = value;
  }
  return out;
}
