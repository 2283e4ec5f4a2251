import { expect, test } from "vitest";
import { expressOf, todayOf } from "../../api/web/decision/express.ts";
import { keepUp } from "../../api/web/session/keep-up.ts";
import { createNightAlert, type Notifier } from "../../api/web/session/night-alert.ts";
import type { Kpi, PlanView } from "../../api/web/shapes.ts";
import { gradeOf } from "../../api/web/views/item/grade.ts";
import { partsOf, sumOfParts } from "../../api/web/views/kpis/parts-of.ts";
import { columnsOf } from "../../api/web/views/orders/look.tsx";
import { entriesOf } from "../../api/web/views/orders/work-list.ts";
import { words } from "../../src/index.ts";
import { line, listed } from "./line.ts";
import { storage } from "./storage.ts";

test("an order that waits for its order day while goods are missing says what an order of today would save", () => {
  const reasons = [{ code: "waits-for-order-day", on: "2026-10-20", demand: 3 }] as const;
  const waits = { orderBy: "2026-10-20", receiptBy: "2026-11-02", runsOutOn: "2026-10-21", reasons };
  expect(expressOf(line("A", waits), "2026-10-16")).toEqual({ on: "2026-10-20", emptyDays: 12, sooner: 4 });
  // empty since before today: it counts from today; never more is saved than is missing
  expect(expressOf(line("A", { ...waits, runsOutOn: "2026-10-01" }), "2026-10-16")?.emptyDays).toBe(17);
  expect(expressOf(line("A", { ...waits, runsOutOn: "2026-10-31" }), "2026-10-16")).toMatchObject({
    emptyDays: 2,
    sooner: 2,
  });
  for (const of of [
    { ...waits, orderBy: "2026-10-16" },
    { ...waits, runsOutOn: "2026-11-02" },
    { ...waits, quantity: 0 },
    { ...waits, reasons: [] },
    { ...waits, decided: { action: "accept", version: 1 } as const },
  ])
    expect(expressOf(line("A", of), "2026-10-16")).toBeUndefined();
  const counted = { asOf: "2026-10-16", summary: { stockDate: "2026-10-19" } } as PlanView;
  expect([todayOf(counted), todayOf(undefined)]).toEqual(["2026-10-19", ""]);
});

test("the quality of a forecast is one word: by how far it was off, and a step lower behind last year's values", () => {
  const of = (wape: number | null, fva: number | null) =>
    gradeOf({ wape, fva, bias: null, coverage: null } as Parameters<typeof gradeOf>[0]);
  expect([of(10, 5), of(30, 5), of(80, 5)]).toEqual(["good", "fair", "weak"]);
  expect([of(10, -5), of(30, -5), of(10, null)]).toEqual(["fair", "weak", "good"]);
  expect([of(null, 5), gradeOf(null)]).toEqual([undefined, undefined]);
});

test("a figure held against last year's values is never called good by itself: its light says what it is better than", () => {
  const kpi = { value: 63.8, threshold: 71, baseline: 71, light: "green" } as Kpi;
  expect([words.lightWords(kpi, "de"), words.lightWords({ ...kpi, light: "red" }, "de")]).toEqual([
    "besser als Vorjahreswerte",
    "schlechter als Vorjahreswerte",
  ]);
  expect(words.lightWords({ ...kpi, light: "amber" }, "en")).toBe("slightly worse than last year's values");
  const { baseline: _, ...own } = kpi;
  expect([words.lightWords(own, "de"), words.lightWords({ ...kpi, threshold: 98 }, "en")]).toEqual([
    "gut",
    "good",
  ]);
});

test("by supplier, group and owner the parts of a plan sum up to the whole, currency by currency", () => {
  const lines = [
    listed("A", { supplier: "S1", amount: 200 }, "D1"),
    listed("B", { supplier: "S2", amount: 50, currency: "CHF" }, "D1"),
    listed("C", { supplier: "S2", amount: 500 }),
    listed("D", { supplier: "S1", quantity: 0 }),
    listed("E", {
      supplier: "S3",
      quantity: 0,
      runsOutOn: "2026-10-17",
      need: 5,
      attentionCodes: ["maximum-conflict"],
    }),
    listed("F", { supplier: "S1", amount: 7, decided: { action: "accept", version: 1 } }),
  ];
  const parts = partsOf(lines, "supplier");
  expect(parts.map(({ name, lines: count, decided }) => [name, count, decided])).toEqual([
    ["S2", 2, 0],
    ["S1", 2, 1],
    ...parts.filter(({ name }) => name === "S3").map(() => ["S3", 0, 0]),
  ]);
  expect(parts[0]?.sums).toEqual([
    ["EUR", 500],
    ["CHF", 50],
  ]);
  for (const by of ["supplier", "group", "owner"] as const) {
    expect(sumOfParts(partsOf(lines, by)).sums).toEqual([
      ["EUR", 707],
      ["CHF", 50],
    ]);
  }
});

test("columns that are left out take no room", () => {
  const all = columnsOf({ isCompact: false, hidden: [] });
  const some = columnsOf({ isCompact: true, hidden: ["why", "amount"] });
  const count = (text: string | undefined): number =>
    (text ?? "").replace(/\([^)]*\)/g, "").split(" ").length;
  expect([count(all["--columns"]), count(all["--columns-wide"])]).toEqual([6, 7]);
  expect([count(some["--columns"]), count(some["--columns-wide"])]).toEqual([5, 5]);
});

test("a decision makes one new entry of the list: the others are the ones before", () => {
  const lines = [listed("A"), listed("B", { supplier: "S2" }), listed("C")];
  const before = entriesOf(lines, true);
  const after = lines.map((one) => (one.item === "A" ? { ...one } : one));
  const entries = entriesOf(after, true, before);
  expect(entries).toEqual(before);
  expect(entries.map((entry, k) => entry === before[k])).toEqual([false, false, true, false, true]);
});

const held = (id: string): PlanView =>
  ({ id, state: "held", reason: "half of the rows are missing" }) as unknown as PlanView;

test("the browser tells of a held run once, and only where the reader asked for it and the browser lets it", async () => {
  const shown: string[] = [];
  let permission = "default";
  const notifier: Notifier = {
    get permission() {
      return permission;
    },
    ask: async () => (permission = "granted"),
    show: (_, text) => void shown.push(text),
  };
  const kept = storage();
  const night = createNightAlert(kept, notifier);
  night.tellOf(held("p1"));
  expect([night.alert.get(), shown.length]).toEqual(["off", 0]);
  await night.setAlert(true);
  night.tellOf(held("p1"));
  night.tellOf(held("p1"));
  night.tellOf({ ...held("p2"), state: "done" });
  // another tab of the same browser has told already
  createNightAlert(kept, notifier).tellOf(held("p1"));
  expect(shown).toEqual([
    "The last run was held; the last valid plan is shown. Reason: half of the rows are missing",
  ]);
  permission = "denied";
  expect(createNightAlert(kept, notifier).alert.get()).toBe("denied");
  expect(createNightAlert(kept, undefined).alert.get()).toBe("none");
});

test("a page that nobody sees asks the server only where its reader wants to be told", () => {
  const looks = (isWanted: boolean): number => {
    const ticks: (() => void)[] = [];
    let [count, now] = [0, 0];
    const window = {
      document: { hidden: true },
      addEventListener: () => undefined,
      setInterval: (act: () => void) => ticks.push(act),
    } as unknown as Parameters<typeof keepUp>[0];
    keepUp(
      window,
      () => count++,
      () => now,
      () => isWanted,
    );
    now = 60_000;
    for (const tick of ticks) tick();
    return count;
  };
  expect([looks(true), looks(false)]).toEqual([1, 0]);
});
