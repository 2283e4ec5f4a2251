import { describe, expect, test } from "vitest";
import type { ClaimedPart } from "../../../api/store/queue/parts.ts";
import { queuedPlan, type StoreUnderTest } from "./given.ts";

export function partsPromises(given: StoreUnderTest): void {
  const cutPlan = async (stages = ["signals", "settle"], count = 2): Promise<number> => {
    const { seq } = await queuedPlan(given);
    const job = await given.store.jobs.claim();
    expect(await given.store.parts.cut(seq, job?.fence ?? 0, stages, count)).toBe(true);
    return seq;
  };
  const claimed = async (): Promise<ClaimedPart> => (await given.store.parts.claim()) ?? expect.unreachable();

  describe("parts", () => {
    test("parts of a stage come first, then their join, then the next stage, then the plan's job again", async () => {
      const plan = await cutPlan();
      const { jobs, parts } = given.store;
      expect(await jobs.claim()).toBeUndefined();
      const [a, b] = await Promise.all([claimed(), claimed()]);
      expect([a, b].map(({ part }) => part).sort()).toEqual([0, 1]);
      expect([a.plan, a.rank, a.kind, a.stage, a.fence]).toEqual([plan, 1, "part", "signals", 1]);
      expect(await parts.claim()).toBeUndefined();
      expect(await parts.finish(a)).toBe(true);
      expect(await parts.claim()).toBeUndefined();
      expect(await parts.finish(b)).toBe(true);
      const join = await claimed();
      expect([join.rank, join.part, join.kind, join.stage]).toEqual([2, 0, "join", "signals"]);
      expect(await parts.stageAt(plan, join.rank + 1)).toBe("settle");
      await parts.finish(join);
      const last = [await claimed(), await claimed()];
      expect(last.map(({ rank, stage }) => [rank, stage])).toEqual([
        [3, "settle"],
        [3, "settle"],
      ]);
      expect(await parts.share(plan)).toBeCloseTo(4 / 6, 12);
      await Promise.all(last.map((one) => parts.finish(one)));
      expect((await parts.ended(plan)).map(({ rank, part, fence }) => [rank, part, fence])).toEqual([
        [0, 0, 1],
        [1, 0, 1],
        [1, 1, 1],
        [2, 0, 1],
        [3, 0, 1],
        [3, 1, 1],
      ]);
      expect(await jobs.claim()).toMatchObject({ id: plan, fence: 2 });
      expect(await parts.claim()).toBeUndefined();
    });

    test("a part whose lease passed goes to another holder, and what the old one still does settles nothing", async () => {
      const plan = await cutPlan(["settle"], 1);
      const { jobs, parts } = given.store;
      const late = await claimed();
      given.pass(29_000);
      expect(await parts.heartbeat(late)).toBe(true);
      given.pass(31_000);
      const next = await claimed();
      expect([next.part, next.fence]).toEqual([late.part, late.fence + 1]);
      expect([await parts.heartbeat(late), await parts.finish(late), await parts.fail(late, "no")]).toEqual([
        false,
        false,
        false,
      ]);
      expect([await parts.crashed(late, "no"), await parts.postpone(late, 0)]).toEqual([undefined, false]);
      expect((await parts.ended(plan)).map(({ rank }) => rank)).toEqual([0]);
      expect(await jobs.claim()).toBeUndefined();
      expect([await parts.finish(next), await parts.finish(next)]).toEqual([true, false]);
      expect((await parts.ended(plan)).at(-1)).toMatchObject({ rank: 1, fence: 2 });
      expect(await jobs.claim()).toMatchObject({ id: plan });
    });

    test("who no longer holds the job cuts nothing; a cancelled plan has no more steps", async () => {
      const { seq } = await queuedPlan(given);
      const { jobs, parts } = given.store;
      await jobs.claim();
      given.pass(31_000);
      await jobs.claim();
      expect(await parts.cut(seq, 1, ["settle"], 3)).toBe(false);
      expect(await parts.ended(seq)).toEqual([]);
      expect(await parts.cut(seq, 2, ["settle"], 3)).toBe(true);
      const one = await claimed();
      expect(await jobs.cancel(seq)).toBe(true);
      expect([await parts.heartbeat(one), await parts.finish(one), await parts.claim()]).toEqual([
        false,
        false,
        undefined,
      ]);
      await parts.clearEnded();
      expect(await parts.ended(seq)).toEqual([]);
    });

    test("a part whose process died is tried again after a pause; the second time the plan is given up", async () => {
      const plan = await cutPlan(["settle"], 1);
      const { jobs, parts } = given.store;
      expect(await parts.crashed(await claimed(), "killed")).toBe("retry");
      expect(await parts.claim()).toBeUndefined();
      given.pass(2000);
      expect(await parts.crashed(await claimed(), "killed")).toBe("dead");
      expect(await jobs.state(plan)).toMatchObject({ state: "dead" });
      given.pass(60_000);
      expect([await parts.claim(), await jobs.claim()]).toEqual([undefined, undefined]);
    });

    test("a part that is put back costs no attempt; plans take turns; a tenant's plan in parts counts as one that runs", async () => {
      const [one, other] = [await cutPlan(["settle"], 3), await cutPlan(["settle"], 3)];
      const { jobs, parts } = given.store;
      const first = await claimed();
      expect(await parts.postpone(first, 0)).toBe(true);
      expect(await claimed()).toMatchObject({ plan: one, part: 0, fence: 2 });
      expect((await claimed()).plan).toBe(other);
      await queuedPlan(given);
      expect([await jobs.claim(2), (await jobs.claim(3)) === undefined]).toEqual([undefined, false]);
    });

    test("a part that was begun too often, and is in nobody's hands, ends its plan", async () => {
      const plan = await cutPlan(["settle"], 1);
      const { jobs, parts } = given.store;
      for (let k = 0; k < 20; k++) {
        expect(await jobs.hasAbandoned()).toBe(false);
        await claimed();
        given.pass(31_000);
      }
      expect([await parts.claim(), await jobs.hasAbandoned()]).toEqual([undefined, true]);
      expect(await jobs.giveUpAbandoned()).toEqual([plan]);
    });
  });
}
