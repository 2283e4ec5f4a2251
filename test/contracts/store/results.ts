import { describe, expect, test } from "vitest";
import { finishedPlan, queuedPlan, type StoreUnderTest } from "./given.ts";

export function resultsPromises(given: StoreUnderTest): void {
  describe("results", () => {
    test("results come back in pages, by item, and those with something to order", () => {
      const { seq } = queuedPlan(given);
      const row = (position: number, item: string | null, ordered = false) => ({
        kind: "suggestions",
        position,
        item,
        ordered,
        json: `{"n":${position}}`,
      });
      given.store.results.add(seq, [row(0, "A"), row(1, "B", true), row(2, "C")]);
      given.store.results.add(seq, [{ ...row(0, null), kind: "cash" }]);
      const positions = (...of: [number, number, object?]) =>
        given.store.results.list(seq, "suggestions", ...of).map(({ position }) => position);
      expect(positions(-1, 2)).toEqual([0, 1]);
      expect(positions(1, 2)).toEqual([2]);
      expect(positions(-1, 9, { item: "C" })).toEqual([2]);
      expect(positions(-1, 9, { ordered: true })).toEqual([1]);
      expect(given.store.results.list(seq, "suggestions", 0, 1)[0]?.json).toBe('{"n":1}');
      given.store.results.clear(seq);
      expect(positions(-1, 9)).toEqual([]);
    });

    test("the history of an item is what finished plans of its tenant said, oldest first", () => {
      const rows = ["2026-01-31", "2026-02-28"].map((asOf) => finishedPlan(given, "t", asOf));
      for (const { seq } of [...rows, queuedPlan(given), finishedPlan(given, "u")])
        given.store.results.add(seq, [
          { kind: "forecasts", position: 0, item: "A", ordered: false, json: "{}" },
        ]);
      const found = given.store.results.historyOf("t", "A", "forecasts");
      expect(found.map(({ plan }) => plan.asOf)).toEqual(["2026-01-31", "2026-02-28"]);
      expect(found[0]?.json).toBe("{}");
    });

    test("expired are ended plans with results beyond the newest of each tenant", () => {
      const rows = [finishedPlan(given), finishedPlan(given), finishedPlan(given)];
      const other = finishedPlan(given, "u");
      for (const { seq } of [...rows, other])
        given.store.results.add(seq, [{ kind: "cash", position: 0, item: null, ordered: false, json: "{}" }]);
      queuedPlan(given);
      expect(given.store.results.expired(2).map(({ id }) => id)).toEqual([rows[0].id]);
      given.store.plans.expire(rows[0].seq);
      expect(given.store.results.expired(2)).toEqual([]);
    });
  });
}
