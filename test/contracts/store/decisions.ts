import { describe, expect, test } from "vitest";
import type { DecisionRow } from "../../../api/store/decisions.ts";
import { finishedPlan, queuedPlan, type StoreUnderTest } from "./given.ts";

export function decisionsPromises(given: StoreUnderTest): void {
  describe("decisions", () => {
    test("the newest of an item holds, and counts its versions", async () => {
      const { seq } = await queuedPlan(given);
      expect(await given.store.decisions.current(seq, "A")).toBeUndefined();
      const first = await given.store.decisions.add("t", seq, "A", { action: "accept", quantity: 5 }, "anna");
      expect(first).toMatchObject({
        version: 1,
        quantity: 5,
        reason: null,
        order: null,
        who: "anna",
        at: given.now(),
      });
      const before = await given.store.decisions.revision(seq);
      await given.store.decisions.add(
        "t",
        seq,
        "A",
        { action: "ordered", quantity: 5, order: "B7" },
        "erp",
        1,
      );
      expect(await given.store.decisions.current(seq, "A")).toMatchObject({
        version: 2,
        action: "ordered",
        order: "B7",
      });
      expect(await given.store.decisions.revision(seq)).toBeGreaterThan(before);
      expect([...(await given.store.decisions.ofPlan(seq)).values()]).toMatchObject([
        { item: "A", version: 2 },
      ]);
    });

    test("those that hold for some items are given together", async () => {
      const { seq } = await queuedPlan(given);
      for (const item of ["A", "B", "B", "C", "D"])
        await given.store.decisions.add("t", seq, item, { action: "reject" }, "anna");
      const found = await given.store.decisions.ofItems(seq, ["B", "A", "X"]);
      expect([...found.values()].map(({ item, version }) => `${item}${version}`).sort()).toEqual([
        "A1",
        "B2",
      ]);
      expect(await given.store.decisions.ofItems(seq, [])).toEqual(new Map());
    });

    test("who decided on another version than the current is told which it is", async () => {
      const { seq } = await queuedPlan(given);
      await given.store.decisions.add("t", seq, "A", { action: "reject" }, "anna", 0);
      await expect(given.store.decisions.add("t", seq, "A", { action: "accept" }, "ben", 0)).rejects.toThrow(
        expect.objectContaining({ name: "VersionError", current: 1 }),
      );
      expect((await given.store.decisions.current(seq, "A"))?.action).toBe("reject");
    });

    test("many are added together and come back in their order, beside those of other plans", async () => {
      const [plan, other] = [await queuedPlan(given), await queuedPlan(given)];
      await given.store.decisions.add("t", plan.seq, "A", { action: "reject" }, "anna");
      await given.store.decisions.add("t", other.seq, "A", { action: "reject" }, "anna");
      const made = await given.store.transaction(async ({ decisions }) => {
        await decisions.holdPlan(plan.seq);
        return decisions.addAll(
          "t",
          plan.seq,
          [
            { item: "B", version: 1, given: { action: "accept", quantity: 3 } },
            { item: "A", version: 2, given: { action: "change", quantity: 4, reason: "why" } },
            {
              item: "B",
              version: 2,
              given: { action: "ordered", quantity: 3, order: "O1", date: "2026-01-02" },
            },
          ],
          "erp",
        );
      });
      expect(made.map(({ item, version, who }) => `${item}${version} ${who}`)).toEqual([
        "B1 erp",
        "A2 erp",
        "B2 erp",
      ]);
      expect(await given.store.decisions.current(plan.seq, "B")).toMatchObject({
        action: "ordered",
        order: "O1",
        date: "2026-01-02",
        at: given.now(),
      });
      expect(await given.store.decisions.addAll("t", plan.seq, [], "erp")).toEqual([]);
    });

    test("the feed goes on after its cursor, for the own tenant", async () => {
      const plan = await queuedPlan(given);
      const made: DecisionRow[] = [];
      for (const item of ["A", "B", "C"])
        made.push(await given.store.decisions.add("t", plan.seq, item, { action: "reject" }, "anna"));
      expect(await given.store.decisions.since("t", 0, 2)).toMatchObject([
        { item: "A", planId: plan.id },
        { item: "B", planId: plan.id },
      ]);
      expect((await given.store.decisions.since("t", made[1].seq, 9)).map(({ item }) => item)).toEqual(["C"]);
      expect(await given.store.decisions.since("u", 0, 9)).toEqual([]);
    });

    test("standing are the newest ones of plans of what is current, without those taken back", async () => {
      const plan = await finishedPlan(given);
      const named = await given.store.plans.add("t", {}, false);
      for (const [seq, item, action] of [
        [plan.seq, "A", "accept"],
        [plan.seq, "A", "reject"],
        [plan.seq, "B", "accept"],
        [plan.seq, "B", "reset"],
        [named.seq, "C", "accept"],
      ] as const)
        await given.store.decisions.add("t", seq, item, { action, quantity: 1 }, "anna");
      expect(await given.store.decisions.standing("t", 0, 9)).toMatchObject([
        { item: "A", action: "reject", asOf: "2026-01-31" },
      ]);
      await given.store.decisions.add("t", plan.seq, "D", { action: "accept", quantity: 1 }, "anna");
      const [first] = await given.store.decisions.standing("t", 0, 1);
      expect(first.item).toBe("A");
      expect(await given.store.decisions.standing("t", first.seq, 9)).toMatchObject([{ item: "D" }]);
    });
  });
}
