import { describe, expect, test } from "vitest";
import type { StoreUnderTest } from "./given.ts";

export function transactionsPromises(given: StoreUnderTest): void {
  describe("transactions", () => {
    test("what was committed is there for the next process", async () => {
      await given.store.transaction(({ answers }) => answers.set("t", { q: "a" }));
      await given.reopen();
      expect(await given.store.answers.answers("t")).toEqual({ q: "a" });
    });

    test("of one that throws nothing is left, and what it threw comes through", async () => {
      await expect(
        given.store.transaction(async ({ answers, plans }) => {
          await answers.set("t", { q: "a" });
          await plans.add("t", {}, true);
          throw new Error("broken off");
        }),
      ).rejects.toThrow("broken off");
      expect(await given.store.answers.answers("t")).toEqual({});
      expect(await given.store.plans.list("t", 99, 9)).toEqual([]);
    });

    test("it returns what its work returns, and sees its own writes", async () => {
      const seen = await given.store.transaction(async ({ answers }) => {
        await answers.set("t", { q: "a" });
        return answers.answers("t");
      });
      expect(seen).toEqual({ q: "a" });
    });

    test("nothing comes in between, however long the work of one waits", async () => {
      const order: string[] = [];
      const one = given.store.transaction(async ({ answers }) => {
        await answers.set("t", { q: "a" });
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push("first");
        throw new Error("broken off");
      });
      const seen = given.store.answers.answers("t").then((answers) => order.push(JSON.stringify(answers)));
      const two = given.store.transaction(async ({ answers }) => {
        order.push("second");
        await answers.set("t", { q: "b" });
      });
      await expect(one).rejects.toThrow("broken off");
      await Promise.all([seen, two]);
      expect(order.filter((text) => text.includes("a"))).toEqual([]);
      expect(await given.store.answers.answers("t")).toEqual({ q: "b" });
    });

    test("who reads meanwhile is answered at once, as it was before it; a token is checked too", async () => {
      const token = await given.store.tokens.create({ name: "erp", tenant: "t", scopes: ["read"] });
      await given.store.answers.set("t", { q: "a" });
      given.pass(120_000);
      const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
      const open = given.store.transaction(async ({ answers }) => {
        await answers.set("t", { q: "b" });
        await held;
      });
      expect(await given.store.answers.answers("t")).toEqual({ q: "a" });
      expect(await given.store.tokens.check(token)).toMatchObject({ name: "erp" });
      letGo();
      await open;
      expect(await given.store.answers.answers("t")).toEqual({ q: "b" });
    });

    test("work that leaves its transaction is told so instead of waiting for itself", async () => {
      const outside = given.store.transaction(() => given.store.answers.set("t", { q: "a" }));
      await expect(outside).rejects.toThrow(/beside the transaction/);
      expect(await given.store.answers.answers("t")).toEqual({});
    });

    test("the clock never runs backwards", () => {
      const before = given.store.now();
      given.pass(-1000);
      expect(given.store.now()).toBe(before);
      given.pass(2000);
      expect(given.store.now()).toBe(before + 1000);
    });

    test("a store that works answers a ping, and holds no changes back after a checkpoint", async () => {
      await given.store.answers.set("t", { q: "a" });
      await expect(given.store.ping()).resolves.toBeUndefined();
      await given.store.checkpoint();
      expect(given.store.logBytes()).toBe(0);
      expect(await given.store.answers.answers("t")).toEqual({ q: "a" });
    });
  });
}
