import { expect, test } from "vitest";
import { checkedConfig } from "../../api/run/config.ts";
import { linesAhead } from "../../api/run/lines-ahead.ts";
import { runPlan } from "../../api/run/run-plan.ts";
import { threads } from "../../api/threads/threads.ts";
import { planJsonChunks, type RunRecord, runRecord } from "../../src/index.ts";
import { csv } from "./run.ts";

/** Monthly issues of six items; `change` says what a later export makes of them. */
type Change = (quantity: number, item: number, month: number) => number;
const fileOf = (months: number, change: Change = (quantity) => quantity) =>
  csv("orders.csv", [
    ["item", "date", "quantity", "kind"],
    ...Array.from({ length: 6 * months }, (_, k) => {
      const [item, month] = [k % 6, Math.floor(k / 6)];
      const date = `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-28`;
      return [`P${item}`, date, change(20 + ((item * 5 + month * 7) % 13), item, month), "issue"];
    }).filter(([, , quantity]) => quantity !== 0),
  ]);

async function made(months: number, change?: Change, last?: RunRecord) {
  const workers = threads(1);
  const { options } = checkedConfig({ bucket: "month" });
  try {
    const settings = last === undefined ? { options } : { options, previous: () => last };
    return await runPlan({ orders: [fileOf(months, change)] }, settings, workers);
  } finally {
    await workers.close();
  }
}

const first = made(30).then(({ plan }) =>
  runRecord(JSON.parse(Buffer.concat([...planJsonChunks(plan)]).toString("utf8"))),
);
const since = async (months: number, change?: Change) => {
  const { plan, differences } = await made(months, change, await first);
  expect(plan.issues.filter(({ code }) => code.startsWith("history-")).map(({ code }) => code)).toEqual(
    differences.map(({ code }) => code),
  );
  return differences;
};

test("a month more, a window that moved on, and small corrections are no difference", async () => {
  expect(await since(31)).toEqual([]);
  expect(await since(31, (quantity, _, month) => (month < 8 ? 0 : quantity))).toEqual([]);
  expect(await since(31, (quantity, item) => quantity + (item === 2 ? 1 : 0))).toEqual([]);
});

test("the same history in another unit is named with its factor, whichever it is", async () => {
  for (const factor of [1000, 100, 10, 0.1, 12])
    expect(await since(31, (quantity) => quantity * factor), `${factor}`).toEqual([
      { code: "history-scaled", factor, count: 6, of: 6 },
    ]);
  const some = await since(31, (quantity, item) => quantity * (item < 2 ? 1000 : 1));
  expect(some).toEqual([{ code: "history-scaled", factor: 1000, count: 2, of: 6 }]);
});

test("months that are missing are named; much less and much more demand is told", async () => {
  expect(await since(31, (quantity, _, month) => (month >= 20 && month < 23 ? 0 : quantity))).toEqual([
    { code: "history-gone", buckets: 3, first: "2023-09-01", last: "2023-11-01" },
  ]);
  expect(await since(31, (quantity, item) => (item < 3 ? 0 : quantity))).toMatchObject([
    { code: "history-shrank" },
  ]);
  expect(await since(31, (quantity, item) => quantity * (item < 2 ? 4 : 1))).toMatchObject([
    { code: "history-grew" },
  ]);
});

test("demand after today is told where a file comes in, by the day that counts last", () => {
  const now = Date.UTC(2025, 5, 10, 23);
  const day = (date: string) => Date.parse(date) / 86_400_000;
  expect(linesAhead(day("2025-06-10"), undefined, now)).toEqual([]);
  expect(linesAhead(day("2025-06-11"), undefined, now)).toEqual([]);
  expect(linesAhead(day("2025-08-01"), undefined, now)).toEqual([
    { code: "lines-ahead", severity: "warning", last: "2025-08-01", today: "2025-06-10" },
  ]);
  expect(linesAhead(day("2062-08-01"), "2025-06-09", now)).toEqual([]);
  expect(linesAhead(undefined, undefined, now)).toEqual([]);
});
