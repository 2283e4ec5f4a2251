import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { watchClock } from "../../api/jobs/clock-jumps.ts";
import { unwatched, watchThread } from "../../api/jobs/standstill.ts";
import { elapsingClock } from "../../api/store/clock.ts";
import { testServer } from "./server.ts";

const watcher = join(import.meta.dirname, "..", "..", "api", "jobs", "standstill.ts");
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A process that is watched with short limits and stands still for `ms`. */
const stood = (ms: number) =>
  spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `const { watchThread } = await import(${JSON.stringify(watcher)});
       const told = (seconds, doing) => console.log(JSON.stringify({ seconds, doing }));
       const watch = watchThread(told, { everyMs: 40, toldAfter: 4, endedAfter: 40 });
       await new Promise((resolve) => setTimeout(resolve, 700));
       watch.doing("GET /v1/sums");
       const end = Date.now() + ${ms};
       while (Date.now() < end);
       await new Promise((resolve) => setTimeout(resolve, 100));
       console.log("well", watch.stoodStill());
       watch.end();`,
    ],
    { encoding: "utf8" },
  );

test("a thread that stands still is told of with what it is at, and goes on ill where it goes on", () => {
  const { status, stdout, stderr } = stood(900);
  expect(stderr).toContain('"doing":"GET /v1/sums","msg":"the server stands still"');
  expect(stdout).toContain('"doing":"GET /v1/sums"');
  expect([status, stdout.includes("well true")]).toEqual([0, true]);
});

test("one that does not go on is ended, so that it is started again", () => {
  const { signal, stderr } = stood(20_000);
  expect([signal, stderr]).toEqual(["SIGKILL", expect.stringContaining("is ended")]);
});

test("a thread at work is left alone", async () => {
  const told: number[] = [];
  const watch = watchThread((seconds) => told.push(seconds), { everyMs: 100, toldAfter: 20 });
  await pause(500);
  expect([told, watch.stoodStill()]).toEqual([[], false]);
  watch.end();
});

test("a server that stood still says so at /healthz", async () => {
  const server = await testServer({}, undefined, { ...unwatched, stoodStill: () => true });
  expect((await server.call("GET", "/healthz")).status).toBe(503);
  await server.end();
});

test("jumps of the computer's clock are told, drift is not", async () => {
  const [told, clock] = [[] as number[], { wall: 1e12, steady: 0 }];
  const end = watchClock(
    (seconds) => told.push(seconds),
    () => clock.wall,
    () => clock.steady,
    5,
  );
  const move = async (wall: number, steady: number) => {
    clock.wall += wall;
    clock.steady += steady;
    await pause(25);
  };
  await move(10_000, 9_900);
  await move(3_600_000, 10_000);
  await move(-86_400_000, 10_000);
  end();
  expect(told).toEqual([3590, -86_410]);
});

test("a clock for leases goes on after a jump ahead and back", () => {
  let wall = 1000;
  const now = elapsingClock(() => wall);
  const seen = [0, 50, 5000, -5000, 30, -10, 7].map((step) => {
    wall += step;
    return now();
  });
  expect(seen).toEqual([1000, 1050, 6050, 6050, 6080, 6080, 6087]);
});
