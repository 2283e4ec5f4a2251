import { describe, expect, test } from "vitest";
import { finishedPlan, queuedPlan, type StoreUnderTest } from "./given.ts";

export function resultsPromises(given: StoreUnderTest): void {
  describe("results", () => {
    test("results come back in pages, by item, and those with something to order", async () => {
      const { seq } = await queuedPlan(given);
      const row = (position: number, item: string | null, ordered = false) => ({
        kind: "suggestions",
        position,
        item,
        ordered,
        json: `{"n":${position}}`,
      });
      await given.store.results.add(seq, [row(0, "A"), row(1, "B", true), row(2, "C")]);
      await given.store.results.add(seq, [{ ...row(0, null), kind: "cash" }]);
      const positions = async (...of: [number, number, object?]) =>
        (await given.store.results.list(seq, "suggestions", ...of)).map(({ position }) => position);
      expect(await positions(-1, 2)).toEqual([0, 1]);
      expect(await positions(1, 2)).toEqual([2]);
      expect(await positions(-1, 9, { item: "C" })).toEqual([2]);
      expect(await positions(-1, 9, { ordered: true })).toEqual([1]);
      expect((await given.store.results.list(seq, "suggestions", 0, 1))[0]?.json).toBe('{"n":1}');
      await given.store.results.clear(seq);
      expect(await positions(-1, 9)).toEqual([]);
    });

    test("the history of an item is what finished plans of its tenant said, oldest first", async () => {
      const rows = [
        await finishedPlan(given, "t", "2026-01-31"),
        await finishedPlan(given, "t", "2026-02-28"),
      ];
      for (const { seq } of [...rows, await queuedPlan(given), await finishedPlan(given, "u")])
        await given.store.results.add(seq, [
          { kind: "forecasts", position: 0, item: "A", ordered: false, json: "{}" },
        ]);
      const found = await given.store.results.historyOf("t", "A", "forecasts");
      expect(found.map(({ plan }) => plan.asOf)).toEqual(["2026-01-31", "2026-02-28"]);
      expect(found[0]?.json).toBe("{}");
    });

    test("expired are ended plans with results beyond the newest of each tenant", async () => {
      const rows = [await finishedPlan(given), await finishedPlan(given), await finishedPlan(given)];
      const other = await finishedPlan(given, "u");
      for (const { seq } of [...rows, other])
        await given.store.results.add(seq, [
          { kind: "cash", position: 0, item: null, ordered: false, json: "{}" },
        ]);
      await queuedPlan(given);
      expect((await given.store.results.expired(2)).map(({ id }) => id)).toEqual([rows[0].id]);
      await given.store.plans.expire(rows[0].seq);
      expect(await given.store.results.expired(2)).toEqual([]);
    });
  });
}
