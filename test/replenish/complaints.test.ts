import { expect, test } from "vitest";
import type { Plan, Suggestion } from "../../src/index.ts";
import { issueSentence, reasonsSentence, signalSentence } from "../../src/words/index.ts";
import { csv, plainPlanOf } from "../plans/run.ts";

type Row = Readonly<Record<string, string | number>>;

/** A file of rows, its headings those that any of them has. */
function file(name: string, rows: readonly Row[]) {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return csv(name, [heads, ...rows.map((row) => heads.map((head) => row[head] ?? ""))]);
}

/** Monthly issues of A1 up to June 2026. */
const monthly = (values: readonly number[]): Row[] =>
  values.map((quantity, k) => {
    const month = 2026 * 12 + 6 - values.length + k;
    const date = `${Math.floor(month / 12)}-${`${(month % 12) + 1}`.padStart(2, "0")}`;
    return { item: "A1", date, quantity, kind: "issue" };
  });

/** About 100 a month for three years. */
const steady = Array.from({ length: 36 }, (_, k) => 100 + [0, -4, 4, -1, 3, -3][k % 6]);

const part = (changes: Row = {}): Row => ({
  item: "A1",
  onHand: 20,
  leadTimeDays: 14,
  unitCost: 5,
  currency: "EUR",
  supplier: "S1",
  ...changes,
});

interface Told {
  readonly items?: readonly Row[];
  readonly values?: readonly number[];
  readonly files?: Readonly<Record<string, readonly Row[]>>;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** The plan of a shop as a planner tells it, on the last of June 2026. */
const planFor = ({ items = [part()], values = steady, files = {}, config = {} }: Told): Promise<Plan> =>
  plainPlanOf(
    {
      orders: [file("orders.csv", monthly(values))],
      items: [file("items.csv", items)],
      ...Object.fromEntries(Object.entries(files).map(([kind, rows]) => [kind, [file(`${kind}.csv`, rows)]])),
    },
    { asOf: "2026-06-30", ...config },
  );

const lineOf = (plan: Plan, item = "A1") => plan.items.find((one) => one.item === item)?.suggestion;

async function suggested(told: Told): Promise<Suggestion> {
  const suggestion = lineOf(await planFor(told));
  if (suggestion === undefined || suggestion === null) throw new Error("nothing suggested");
  return suggestion;
}
const says = (plan: Plan) => plan.issues.map(({ code }) => code);
const codes = ({ reasons }: Suggestion) => reasons.map(({ code }) => code);

test("a source without a lead time does not stop an item that another one delivers", async () => {
  const items = [part({ supplier: "CHEAP", unitCost: 4, leadTimeDays: "" }), part({ supplier: "KNOWN" })];
  const line = await suggested({ items });
  expect(line).toMatchObject({ supplier: "KNOWN", quantity: 45 });
  expect(line.sources?.map(({ supplier, why }) => [supplier, why])).toEqual([
    ["KNOWN", "only-usable"],
    ["CHEAP", "lead-time-unknown"],
  ]);
  // whom the buyer prefers is not passed over in silence
  const preferred = await planFor({
    items: [part({ preferred: "yes", leadTimeDays: "" }), part({ supplier: "KNOWN" })],
  });
  expect(lineOf(preferred)).toBeNull();
  expect(says(preferred)).toContain("missing-lead-time");
});

test("prices in several currencies are compared by rates, and without them not at all", async () => {
  const items = [
    part({ supplier: "US", unitCost: 8, currency: "USD", leadTimeDays: 20 }),
    part({ supplier: "DE", unitCost: 7.5 }),
  ];
  expect(await suggested({ items, config: { rates: { USD: 0.5 } } })).toMatchObject({ supplier: "US" });
  const asked = await planFor({ items });
  expect(says(asked)).toContain("sources-not-comparable");
  expect(lineOf(asked)?.sources?.map(({ supplier, why }) => [supplier, why])).toEqual([
    ["DE", "nearest"],
    ["US", "currency-without-rate"],
  ]);
});

test("of sources without prices the nearest is taken, whatever it is called", async () => {
  const items = [
    part({ supplier: "AFAR", unitCost: "", leadTimeDays: 60 }),
    part({ supplier: "ZNEAR", unitCost: "", leadTimeDays: 7 }),
  ];
  expect(await suggested({ items })).toMatchObject({ supplier: "ZNEAR" });
});

test("a source that is closed bridges nothing", async () => {
  const items = [
    part({ supplier: "SLOW", preferred: "yes", leadTimeDays: 60, onHand: 30 }),
    part({ supplier: "FAST", leadTimeDays: 5, unitCost: 9, onHand: 30 }),
  ];
  const closed = { from: "2026-06-22", to: "2026-09-11", kind: "supplier-closure", supplier: "FAST" };
  expect(codes(await suggested({ items }))).toContain("bridge-source");
  expect(codes(await suggested({ items, files: { calendar: [closed] } }))).not.toContain("bridge-source");
});

test("who is closed for a year is not ordered from, nor his year bought at once elsewhere", async () => {
  const items = [
    part({ supplier: "SHUT", unitCost: 4 }),
    part({ supplier: "OPEN", unitCost: 4.5, leadTimeDays: 21 }),
  ];
  const closed = (to: string) => [{ from: "2026-06-01", to, kind: "supplier-closure", supplier: "SHUT" }];
  const plan = await planFor({ items, files: { calendar: closed("2027-06-30") } });
  const line = lineOf(plan);
  expect(line).toMatchObject({ supplier: "OPEN" });
  // lead time and review ask for about 92 of which 20 are there
  expect(line?.quantity).toBeLessThan(110);
  expect(says(plan)).toContain("source-closed");
  expect(line?.sources?.map(({ supplier, why }) => [supplier, why])).toEqual([
    ["OPEN", "others-closed"],
    ["SHUT", "closed"],
  ]);
  // who opens again in a week is waited for
  expect(await suggested({ items, files: { calendar: closed("2026-07-07") } })).toMatchObject({
    supplier: "SHUT",
  });
});

test("what nobody prefers is not called chosen before the costs of a year are known", async () => {
  const items = [
    part({ supplier: "CHEAP", unitCost: 4, minimumOrder: 90_000 }),
    part({ supplier: "SMALL", unitCost: 4.2 }),
  ];
  const plan = await planFor({ items });
  expect(lineOf(plan)).toMatchObject({ supplier: "SMALL" });
  const [issue] = plan.issues.filter(({ code }) => code === "item-sources");
  expect(issueSentence(issue, "en")).not.toMatch(/chosen: CHEAP/);
});

test("works holidays of every year are no missing stock, a single silent month is", async () => {
  const august = steady.map((value, k) => (k % 12 === 1 ? 0 : value));
  const plan = await planFor({ values: august });
  expect(says(plan)).not.toContain("stockout-suspected");
  // forecasts begin with July 2026
  expect(plan.items[0].forecast?.demand.mean[1]).toBeLessThan(20);
  expect(plan.items[0].forecast?.demand.mean[2]).toBeGreaterThan(85);
  const once = await planFor({ values: steady.map((value, k) => (k === 13 ? 0 : value)) });
  expect(says(once)).toContain("stockout-suspected");
});

test("a stop of sales that the calendar tells leaves no demand behind, and a past one no trace", async () => {
  const stop = { kind: "event", item: "A1", factor: 0 };
  const ahead = await planFor({ files: { calendar: [{ ...stop, from: "2026-08-01", to: "2028-12-31" }] } });
  expect(Array.from(ahead.items[0].forecast?.demand.mean ?? []).slice(1)).toEqual(new Array(11).fill(0));
  const values = steady.map((value, k) => (k > 26 && k < 30 ? 0 : value));
  const past = await planFor({
    values,
    files: { calendar: [{ ...stop, from: "2025-10-01", to: "2025-12-31" }] },
  });
  for (const mean of past.items[0].forecast?.demand.mean ?? []) expect(mean).toBeGreaterThan(85);
});

test("a jump of the quantity without any price says nothing of prices", async () => {
  const plan = await planFor({ values: steady.map((value, k) => (k < 28 ? value : value / 10)) });
  const [issue] = plan.issues.filter(({ code }) => code === "unit-change-suspected");
  expect(issueSentence(issue, "en")).toMatch(/factor 10/);
  expect(issueSentence(issue, "en")).not.toMatch(/price/);
});

test("what is blocked proposes no master data until somebody has settled it", async () => {
  const plan = await planFor({
    values: steady.map((value, k) => (k < 22 ? value : 0)),
    items: [part({ onHand: 40 })],
  });
  expect(lineOf(plan)?.attention).toBe("blocked");
  expect(plan.parameters).toMatchObject([{ item: "A1", change: false, reason: "end-of-life" }]);
});

test("an accepted order that the buyer rounded is not counted beside itself", async () => {
  const decision = { item: "A1", action: "accept", quantity: 93, date: "2026-06-29" };
  const placed = (changes: Row) => [
    { item: "A1", date: "2026-07-14", quantity: 100, order: "4711", supplier: "S1", ...changes },
  ];
  const onOrder = async (changes: Row) =>
    (await suggested({ files: { decisions: [decision], "open-orders": placed(changes) } })).onOrder;
  expect(await onOrder({})).toBe(100);
  // one of another size, or of another time, is another order
  expect(await onOrder({ quantity: 40 })).toBe(133);
  expect(await onOrder({ date: "2026-07-02" })).toBe(193);
});

test("a line of an order that stands there twice is on order once, two lines are two", async () => {
  const row = { item: "A1", date: "2026-07-05", quantity: 50, order: "4711", line: "10", supplier: "S1" };
  const planned = (second: Row) => planFor({ files: { "open-orders": [row, { ...row, ...second }] } });
  const twice = await planned({});
  expect(lineOf(twice)?.onOrder).toBe(50);
  expect(says(twice)).toContain("open-order-repeated");
  for (const second of [{ line: "20" }, { date: "2026-07-12" }, { line: "" }])
    expect(lineOf(await planned(second))?.onOrder).toBe(100);
});

test("an item that names itself as successor, or one that names it, goes on", async () => {
  const itself = await planFor({ items: [part({ successor: "A1", successorFrom: "2026-07-01" })] });
  expect(lineOf(itself)?.quantity).toBe(45);
  expect(says(itself)).toContain("successor-circle");
  const circle = await planFor({
    items: [
      part({ successor: "B1", successorFrom: "2026-07-01" }),
      part({ item: "B1", successor: "A1", successorFrom: "2026-07-01" }),
    ],
  });
  expect(lineOf(circle)?.quantity).toBe(45);
  expect(says(circle)).toContain("successor-circle");
});

test("what the maximum stock keeps from being ordered is said also where nothing is ordered", async () => {
  const line = await suggested({ items: [part({ maximumStock: 50, onHand: 62 })] });
  expect(line.quantity).toBe(0);
  expect(codes(line)).toContain("level-at-maximum");
  const enough = await suggested({ items: [part({ maximumStock: 50, onHand: 400 })] });
  expect(codes(enough)).not.toContain("level-at-maximum");
});

test("a stock counted long before the last line is said to be old", async () => {
  const plan = await planFor({ items: [part({ onHand: 200, stockDate: "2026-04-30" })] });
  expect(plan.issues).toContainEqual(
    expect.objectContaining({
      code: "stock-older",
      count: 1,
      text: "A1",
      first: "2026-04-30",
      asOf: "2026-06-30",
    }),
  );
  const fresh = await planFor({ items: [part({ onHand: 200, stockDate: "2026-06-26" })] });
  expect(says(fresh)).not.toContain("stock-older");
});

test("a lead time of 400 days and three months of history ask for what mean and spread of three months say", async () => {
  const far = (values: readonly number[]) =>
    suggested({ items: [part({ leadTimeDays: 400, onHand: 0 })], values });
  // 100 a month, spread 20: 13.37 months need 1,337, and 4.85 (t of two degrees, 98 %) times
  // 20 * sqrt(13.37 + 13.37^2 / 3) = 171 more; three times the mean was suggested
  const level = await far([80, 120, 100]);
  expect(level.reorderPoint).toBeGreaterThan(1337);
  expect(level.reorderPoint).toBeLessThanOrEqual(1337 + 4.85 * 171 + 1);
  expect(level.attentionCodes).toContain("level-cut");
  expect(reasonsSentence(level.reasons, "en")).toContain("the history is 91 days long");
  // more months know more, and a lead time within them is sized as ever
  const known = await suggested({ items: [part({ leadTimeDays: 60, onHand: 0 })], values: [80, 120, 100] });
  expect(known.attentionCodes).not.toContain("level-cut");
});

test("terms of the supplier: packs, minimum, maximum and shelf life, said where they do not go together", async () => {
  expect(await suggested({ items: [part({ minimumOrder: 250, packSize: 24 })] })).toMatchObject({
    quantity: 264,
  });
  expect(await suggested({ items: [part({ minimumOrder: 10, packSize: 144 })] })).toMatchObject({
    quantity: 144,
  });
  const pallets = await suggested({
    items: [part({ packSize: 32, purchaseUnit: "Pal", unitsPerPurchaseUnit: 48 })],
  });
  expect([pallets.quantity % 96, Number.isInteger(pallets.purchaseQuantity)]).toEqual([0, true]);
  const tooLarge = await suggested({ items: [part({ packSize: 500, maximumStock: 300 })] });
  expect(codes(tooLarge)).toContain("conflict-maximum");
  const spoils = await suggested({ items: [part({ shelfLifeDays: 20, minimumOrder: 400 })] });
  expect(spoils.attentionCodes).toContain("shelf-life-conflict");
  const below = await suggested({ items: [part({ maximumStock: 30, onHand: 5 })] });
  expect([below.quantity, below.attention]).toEqual([25, "review"]);
});

test("what is on its way counts as it comes: in parts, far off, long overdue, once", async () => {
  const open = (...rows: Row[]) => ({ "open-orders": rows.map((row) => ({ item: "A1", ...row })) });
  const soon = open({ date: "2026-07-03", quantity: 60 }, { date: "2026-07-24", quantity: 60 });
  expect(await suggested({ items: [part({ onOrder: 300 })], files: soon })).toMatchObject({ onOrder: 120 });
  const never = await suggested({ files: open({ date: "2099-01-01", quantity: 300 }) });
  expect([never.quantity, never.attentionCodes?.includes("open-order-too-late")]).toEqual([45, true]);
  const late = await suggested({ files: open({ date: "2025-12-10", quantity: 300, order: "P1" }) });
  expect(late.attentionCodes).toContain("open-order-long-overdue");
  const negative = await planFor({ files: open({ date: "2026-07-06", quantity: -300 }) });
  expect(lineOf(negative)?.quantity).toBe(45);
});

test("negative stock, reservations, a contract that ends, a known order: each counts once", async () => {
  const empty = (await suggested({ items: [part({ onHand: 0 })] })).quantity;
  expect((await suggested({ items: [part({ onHand: -50 })] })).quantity).toBe(empty + 50);
  expect((await suggested({ items: [part({ onHand: 100, reserved: 80 })] })).quantity).toBeGreaterThan(0);
  const ends = await suggested({ items: [part({ onHand: 150, phaseOut: "2026-08-31" })] });
  expect(ends.quantity).toBeLessThanOrEqual(80);
  const known = { requirements: [{ item: "A1", date: "2026-07-15", quantity: 60 }] };
  const within = (await suggested({ items: [part({ onHand: 0 })], files: known })).quantity;
  expect(within).toBeGreaterThanOrEqual(empty);
  expect(within).toBeLessThanOrEqual(empty + 40);
  const project = [{ item: "A1", date: "2026-08-20", quantity: 500, kind: "project" }];
  const ahead = [part({ leadTimeDays: 60, onHand: 250 })];
  expect((await suggested({ items: ahead, files: { requirements: project } })).quantity).toBeGreaterThan(450);
});

test("numbers of any size are rounded as they are, and no lot is bought for a price that it does not reach", async () => {
  for (const field of ["minimumOrder", "packSize"]) {
    const line = await suggested({ items: [part({ [field]: 1e12 })] });
    expect([field, line.quantity, line.attentionCodes?.includes("covers-over-a-year")]).toEqual([
      field,
      1e12,
      true,
    ]);
    const smaller = line.reasons.find(({ code }) => code === "next-smaller");
    if (smaller?.code === "next-smaller") expect(smaller.quantity).toBeLessThan(line.quantity);
  }
  // a shelf life of 9999 days and more is how a system says that nothing spoils
  expect((await suggested({ items: [part({ shelfLifeDays: 1e12 })] })).quantity).toBe(45);
  // 4,000 last longer than a lot may: it was cut to what may, at the price of a piece
  const far = await suggested({ items: [part({ priceBreaks: "4000:3.00" })] });
  expect([far.quantity, far.unitPrice]).toEqual([45, 5]);
  const near = await suggested({ items: [part({ priceBreaks: "300:4.00" })] });
  expect([near.quantity >= 300, near.unitPrice]).toEqual([true, 4]);
});

test("a tolerance of packs spares another pack, never the only one", async () => {
  // 10 are missing: less than a tenth of a pack, and nothing was ordered
  const line = await suggested({
    items: [part({ packSize: 362, onHand: 47 })],
    config: { packTolerance: 0.1 },
  });
  expect(line.quantity).toBe(362);
});

test("more owed than a year uses is asked about", async () => {
  const owed = await suggested({ items: [part({ onHand: -4000 })] });
  expect(owed.attentionCodes).toContain("backorders-over-a-year");
  expect((await suggested({ items: [part({ onHand: -50 })] })).attentionCodes).not.toContain(
    "backorders-over-a-year",
  );
});

test("an order drawn forward by the one promotion does not halve what the next will bring", async () => {
  const values = steady.map((value, k) => (k === 28 ? 320 : k === 29 ? 40 : value));
  const calendar: Row[] = [
    { from: "2025-11-01", to: "2025-11-30", kind: "promotion", item: "A1" },
    { from: "2026-08-01", to: "2026-08-31", kind: "promotion", item: "A1" },
  ];
  const plan = await planFor({ values, files: { calendar } });
  const a1 = plan.items.find(({ item }) => item === "A1");
  const [july, august] = a1?.forecast.demand.mean ?? [];
  expect(july).toBeGreaterThan(88);
  expect(july).toBeLessThan(112);
  expect(august).toBeGreaterThan(215);
  expect(august).toBeLessThan(350);
  // the month of the promotion is no dip
  expect(a1?.signals.filter(({ at }) => at === "2025-11-01")).toEqual([]);
});

test("a dip that a known month has ended does not wait for the next one", async () => {
  const plan = await planFor({ values: [...steady.slice(0, 34), 40, 101] });
  const dip = plan.items[0]?.signals.find(({ kind, state }) => kind === "dip" && state === "open");
  expect(dip).toMatchObject({ at: "2026-05-01", until: "2026-05-01" });
  if (dip !== undefined)
    for (const lang of ["de", "en"] as const)
      expect(signalSentence(dip, "A1", lang)).not.toMatch(/zeigt der nächste|next one shows/);
});

test("a supplier who takes orders at weekends only is told, and is ordered from on any working day", async () => {
  const plan = await planFor({ files: { suppliers: [{ supplier: "S1", orderDays: "Sunday" }] } });
  expect(says(plan)).toContain("order-days-closed");
  const plain = await planFor({});
  expect(lineOf(plan)).toMatchObject({
    quantity: lineOf(plain)?.quantity,
    orderBy: lineOf(plain)?.orderBy,
  });
});
