import { describe, expect, test } from "vitest";
import type { StoreUnderTest } from "./given.ts";

export function transactionsPromises(given: StoreUnderTest): void {
  describe("transactions", () => {
    test("what was committed is there for the next process", () => {
      given.store.transaction(({ answers }) => answers.set("t", { q: "a" }));
      given.reopen();
      expect(given.store.answers.answers("t")).toEqual({ q: "a" });
    });

    test("of one that throws nothing is left, and what it threw comes through", () => {
      expect(() =>
        given.store.transaction(({ answers, plans }) => {
          answers.set("t", { q: "a" });
          plans.add("t", {}, true);
          throw new Error("broken off");
        }),
      ).toThrow("broken off");
      expect(given.store.answers.answers("t")).toEqual({});
      expect(given.store.plans.list("t", 99, 9)).toEqual([]);
    });

    test("it returns what its work returns, and sees its own writes", () => {
      const seen = given.store.transaction(({ answers }) => {
        answers.set("t", { q: "a" });
        return answers.answers("t");
      });
      expect(seen).toEqual({ q: "a" });
    });

    test("the clock never runs backwards", () => {
      const before = given.store.now();
      given.pass(-1000);
      expect(given.store.now()).toBe(before);
      given.pass(2000);
      expect(given.store.now()).toBe(before + 1000);
    });

    test("a store that works answers a ping, and holds no changes back after a checkpoint", () => {
      given.store.answers.set("t", { q: "a" });
      expect(() => given.store.ping()).not.toThrow();
      given.store.checkpoint();
      expect(given.store.logBytes()).toBe(0);
      expect(given.store.answers.answers("t")).toEqual({ q: "a" });
    });
  });
}
