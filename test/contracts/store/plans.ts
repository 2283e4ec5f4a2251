import { describe, expect, test } from "vitest";
import { finishedPlan, queuedPlan, type StoreUnderTest } from "./given.ts";

export function plansPromises(given: StoreUnderTest): void {
  describe("plans", () => {
    test("a plan waits, runs, and ends with what it found; replays are apart from plans", async () => {
      const plan = await given.store.plans.add("t", { config: { bucket: "week" } }, true);
      expect(plan).toMatchObject({ state: "queued", task: "plan", standing: true, created: given.now() });
      given.pass(1000);
      await given.store.plans.start(plan.seq);
      await given.store.plans.progress(plan.seq, 0.5, "forecasts");
      expect(await given.store.plans.get("t", plan.id)).toMatchObject({
        state: "running",
        started: given.now(),
        progress: 0.5,
        step: "forecasts",
        request: { config: { bucket: "week" } },
      });
      const end = { asOf: "2026-01-31", volumes: { orders: { rows: 3 } }, summary: { items: 2 } };
      await given.store.plans.end(plan.seq, "done", end);
      expect(await given.store.plans.latest("t")).toMatchObject({
        ...end,
        state: "done",
        progress: 1,
        finished: given.now(),
      });
      const replay = await given.store.plans.add("t", {}, false, "replay");
      expect(await given.store.plans.get("t", replay.id)).toBeUndefined();
      expect((await given.store.plans.get("t", replay.id, "replay"))?.seq).toBe(replay.seq);
      expect((await given.store.plans.list("t", 99, 9)).map(({ id }) => id)).toEqual([plan.id]);
      expect(await given.store.plans.latest("t", "replay")).toBeUndefined();
    });

    test("what one tenant ordered, another cannot see", async () => {
      const { id } = await finishedPlan(given, "t");
      expect(await given.store.plans.get("u", id)).toBeUndefined();
      expect(await given.store.plans.latest("u")).toBeUndefined();
      expect(await given.store.plans.list("u", 99, 9)).toEqual([]);
      expect(await given.store.plans.finishedStanding("u")).toEqual([]);
    });

    test("lists are pages from the newest on", async () => {
      const rows = [await finishedPlan(given), await finishedPlan(given), await finishedPlan(given)];
      expect(await given.store.plans.list("t", Number.MAX_SAFE_INTEGER, 2)).toMatchObject(
        [rows[2], rows[1]].map(({ id }) => ({ id })),
      );
      expect((await given.store.plans.list("t", rows[1].seq, 2)).map(({ id }) => id)).toEqual([rows[0].id]);
    });

    test("open plans are those that wait or run; standing ones are of what is current", async () => {
      await queuedPlan(given);
      await given.store.plans.start((await queuedPlan(given)).seq);
      await finishedPlan(given);
      const named = await given.store.plans.add("t", {}, false);
      await given.store.plans.end(named.seq, "done", {});
      expect(await given.store.plans.open("t")).toBe(2);
      expect(await given.store.plans.finishedStanding("t")).toHaveLength(1);
    });

    test("the time of the newest finished plan is known, of whichever tenant", async () => {
      expect(await given.store.plans.lastFinished()).toBeNull();
      await finishedPlan(given, "t");
      given.pass(5000);
      await finishedPlan(given, "u");
      expect(await given.store.plans.lastFinished()).toBe(given.now());
    });

    test("progress is heard while a plan runs only, and running plans can wait again", async () => {
      const plan = await queuedPlan(given);
      await given.store.plans.progress(plan.seq, 0.5, "orders");
      expect(await given.store.plans.bySeq(plan.seq)).toMatchObject({ progress: 0, step: null });
      await given.store.plans.start(plan.seq);
      await given.store.plans.progress(plan.seq, 0.5, "orders");
      await given.store.plans.requeueRunning();
      expect(await given.store.plans.bySeq(plan.seq)).toMatchObject({
        state: "queued",
        progress: 0,
        step: null,
      });
    });
  });
}
