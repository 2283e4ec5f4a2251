import { describe, expect, test } from "vitest";
import { finishedPlan, queuedPlan, type StoreUnderTest } from "./given.ts";

export function plansPromises(given: StoreUnderTest): void {
  describe("plans", () => {
    test("a plan waits, runs, and ends with what it found; replays are apart from plans", () => {
      const plan = given.store.plans.add("t", { config: { bucket: "week" } }, true);
      expect(plan).toMatchObject({ state: "queued", task: "plan", standing: true, created: given.now() });
      given.pass(1000);
      given.store.plans.start(plan.seq);
      given.store.plans.progress(plan.seq, 0.5, "forecasts");
      expect(given.store.plans.get("t", plan.id)).toMatchObject({
        state: "running",
        started: given.now(),
        progress: 0.5,
        step: "forecasts",
        request: { config: { bucket: "week" } },
      });
      const end = { asOf: "2026-01-31", volumes: { orders: { rows: 3 } }, summary: { items: 2 } };
      given.store.plans.end(plan.seq, "done", end);
      expect(given.store.plans.latest("t")).toMatchObject({
        ...end,
        state: "done",
        progress: 1,
        finished: given.now(),
      });
      const replay = given.store.plans.add("t", {}, false, "replay");
      expect(given.store.plans.get("t", replay.id)).toBeUndefined();
      expect(given.store.plans.get("t", replay.id, "replay")?.seq).toBe(replay.seq);
      expect(given.store.plans.list("t", 99, 9).map(({ id }) => id)).toEqual([plan.id]);
      expect(given.store.plans.latest("t", "replay")).toBeUndefined();
    });

    test("what one tenant ordered, another cannot see", () => {
      const { id } = finishedPlan(given, "t");
      expect(given.store.plans.get("u", id)).toBeUndefined();
      expect(given.store.plans.latest("u")).toBeUndefined();
      expect(given.store.plans.list("u", 99, 9)).toEqual([]);
      expect(given.store.plans.finishedStanding("u")).toEqual([]);
    });

    test("lists are pages from the newest on", () => {
      const rows = [1, 2, 3].map(() => finishedPlan(given));
      expect(given.store.plans.list("t", Number.MAX_SAFE_INTEGER, 2)).toMatchObject(
        [rows[2], rows[1]].map(({ id }) => ({ id })),
      );
      expect(given.store.plans.list("t", rows[1].seq, 2).map(({ id }) => id)).toEqual([rows[0].id]);
    });

    test("open plans are those that wait or run; standing ones are of what is current", () => {
      queuedPlan(given);
      given.store.plans.start(queuedPlan(given).seq);
      finishedPlan(given);
      const named = given.store.plans.add("t", {}, false);
      given.store.plans.end(named.seq, "done", {});
      expect(given.store.plans.open("t")).toBe(2);
      expect(given.store.plans.finishedStanding("t")).toHaveLength(1);
    });

    test("the time of the newest finished plan is known, of whichever tenant", () => {
      expect(given.store.plans.lastFinished()).toBeNull();
      finishedPlan(given, "t");
      given.pass(5000);
      finishedPlan(given, "u");
      expect(given.store.plans.lastFinished()).toBe(given.now());
    });

    test("progress is heard while a plan runs only, and running plans can wait again", () => {
      const plan = queuedPlan(given);
      given.store.plans.progress(plan.seq, 0.5, "orders");
      expect(given.store.plans.bySeq(plan.seq)).toMatchObject({ progress: 0, step: null });
      given.store.plans.start(plan.seq);
      given.store.plans.progress(plan.seq, 0.5, "orders");
      given.store.plans.requeueRunning();
      expect(given.store.plans.bySeq(plan.seq)).toMatchObject({ state: "queued", progress: 0, step: null });
    });
  });
}
