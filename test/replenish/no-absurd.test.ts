import { expect, test } from "vitest";
import { forecastOf } from "../../api/commands/suggest.ts";
import { seriesLines } from "../../api/ndjson/series-lines.ts";
import { answerLine, linePlant, suggestLine } from "../../api/ndjson/suggest-lines.ts";
import { dayOf, isoDate } from "../../src/calendar/date.ts";
import { type Plan, type Reason, type Suggestion, suggestOne } from "../../src/index.ts";
import { reasonSentence } from "../../src/words/index.ts";
import { langs } from "../../src/words/languages.ts";
import { csv, planOf } from "../plans/run.ts";

const count = Number(process.env.PROVE_CASES ?? 120);
const lastDay = "2025-11-30";

/** Numbers in [0, 1), the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Monthly demand of an item over 30 months by its temper; a value below zero is a month of returns. */
const tempers: readonly ((month: number, random: () => number) => number)[] = [
  (_, random) => 40 + 20 * random(),
  (_, random) => (random() < 0.15 ? Math.ceil(6 * random()) : 0),
  (month) => (month === 21 ? 300 : 0),
  (month, random) => (month % 12 > 2 && month % 12 < 6 ? 200 * (0.8 + random()) : 0),
  (_, random) => (random() < 0.2 ? -30 * random() : 25 * random()),
  (month, random) => (month === 17 ? 90_000 : 30 + 5 * random()),
  (month, random) => (month > 20 ? 0 : 60 * random()),
  (month, random) => (month < 27 ? 0 : 500 * random()),
  (month, random) => (month < 25 ? 10 : 110) * (0.9 + 0.2 * random()),
  (_, random) => 0.04 * random(),
  (_, random) => 2_000_000 * random() ** 4,
  () => 0,
];

interface Made {
  readonly item: string;
  readonly values: readonly number[];
  readonly master: Readonly<Record<string, number | string>>;
}

const pick = <T>(random: () => number, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;

/** An item of any temper with master data of any kind, whole or not. */
function made(k: number): Made {
  const random = dice(k + 11);
  const temper = tempers[k % tempers.length] ?? (() => 0);
  const isWhole = k % tempers.length !== 9 && random() < 0.8;
  const values = Array.from({ length: 30 }, (_, month) => temper(month, random)).map((value) =>
    isWhole ? Math.round(value) : Number(value.toPrecision(4)),
  );
  const usual = Math.max(1, ...values.map(Math.abs)) / 4;
  const size = (most: number) => Math.round(usual * most * random());
  return {
    item: `N${k}`,
    values,
    master: {
      onHand: pick(random, [0, 0, size(3), size(40), -size(1)]),
      leadTimeDays: pick(random, [0, 1, 10, 35, 120, 400, ""]),
      reviewDays: pick(random, ["", 1, 7, 30]),
      minimumOrder: pick(random, ["", "", 1, size(5), size(300)]),
      packSize: pick(random, ["", "", 1, 12, Math.max(1, size(90))]),
      maximumStock: pick(random, ["", "", "", size(3), size(30)]),
      unitCost: pick(random, ["", 0, 0.002, 3, 4800]),
      shelfLifeDays: pick(random, ["", "", "", 20, 400]),
    },
  };
}

const monthOf = (month: number) =>
  `${2023 + Math.floor((month + 5) / 12)}-${String(((month + 5) % 12) + 1).padStart(2, "0")}`;

/** Most that was sold in so many months in a row since the first sale, as much more where there are fewer. */
function largestInARow(values: readonly number[], months: number): number {
  const since = values.slice(
    Math.max(
      0,
      values.findIndex((value) => value > 0),
    ),
  );
  const sums = since.map((_, from) =>
    since.slice(from, from + months).reduce((sum, value) => sum + Math.max(0, value), 0),
  );
  return Math.max(...sums) * Math.max(1, months / since.length);
}

/** Everything that no line may say, whatever the item: one text a fault. */
function faults(one: Suggestion, { values, master }: Made, today: string): string[] {
  const { quantity, need, reorderPoint, orderUpTo, safetyStock, expectedService, orderBy, receiptBy } = one;
  const found: string[] = [];
  const wrong = (is: boolean, what: string) => is && found.push(what);
  for (const [name, value] of Object.entries({ quantity, need, reorderPoint, orderUpTo, safetyStock }))
    wrong(!Number.isFinite(value) || (value < 0 && name !== "reorderPoint"), `${name} ${value}`);
  wrong(!(expectedService >= 0 && expectedService <= 1), `service ${expectedService}`);
  wrong(orderUpTo < reorderPoint, `up to ${orderUpTo} below ${reorderPoint}`);
  const sold = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  // returns come off the months after them: what was sold bounds what is left
  const days = Number(master.leadTimeDays) + Number(master.reviewDays || 7);
  const most = largestInARow(values, Math.ceil(days / 30) + 1);
  wrong(reorderPoint > 3 * most + 1, `reorder point ${reorderPoint} where ${most} were sold in ${days} days`);
  wrong(sold === 0 && quantity > Math.max(0, -Number(master.onHand)), `${quantity} of what nobody asked for`);
  const [least, pack] = [Number(master.minimumOrder), Number(master.packSize)];
  wrong(quantity > 0 && quantity < least, `${quantity} below the minimum ${least}`);
  const packs = pack > 0 ? quantity / pack : 0;
  wrong(Math.abs(packs - Math.round(packs)) > 1e-6, `${quantity} in packs of ${pack}`);
  wrong(
    quantity > 0 && (orderBy < today || receiptBy < orderBy),
    `order by ${orderBy}, there by ${receiptBy}`,
  );
  wrong(dayOf(orderBy) > dayOf(today) + 1100, `order by ${orderBy}`);
  const isLate = one.runsOutOn !== undefined && one.runsOutOn < receiptBy;
  wrong(
    isLate && quantity > 0 && one.attention === "none",
    `empty on ${one.runsOutOn}, there by ${receiptBy}`,
  );
  for (const lang of langs) {
    const said = one.reasons.map((reason: Reason) => reasonSentence(reason, lang)).join(" ");
    wrong(/NaN|Infinity|undefined|null/.test(said), said);
    wrong(/(Puffer|Buffer) [−-]/.test(said), said);
    wrong(quantity === 0 && /jetzt bestellen|order now/.test(said), said);
    wrong(/\b20[3-9]\d\b/.test(said.replaceAll(/[\d.,]*20[3-9]\d[\d.,]+/g, "")), said);
  }
  return found.map((what) => `${one.item}: ${what}`);
}

test(`${count} items of any temper and master data: no absurd line leaves a plan`, async () => {
  const items = Array.from({ length: count }, (_, k) => made(k));
  const lines = items.flatMap(({ item, values }, k) =>
    values.flatMap((value, month) =>
      value === 0
        ? []
        : [
            [
              item,
              `${monthOf(month)}-${String(3 + ((k + month) % 24)).padStart(2, "0")}`,
              value,
              value < 0 ? "return" : "issue",
            ],
          ],
    ),
  );
  const fields = Object.keys(items[0]?.master ?? {});
  const masters = items.map(({ item, master }) => [item, ...fields.map((field) => master[field] ?? "")]);
  const plan: Plan = await planOf(
    {
      orders: [
        csv("orders.csv", [["item", "date", "quantity", "kind"], ["CLOCK", lastDay, 1, "issue"], ...lines]),
      ],
      items: [csv("items.csv", [["item", ...fields], ...masters])],
    },
    { asOf: lastDay },
    1,
    null,
  );
  const byName = new Map(items.map((one) => [one.item, one]));
  const found = plan.items.flatMap(({ item, suggestion }) => {
    const one = byName.get(item);
    if (one === undefined) return [];
    if (suggestion === null) return one.master.leadTimeDays === "" ? [] : [`${item}: not planned`];
    return faults(suggestion, one, plan.stockDate);
  });
  expect(found).toEqual([]);
  expect(plan.items.length).toBeGreaterThan(count / 2);
});

test(`the same ${count} items by lines of suggest`, () => {
  const found = Array.from({ length: count }, (_, k) => made(k)).flatMap((one) => {
    const { item, values, master } = one;
    if (master.leadTimeDays === "") return [];
    const given = Object.fromEntries(Object.entries(master).filter(([, value]) => value !== ""));
    const onHand = Math.max(0, Number(master.onHand));
    const line = {
      item,
      bucket: "month",
      start: `${monthOf(0)}-01`,
      values,
      asOf: lastDay,
      ...given,
      onHand,
      onOrder: [],
    };
    const [read] = [...seriesLines(JSON.stringify(line))].map(suggestLine);
    if (read === undefined || "error" in read) return [`${item}: ${JSON.stringify(read)}`];
    const forecast = forecastOf(read.request, null);
    const answer = suggestOne(read.request, forecast, linePlant);
    JSON.parse(answerLine(read.request, forecast, answer));
    if (answer.suggestion === null) return [`${item}: not answered`];
    return faults(answer.suggestion, { ...one, master: { ...master, onHand } }, isoDate(dayOf(lastDay)));
  });
  expect(found).toEqual([]);
});
