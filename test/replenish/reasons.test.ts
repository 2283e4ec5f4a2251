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
