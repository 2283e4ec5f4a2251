import fc from "fast-check";
import { expect, test } from "vitest";
import type { Item } from "../../src/item.ts";
import { replenishOptions } from "../../src/replenish/index.ts";
import { type PolicyName, policyFor } from "../../src/replenish/policies/index.ts";
import type { Levels, Policy, Sizing } from "../../src/replenish/policies/policy.ts";
import type { Suggestion } from "../../src/suggestion.ts";
import { requestOf, type Shop, shop, suggestionOf } from "../replenish/any-shop.ts";

const cases = { numRuns: Number(process.env.PROVE_CASES ?? 60), seed: 11 };

/** Master data that every policy finds what it needs in. */
const item = fc.record({
  item: fc.constant("A1"),
  reorderPoint: fc.nat(300),
  maximumStock: fc.integer({ min: 1, max: 900 }),
});

const sizes = { cover: fc.nat(400), buffer: fc.nat(200), quantity: fc.nat(120), further: fc.nat(60) };

/** What levels are sized from: whole units, or hundredths of them. */
const sizing = fc
  .record({ ...sizes, whole: fc.boolean() })
  .map(({ cover, buffer, quantity, further, whole }) => sized({ cover, buffer, quantity, further }, whole));

type Sizes = { readonly [K in keyof typeof sizes]: number };

function sized({ cover, buffer, quantity, further }: Sizes, whole: boolean, unit = whole ? 1 : 0.01): Sizing {
  const lot = unit * Math.max(quantity, whole ? 1 : 0);
  return {
    servicePoint: () => unit * (cover + buffer),
    coverDemand: unit * cover,
    lot: { quantity: lot, leastOrder: lot + unit * further, why: "economic" },
    whole,
  };
}

/** Positions at and below a reorder point, in steps of a unit. */
const below = fc.nat(500);

const levelsAre = ({ reorderPoint, orderUpTo }: Levels) => [reorderPoint, orderUpTo];

/**
 * What every order policy promises, whatever the item: levels that can be ordered by, and needs that serve. `Levels`
 * are those of the policy itself; what a buyer sees of it is looked at through suggestions of whole shops.
 */
export function keepsPolicyContract(name: PolicyName, policy: Policy): void {
  const options = { ...replenishOptions, policy: name };
  const suggestion = (one: Shop, changes: Partial<Item> = {}): Suggestion =>
    suggestionOf(requestOf(one, { reorderPoint: 40, maximumStock: 90, ...changes }), options);

  test(`${name}: is chosen by its name where the master data suit it`, () => {
    fc.assert(
      fc.property(item, (one) => {
        expect(policy.suits(one)).toBe(true);
        expect(policyFor(one, name)).toBe(name);
      }),
      cases,
    );
  });

  test(`${name}: looks at the stock at least as often as asked for, and not more than once a day`, () => {
    for (const asked of [1, 5, 7, 30, 365]) {
      expect(policy.reviewDays(asked)).toBeGreaterThanOrEqual(1);
      expect(policy.reviewDays(asked)).toBeLessThanOrEqual(asked);
    }
  });

  test(`${name}: levels are finite, and the order-up-to level is not below the reorder point`, () => {
    fc.assert(
      fc.property(item, sizing, (one, of) => {
        const levels = policy.levels(one, of);
        expect(levelsAre(levels).every(Number.isFinite)).toBe(true);
        expect(levels.orderUpTo).toBeGreaterThanOrEqual(levels.reorderPoint);
      }),
      cases,
    );
  });

  test(`${name}: more service, more demand ahead or a larger lot never lowers a level`, () => {
    fc.assert(
      fc.property(
        item,
        fc.record(sizes),
        fc.constantFrom<keyof Sizes>("cover", "buffer", "quantity", "further"),
        fc.nat(90),
        (one, of, more, by) => {
          const less = policy.levels(one, sized(of, true));
          const raised = policy.levels(one, sized({ ...of, [more]: of[more] + by }, true));
          expect(raised.reorderPoint).toBeGreaterThanOrEqual(less.reorderPoint);
          expect(raised.orderUpTo).toBeGreaterThanOrEqual(less.orderUpTo);
        },
      ),
      cases,
    );
  });

  test(`${name}: a need is finite, never negative, and lifts the position so that nothing more is needed`, () => {
    fc.assert(
      fc.property(item, sizing, below, (one, of, steps) => {
        const levels = policy.levels(one, of);
        const position = levels.reorderPoint - steps * (of.whole ? 1 : 0.01);
        const need = policy.need(position, levels, of.lot.leastOrder);
        expect(Number.isFinite(need)).toBe(true);
        expect(need).toBeGreaterThanOrEqual(0);
        const lifted = position + need;
        // a minimum that is the maximum as well leaves nothing to lift above it
        if (of.lot.quantity > 0 && levels.orderUpTo > levels.reorderPoint)
          expect(lifted).toBeGreaterThan(levels.reorderPoint);
        expect(lifted).toBeGreaterThanOrEqual(levels.reorderPoint - 1e-6);
        if (lifted <= levels.reorderPoint)
          expect(policy.need(lifted, levels, of.lot.leastOrder)).toBeLessThan(1e-6);
        // no more than what is missing, and the rest of a lot
        expect(need).toBeLessThanOrEqual(levels.orderUpTo - position + of.lot.leastOrder + 1e-6);
      }),
      cases,
    );
  });

  test(`${name}: a lower position never needs less to be lifted as far`, () => {
    fc.assert(
      fc.property(item, sizing, below, below, (one, of, a, b) => {
        const levels = policy.levels(one, of);
        const at = (steps: number) =>
          policy.need(levels.reorderPoint - steps * (of.whole ? 1 : 0.01), levels, of.lot.leastOrder);
        expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)) - 1e-6);
      }),
      cases,
    );
  });

  test(`${name}: the unit does not matter`, () => {
    fc.assert(
      fc.property(fc.record(sizes), below, (of, steps) => {
        const scaled = (unit: number) => {
          const at = sized(of, false, unit);
          const levels = policy.levels(
            { item: "A1", reorderPoint: unit * of.cover, maximumStock: unit * 2 * of.cover },
            at,
          );
          const need = policy.need(levels.reorderPoint - steps * unit, levels, at.lot.leastOrder);
          return [...levelsAre(levels), need].map((quantity) => quantity / unit);
        };
        const [small, large] = [scaled(1), scaled(1000)];
        for (const [k, quantity] of small.entries())
          expect(Math.abs(large[k] - quantity)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(quantity)));
      }),
      cases,
    );
  });

  test(`${name}: suggestions of any shop are finite, keep their levels in order, and ask for nothing twice`, () => {
    fc.assert(
      fc.property(shop, (one) => {
        const first = suggestion(one);
        const { quantity, need, reorderPoint, orderUpTo, expectedService } = first;
        for (const x of [quantity, need, reorderPoint, orderUpTo, expectedService])
          expect(Number.isFinite(x)).toBe(true);
        expect(first.policy).toBe(name);
        expect(quantity).toBeGreaterThanOrEqual(0);
        expect(orderUpTo).toBeGreaterThanOrEqual(reorderPoint);
        expect(suggestion(one)).toEqual(first);
        const placed = [{ item: "A1", date: first.receiptBy, quantity }];
        const request = { ...requestOf(one, { reorderPoint: 40, maximumStock: 90 }), openOrders: placed };
        expect(suggestionOf(request, options).quantity).toBe(0);
      }),
      cases,
    );
  });

  test(`${name}: a higher service level never lowers a level of any shop`, () => {
    fc.assert(
      fc.property(shop, fc.constantFrom(0.01, 0.1), (one, step) => {
        const low = suggestion(one, { serviceLevel: one.target - step });
        const high = suggestion(one);
        expect(high.reorderPoint).toBeGreaterThanOrEqual(low.reorderPoint);
        expect(high.orderUpTo).toBeGreaterThanOrEqual(low.orderUpTo);
      }),
      cases,
    );
  });

  test(`${name}: what nobody asks for is not ordered while there is stock`, () => {
    fc.assert(
      fc.property(shop, (one) => {
        const idle = { ...one, values: new Float64Array(24), onHand: 91 + one.onHand };
        expect(suggestion(idle).quantity).toBe(0);
      }),
      cases,
    );
  });
}
