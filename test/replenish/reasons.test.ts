import fc from "fast-check";
import { expect, test } from "vitest";
import { replenish } from "../../src/replenish/index.ts";
import type { Reason, Suggestion } from "../../src/suggestion.ts";
import { reasonSentence } from "../../src/words/index.ts";
import { langs } from "../../src/words/languages.ts";
import { cases, requestOf, shop, suggestionOf } from "./any-shop.ts";
import { shopContext, shopItem, steady } from "./shop.ts";

const weekly = steady("2025-03-03", 20, 5);
const today = "2025-02-28";
const reasonOf = <C extends Reason["code"]>(one: Suggestion | null | undefined, code: C) =>
  one?.reasons.find((reason): reason is Extract<Reason, { readonly code: C }> => reason.code === code);
const of = (item: object, leadTimeSamples?: readonly number[]) =>
  replenish(
    [
      shopItem(
        { onHand: 30, unitCost: 4, currency: "CHF", ...item },
        weekly,
        "week",
        leadTimeSamples === undefined ? {} : { leadTimeSamples },
      ),
    ],
    shopContext(today),
  ).suggestions.get("A1");

test("the service that the next quantities are compared with is the suggestion's own", () => {
  fc.assert(
    fc.property(shop, (one) => {
      const suggestion = suggestionOf(requestOf(one));
      for (const code of ["next-smaller", "next-larger"] as const) {
        const reason = reasonOf(suggestion, code);
        if (reason === undefined) continue;
        expect(reason.serviceNow).toBe(suggestion.expectedService);
        const { service } = reason;
        if (code === "next-larger") expect(service).toBeGreaterThanOrEqual(suggestion.expectedService - 1e-8);
        else expect(service).toBeLessThanOrEqual(suggestion.expectedService + 1e-8);
      }
    }),
    cases,
  );
});

test("money is never said without its currency", () => {
  const suggestion = of({ priceBreaks: [{ from: 500, price: 3 }], packSize: 10 });
  const priced = suggestion?.reasons.filter((reason) => "amountChange" in reason) ?? [];
  expect(priced.map(({ code }) => code)).toEqual(expect.arrayContaining(["next-smaller", "next-larger"]));
  for (const reason of priced) {
    expect(reason).toMatchObject({ currency: "CHF" });
    for (const lang of langs) expect(reasonSentence(reason, lang)).toContain("CHF");
  }
});

test("an observed lead time is spoken of only where it is shown as another one", () => {
  const said = (days: number, observed: number) =>
    reasonOf(of({ leadTimeDays: days }, new Array(12).fill(observed)), "lead-time-observed");
  expect(said(14, 31)).toMatchObject({ master: 14, observed: 31 });
  for (const observed of [10, 10.4, 9.6, 12.4]) expect(said(10, observed)).toBeUndefined();
});

test("'order now' stands beside an order alone: where the smallest does not fit, one is due and none goes out", () => {
  const due = of({ onHand: 5 });
  expect(reasonOf(due, "below-reorder-point")).not.toHaveProperty("held");
  const unfit = of({ onHand: 30, maximumStock: 70, minimumOrder: 60 });
  expect(unfit?.quantity).toBe(0);
  const held = reasonOf(unfit, "below-reorder-point");
  expect(held).toMatchObject({ held: true });
  if (held === undefined) throw new Error("no reason");
  expect(reasonSentence(held, "en")).not.toContain("order now");
  expect(reasonSentence(held, "de")).not.toContain("jetzt bestellen");
});

test("a stock of years has no day on which it ends; the shelf of today is taken off as nothing", () => {
  const years = reasonOf(of({ onHand: 20 * 53 * 7 }), "enough");
  expect(years).toMatchObject({ years: 7 });
  expect(years).not.toHaveProperty("until");
  expect(reasonOf(of({ onHand: 20 * 30 }), "enough")).toMatchObject({
    until: expect.stringMatching(/^2025-09/),
  });
  const sum = reasonOf(of({ onHand: 0 }), "sum");
  if (sum === undefined) throw new Error("no sum");
  for (const lang of langs) expect(reasonSentence(sum, lang)).toContain("− 0 ");
});

test("deliveries that count as outliers are said with all that there were", () => {
  const times = [...new Array(28).fill(14), 60, 71];
  const reason = reasonOf(of({ leadTimeDays: 14 }, times), "lead-time-outlier");
  expect(reason).toMatchObject({ count: 2, of: 30, days: 71 });
  if (reason === undefined) throw new Error("no reason");
  for (const lang of langs) expect(reasonSentence(reason, lang)).toMatch(/^2 (of|von) 30 /);
});

test("what the maximum stock leaves no room for is no next quantity, and no buffer is not one of 0", () => {
  const full = of({ onHand: 30, maximumStock: 70 });
  expect(full?.quantity).toBe(40);
  expect(reasonOf(full, "next-larger")).toBeUndefined();
  expect(reasonOf(full, "next-smaller")).toBeDefined();
  const known = replenish(
    [
      shopItem({ onHand: 5, unitCost: 4 }, steady("2025-03-03", 0, 0), "week", {
        requirements: [{ item: "A1", date: "2025-03-12", quantity: 40 }],
      }),
    ],
    shopContext(today),
  ).suggestions.get("A1");
  expect(known?.quantity).toBe(35);
  expect(known?.reasons.map(({ code }) => code)).toContain("buffer-none");
  const sum = reasonOf(known, "sum");
  if (sum === undefined) throw new Error("no sum");
  for (const lang of langs) expect(reasonSentence(sum, lang)).not.toMatch(/buffer|Puffer/);
});
