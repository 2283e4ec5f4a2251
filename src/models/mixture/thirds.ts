/** Steps of the weights that are compared. */
const steps = 3;

/** All ways to share `left` steps among `members`, the first ones first. */
function shared(left: number, members: number): number[][] {
  if (members === 1) return [[left]];
  return Array.from({ length: left + 1 }, (_, k) => left - k).flatMap((mine) =>
    shared(left - mine, members - 1).map((others) => [mine, ...others]),
  );
}

/** Every way to give thirds to the members, the first one alone first. @example thirds(2)[0] // [1, 0] */
export const thirds = (members: number): readonly (readonly number[])[] =>
  shared(steps, members).map((parts) => parts.map((part) => part / steps));
