import { describe, expect, test } from "vitest";
import { finishedPlan, queuedPlan, type StoreUnderTest } from "./given.ts";

export function decisionsPromises(given: StoreUnderTest): void {
  describe("decisions", () => {
    test("the newest of an item holds, and counts its versions", () => {
      const { seq } = queuedPlan(given);
      expect(given.store.decisions.current(seq, "A")).toBeUndefined();
      const first = given.store.decisions.add("t", seq, "A", { action: "accept", quantity: 5 }, "anna");
      expect(first).toMatchObject({
        version: 1,
        quantity: 5,
        reason: null,
        order: null,
        who: "anna",
        at: given.now(),
      });
      const before = given.store.decisions.revision(seq);
      given.store.decisions.add("t", seq, "A", { action: "ordered", quantity: 5, order: "B7" }, "erp", 1);
      expect(given.store.decisions.current(seq, "A")).toMatchObject({
        version: 2,
        action: "ordered",
        order: "B7",
      });
      expect(given.store.decisions.revision(seq)).toBeGreaterThan(before);
      expect([...given.store.decisions.ofPlan(seq).values()]).toMatchObject([{ item: "A", version: 2 }]);
    });

    test("who decided on another version than the current is told which it is", () => {
      const { seq } = queuedPlan(given);
      given.store.decisions.add("t", seq, "A", { action: "reject" }, "anna", 0);
      expect(() => given.store.decisions.add("t", seq, "A", { action: "accept" }, "ben", 0)).toThrow(
        expect.objectContaining({ name: "VersionError", current: 1 }),
      );
      expect(given.store.decisions.current(seq, "A")?.action).toBe("reject");
    });

    test("the feed goes on after its cursor, for the own tenant", () => {
      const plan = queuedPlan(given);
      const made = ["A", "B", "C"].map((item) =>
        given.store.decisions.add("t", plan.seq, item, { action: "reject" }, "anna"),
      );
      expect(given.store.decisions.since("t", 0, 2)).toMatchObject([
        { item: "A", planId: plan.id },
        { item: "B", planId: plan.id },
      ]);
      expect(given.store.decisions.since("t", made[1].seq, 9).map(({ item }) => item)).toEqual(["C"]);
      expect(given.store.decisions.since("u", 0, 9)).toEqual([]);
    });

    test("standing are the newest ones of plans of what is current, without those taken back", () => {
      const plan = finishedPlan(given);
      const named = given.store.plans.add("t", {}, false);
      for (const [seq, item, action] of [
        [plan.seq, "A", "accept"],
        [plan.seq, "A", "reject"],
        [plan.seq, "B", "accept"],
        [plan.seq, "B", "reset"],
        [named.seq, "C", "accept"],
      ] as const)
        given.store.decisions.add("t", seq, item, { action, quantity: 1 }, "anna");
      expect(given.store.decisions.standing("t")).toMatchObject([
        { item: "A", action: "reject", asOf: "2026-01-31" },
      ]);
    });
  });
}
