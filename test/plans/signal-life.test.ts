import { describe, expect, test } from "vitest";
import { planJsonChunks, runRecord } from "../../src/index.ts";
import { checkedConfig } from "../../api/run/config.ts";
import { runPlan } from "../../api/run/run-plan.ts";
import { threads } from "../../api/threads/threads.ts";
import type { Plan } from "../../src/index.ts";
import { csv, plainPlanOf as planOf } from "./run.ts";

const even = (m: number) => 100 + 6 * (((m * 7) % 5) - 2);

/** One item whose month `m` sells `of(m)`, beside one that keeps the calendar going. */
function shop(months: number, of: (m: number) => number) {
  const orders: (string | number)[][] = [["item", "date", "quantity", "kind", "price"]];
  for (let m = 0; m < months; m++) {
    const month = `${2022 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`;
    if (of(m) > 0) orders.push(["A", `${month}-15`, of(m), "sale", 10]);
    orders.push(["B", `${month}-15`, even(m + 3), "sale", 1], ["B", `${month}-28`, 1, "sale", 1]);
  }
  orders.push(["B", new Date(Date.UTC(2022, months, 0)).toISOString().slice(0, 10), 1, "sale", 1]);
  return csv("orders.csv", orders);
}
const items = csv("items.csv", [
  ["item", "onHand", "leadTimeDays", "unitCost", "currency"],
  ["A", 10, 30, 10, "EUR"],
  ["B", 500, 14, 1, "EUR"],
]);
const planned = (of: (m: number) => number, answers: Record<string, string> = {}, months = 36) =>
  planOf({ orders: [shop(months, of)], items: [items] }, { bucket: "month", answers });

const itemA = (plan: Plan) => plan.items.find(({ item }) => item === "A");

describe("what the user says of a signal is honoured by the plan", () => {
  test("an end of life stops orders until it is closed as nothing of the kind", async () => {
    const ended = (m: number) => (m >= 30 ? 0 : even(m));
    const at = itemA(await planned(ended))?.signals.find(({ kind }) => kind === "end-of-life")?.at;
    expect(at).toBe("2024-07-01");
    const question = `signal:end-of-life:${at}:A`;
    const confirmed = itemA(await planned(ended, { [question]: "confirmed" }));
    expect(confirmed?.suggestion?.attentionCodes).toContain("end-of-life");
    expect(confirmed?.suggestion?.quantity).toBe(0);
    expect(confirmed?.signals[0]).toMatchObject({ state: "past", answer: "confirmed" });
    const closed = itemA(await planned(ended, { [question]: "closed" }));
    expect(closed?.suggestion?.attentionCodes ?? []).not.toContain("end-of-life");
  });

  test("a shift of last month moves the level at once where it is confirmed, not at all where it is closed", async () => {
    const shifted = (m: number) => (m >= 34 ? 2 : 1) * even(m);
    const at = itemA(await planned(shifted))?.signals.find(({ kind }) => kind === "level-shift")?.at;
    expect(at).toBe("2024-11-01");
    const answer = (text: string) => planned(shifted, { [`signal:level-shift:${at}:A`]: text });
    const confirmed = itemA(await answer("confirmed@1"));
    const closed = itemA(await answer("closed@1"));
    expect(confirmed?.history.adjusted?.[1]).toBeGreaterThan(1.6 * even(1));
    expect(closed?.history.adjusted).toBeUndefined();
    expect(confirmed?.forecast.demand.mean[0]).toBeGreaterThan(180);
    expect(closed?.forecast.demand.mean[0]).toBeLessThan(confirmed?.forecast.demand.mean[0] ?? 0);
  });

  test("a spike is kept out of the forecast, unless it is closed: then it was demand like any other", async () => {
    const spiked = (m: number) => (m === 33 ? 6 : 1) * even(m);
    const made = itemA(await planned(spiked));
    expect(made?.signals.map(({ kind, at }) => `${kind} ${at}`)).toEqual(["spike 2024-10-01"]);
    expect(made?.history.adjusted?.[33]).toBeNaN();
    const answer = (text: string) => planned(spiked, { "signal:spike:2024-10-01:A": text });
    expect(itemA(await answer("confirmed@5"))?.history.adjusted?.[33]).toBeNaN();
    expect(itemA(await answer("closed@5"))?.history.adjusted).toBeUndefined();
  });
});

test("over --previous an event is news once: the next month it keeps its first date and day of sight", async () => {
  const shifted = (m: number) => (m >= 32 ? 1.6 : 1) * even(m);
  const first = await planned(shifted, {}, 35);
  const previous = runRecord(JSON.parse(Buffer.concat([...planJsonChunks(first)]).toString("utf8")));
  const workers = threads(1);
  const { options } = checkedConfig({ bucket: "month" });
  try {
    const files = { orders: [shop(37, shifted)], items: [items] };
    const { plan } = await runPlan(files, { options, previous: () => previous }, workers);
    const [before] = itemA(first)?.signals ?? [];
    const [after] = itemA(plan)?.signals ?? [];
    expect(before).toMatchObject({ kind: "level-shift", state: "open" });
    expect(after).toMatchObject({
      kind: "level-shift",
      state: "past",
      seen: before?.seen,
      firstAt: before?.at,
    });
  } finally {
    await workers.close();
  }
});
