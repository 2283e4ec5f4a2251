import fc from "fast-check";
import { expect, test } from "vitest";
import { type Total, totalOf } from "../../src/total.ts";

const cases = { numRuns: Number(process.env.PROVE_CASES ?? 40), seed: 13 };

/**
 * What every total promises: parts of a run, of any size and in any order, add up to the same bits as the run in one
 * piece, said shorter or not; a part that was handed over stays as it is, and nothing is what a total begins with.
 * @param seen what can be compared of what follows from the sum
 */
export function keepsTotalContract<Item, Sum, Whole>(
  name: string,
  total: Total<Item, Sum, Whole>,
  items: fc.Arbitrary<readonly Item[]>,
  seen: (whole: Whole) => unknown = (whole) => whole,
): void {
  const parted = items.chain((all) =>
    fc.record({
      all: fc.constant(all),
      order: fc.shuffledSubarray(
        all.map((_, k) => k),
        { minLength: all.length, maxLength: all.length },
      ),
      cuts: fc.array(fc.nat(all.length), { maxLength: 5 }),
    }),
  );
  const sumOf = (part: readonly Item[]): Sum => {
    const sum = total.empty();
    for (const item of part) total.add(sum, item);
    return sum;
  };

  test(`${name}: parts in any order and grouping add up to the same bits`, () => {
    fc.assert(
      fc.property(parted, ({ all, order, cuts }) => {
        const shuffled = order.map((k) => all[k]);
        const ends = [...cuts, all.length].sort((a, b) => a - b);
        const parts = ends.map((end, k) => shuffled.slice(ends[k - 1] ?? 0, end));
        const whole = total.empty();
        for (const part of parts.map(sumOf)) {
          const before = seen(total.finish(part));
          total.merge(whole, part);
          expect(seen(total.finish(part))).toEqual(before);
        }
        const together = seen(totalOf(total, all));
        expect(seen(total.finish(whole))).toEqual(together);
        if (total.condense !== undefined) expect(seen(total.finish(total.condense(whole)))).toEqual(together);
      }),
      cases,
    );
  });

  test(`${name}: what was added before can still be added to`, () => {
    fc.assert(
      fc.property(items, items, (first, second) => {
        const sum = sumOf(first);
        total.finish(sum);
        for (const item of second) total.add(sum, item);
        expect(seen(total.finish(sum))).toEqual(seen(totalOf(total, [...first, ...second])));
      }),
      cases,
    );
  });
}
