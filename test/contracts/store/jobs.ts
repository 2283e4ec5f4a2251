import { describe, expect, test } from "vitest";
import { day, queuedPlan, type StoreUnderTest } from "./given.ts";

export function jobsPromises(given: StoreUnderTest): void {
  describe("jobs", () => {
    test("a tenant of whom so many run waits, whoever asks, until one ends or its lease has passed", async () => {
      const ids: number[] = [];
      for (const tenant of ["a", "a", "a", "b"]) {
        const { seq } = await given.store.plans.add(tenant, {}, true);
        await given.store.jobs.enqueue(seq);
        ids.push(seq);
      }
      const claims = await Promise.all(Array.from({ length: 4 }, () => given.store.jobs.claim(1)));
      // whoever of them comes first
      expect(claims.flatMap((job) => job?.id ?? []).sort((a, b) => a - b)).toEqual([ids[0], ids[3]]);
      await given.store.jobs.finish(ids[0], 1);
      expect(await given.store.jobs.claim(1)).toMatchObject({ id: ids[1] });
      expect(await given.store.jobs.claim(1)).toBeUndefined();
      given.pass(31_000);
      expect((await given.store.jobs.claim(1))?.id).toBe(ids[1]);
    });

    test("the oldest is taken first, by one holder", async () => {
      const [a, b] = [await queuedPlan(given), await queuedPlan(given)];
      given.pass(2000);
      expect(await given.store.jobs.queued()).toBe(2);
      expect(await given.store.jobs.oldestSeconds()).toBe(2);
      expect(await given.store.jobs.claim()).toEqual({ id: a.seq, fence: 1, attempts: 1 });
      expect((await given.store.jobs.claim())?.id).toBe(b.seq);
      expect(await given.store.jobs.claim()).toBeUndefined();
      expect([await given.store.jobs.queued(), await given.store.jobs.oldestSeconds()]).toEqual([0, 0]);
    });

    test("a lease that passed goes to another holder, and the old one can neither extend nor end the job", async () => {
      const { seq } = await queuedPlan(given);
      await given.store.jobs.claim();
      given.pass(29_000);
      expect(await given.store.jobs.heartbeat(seq, 1)).toBe(true);
      given.pass(31_000);
      expect(await given.store.jobs.claim()).toMatchObject({ id: seq, fence: 2 });
      expect(await given.store.jobs.heartbeat(seq, 1)).toBe(false);
      expect(await given.store.jobs.finish(seq, 1)).toBe(false);
      expect(await given.store.jobs.fail(seq, 1, "no")).toBe(false);
      expect(await given.store.jobs.crashed(seq, 1, "no")).toBeUndefined();
      expect(await given.store.jobs.finish(seq, 2)).toBe(true);
      expect(await given.store.jobs.finish(seq, 2)).toBe(false);
    });

    test("a clock that is set back neither loses nor doubles a lease", async () => {
      const { seq } = await queuedPlan(given);
      await given.store.jobs.claim();
      given.pass(-3_600_000);
      expect(await given.store.jobs.claim()).toBeUndefined();
      expect(await given.store.jobs.heartbeat(seq, 1)).toBe(true);
      given.pass(3_600_000 + 31_000);
      expect(await given.store.jobs.claim()).toMatchObject({ id: seq, fence: 2 });
    });

    test("a job that broke off while the clock was far ahead is tried again once it is right, and after a restart", async () => {
      const { seq } = await queuedPlan(given);
      const years = 12 * 365 * day;
      given.pass(years);
      const { fence = 0 } = (await given.store.jobs.claim()) ?? {};
      await given.store.jobs.crashed(seq, fence, "killed");
      given.pass(-years);
      expect(await given.store.jobs.claim()).toBeUndefined();
      given.pass(5000);
      expect(await given.store.jobs.claim()).toMatchObject({ id: seq });
      const later = await queuedPlan(given);
      given.pass(years);
      await given.store.jobs.claim();
      await given.store.jobs.crashed(later.seq, 1, "killed");
      given.pass(-years);
      await given.reopen();
      await given.store.jobs.recover();
      expect(
        [await given.store.jobs.claim(), await given.store.jobs.claim()].map((job) => job?.id),
      ).toContain(later.seq);
    });

    test("a job whose process died waits, is tried again, and is given up the second time", async () => {
      const { seq } = await queuedPlan(given);
      await given.store.jobs.claim();
      expect(await given.store.jobs.crashed(seq, 1, "killed")).toBe("retry");
      expect(await given.store.jobs.claim()).toBeUndefined();
      given.pass(2000);
      await given.store.jobs.claim();
      expect(await given.store.jobs.crashed(seq, 2, "killed")).toBe("dead");
      given.pass(day);
      expect(await given.store.jobs.claim()).toBeUndefined();
      expect(await given.store.jobs.state(seq)).toEqual({ state: "dead", fence: 2, crashes: 2 });
    });

    test("a cancelled job is not taken, extended or ended; an ended one cannot be cancelled", async () => {
      const [a, b, c] = [await queuedPlan(given), await queuedPlan(given), await queuedPlan(given)];
      expect(await given.store.jobs.cancel(a.seq)).toBe(true);
      await given.store.jobs.claim();
      expect(await given.store.jobs.cancel(b.seq)).toBe(true);
      expect([await given.store.jobs.heartbeat(b.seq, 1), await given.store.jobs.finish(b.seq, 1)]).toEqual([
        false,
        false,
      ]);
      await given.store.jobs.claim();
      await given.store.jobs.finish(c.seq, 1);
      expect(await given.store.jobs.cancel(c.seq)).toBe(false);
    });

    test("a job that is given back costs no attempt; one that fails is not tried again", async () => {
      const { seq } = await queuedPlan(given);
      await given.store.jobs.claim();
      await given.store.jobs.giveBack(seq, 1);
      expect(await given.store.jobs.claim()).toMatchObject({ fence: 2, attempts: 1 });
      expect(await given.store.jobs.fail(seq, 2, "not acceptable")).toBe(true);
      expect(await given.store.jobs.claim()).toBeUndefined();
    });

    test("after a restart running jobs wait again, until they were started too often", async () => {
      const { seq } = await queuedPlan(given);
      const restarts: number[][] = [];
      for (let k = 0; k < 20; k++) {
        await given.store.jobs.claim();
        if (k === 0) await given.reopen();
        restarts.push(await given.store.jobs.recover());
      }
      expect(restarts.flat()).toEqual([seq]);
      expect(restarts.at(-1)).toEqual([seq]);
    });
  });
}
