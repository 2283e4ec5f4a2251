import { describe, expect, test } from "vitest";
import { dayOf, isoDate } from "../../src/calendar/date.ts";
import { workCalendar } from "../../src/calendar/work-calendar.ts";
import { abcClasses } from "../../src/demand/abc.ts";
import { carryNegatives } from "../../src/demand/buckets-of-item.ts";
import { classify } from "../../src/demand/classify.ts";
import { type Demand, demandOf } from "../../src/demand/index.ts";
import { demandInterval, demandPattern, isRare, sizeVariation } from "../../src/demand/intermittency.ts";
import type { CalendarEntry, Item } from "../../src/item.ts";
import {
  encode,
  type LineKind,
  lineKinds,
  noDay,
  type OrderLines,
  orderLines,
  reserve,
} from "../../src/order.ts";
import type { Bucket } from "../../src/series.ts";
import { totalOf } from "../../src/total.ts";

type Row = [
  item: string,
  date: string,
  quantity: number,
  kind?: LineKind,
  order?: string,
  extra?: { receipt?: string; byPeriod?: boolean },
];

/** Order lines of hand-written rows. */
function linesOf(rows: readonly Row[]): OrderLines {
  const lines = orderLines(4);
  lines.files.push("test.csv");
  rows.forEach(([item, date, quantity, kind = "sale", order, extra], k) => {
    reserve(lines);
    const at = lines.length++;
    lines.item[at] = encode(lines.items, item);
    lines.day[at] = dayOf(date);
    lines.quantity[at] = quantity;
    lines.kind[at] = lineKinds.indexOf(kind);
    lines.row[at] = k + 2;
    lines.price[at] = Number.NaN;
    lines.order[at] = encode(lines.orders, order);
    lines.line[at] = -1;
    lines.supplier[at] = -1;
    lines.currency[at] = -1;
    lines.dueDay[at] = noDay;
    lines.receiptDay[at] = extra?.receipt === undefined ? noDay : dayOf(extra.receipt);
    lines.byPeriod[at] = extra?.byPeriod ? 1 : 0;
  });
  return lines;
}

function demand(
  rows: readonly Row[],
  options: { bucket?: Bucket; asOf?: string; items?: Item[]; calendar?: CalendarEntry[] } = {},
): Demand {
  return demandOf(linesOf(rows), new Map((options.items ?? []).map((item) => [item.item, item])), {
    bucket: options.bucket ?? "month",
    horizon: 6,
    plant: workCalendar("DE"),
    calendar: options.calendar ?? [],
    ...(options.asOf === undefined ? {} : { asOf: dayOf(options.asOf) }),
  });
}

const values = (found: Demand, item: string) =>
  Array.from(found.items.find((one) => one.item === item)?.values ?? []);

describe("as-of and partial buckets", () => {
  const rows: Row[] = [
    ["A", "2025-01-02", 10],
    ["A", "2025-02-10", 20],
    ["A", "2025-03-12", 5],
  ];
  test("T7: a month that as-of cuts is shown and not used", () => {
    const found = demand(rows);
    expect(isoDate(found.asOf)).toBe("2025-03-12");
    expect(values(found, "A")).toEqual([10, 20]);
    expect(found.items[0]?.partial).toBe(5);
  });
  test("a month is complete when as-of reaches its last working day", () => {
    expect(values(demand([...rows, ["A", "2025-08-29", 1]]), "A")).toHaveLength(8);
    expect(values(demand([...rows, ["A", "2025-08-28", 1]]), "A")).toHaveLength(7);
  });
  test("T8: a file that begins inside a month marks it, and the forecast does not see it", () => {
    const found = demand([
      ["A", "2025-01-20", 120],
      ["A", "2025-02-10", 280],
      ["A", "2025-03-31", 310],
    ]);
    expect(found.items[0]?.firstPartial).toBe(true);
    expect(values(found, "A")).toEqual([120, 280, 310]);
    expect(Array.from(found.items[0]?.series.values ?? [])).toEqual([280, 310]);
    expect(found.items[0]?.series.start).toBe("2025-02-01");
  });
  test("a single date years away is reported and does not move as-of", () => {
    const many: Row[] = Array.from({ length: 20 }, (_, k) => ["A", isoDate(dayOf("2025-01-02") + k * 7), 1]);
    const found = demand([...many, ["A", "2062-03-01", 1]]);
    expect(isoDate(found.asOf)).toBe("2025-05-15");
    expect(found.issues.map((issue) => issue.code)).toContain("date-far-from-rest");
  });
  test("lines after a given as-of do not count", () => {
    const found = demand(rows, { asOf: "2025-02-28" });
    expect(values(found, "A")).toEqual([10, 20]);
    expect(found.items[0]?.partial).toBeUndefined();
  });
});

describe("zero, unknown and censored", () => {
  test("T12: a month in which other items moved is a true zero, one without any line is unknown", () => {
    const other: Row[] = [["B", "2025-02-03", 1]];
    const rows: Row[] = [
      ["A", "2025-01-02", 10],
      ["A", "2025-03-31", 10],
    ];
    expect(values(demand([...rows, ...other]), "A")).toEqual([10, 0, 10]);
    const unknown = demand(rows);
    expect(values(unknown, "A")).toEqual([10, Number.NaN, 10]);
    expect(unknown.issues.map((issue) => issue.code)).toContain("bucket-without-lines");
  });
  test("by days a weekday on which nobody works is 0, another day without a line is unknown", () => {
    const rows: Row[] = [];
    const first = dayOf("2025-03-03");
    for (let day = 0; day < 33; day++)
      if (day % 7 < 5 && day !== 16) rows.push(["A", isoDate(first + day), 7]);
    const found = values(demand(rows, { bucket: "day" }), "A");
    expect(found.filter((_, k) => k % 7 >= 5)).toEqual(new Array(8).fill(0));
    expect(found[16]).toBeNaN();
  });
  test("five weeks of lines are looked at by weeks", () => {
    const rows = Array.from({ length: 36 }, (_, day): Row => ["A", isoDate(dayOf("2025-03-03") + day), 7]);
    const chosen = (count: number) =>
      demandOf(linesOf(rows.slice(0, count)), new Map(), {
        bucket: "auto",
        horizon: 6,
        plant: workCalendar("DE"),
        calendar: [],
      }).bucket;
    expect(chosen(36)).toBe("week");
    expect(chosen(21)).toBe("day");
  });
  test("a zero in a steady item is suspected to be missing stock: it stays 0, and the forecast does not use it", () => {
    const rows: Row[] = [];
    for (let m = 0; m < 14; m++) {
      const date = isoDate(dayOf("2024-01-10") + Math.round(m * 30.44));
      if (m !== 7) rows.push(["A", date, 100 + (m % 3)]);
      rows.push(["B", date, m % 4 === 0 ? 3 : 0]);
    }
    const found = demand(rows);
    expect(found.items[0]?.censored).toEqual([7]);
    expect(found.items[0]?.values[7]).toBe(0);
    expect(found.items[0]?.series.values[6]).toBeNaN();
    expect(found.issues.map((issue) => issue.code)).toContain("stockout-suspected");
  });
});

describe("returns", () => {
  test("T13: a linked return counts in the bucket of the line that it names", () => {
    const rows: Row[] = [
      ["A", "2025-01-02", 100, "sale", "S1"],
      ["A", "2025-02-28", -30, "return", "S1"],
      ["B", "2025-02-03", 1],
    ];
    expect(values(demand(rows), "A")).toEqual([70, 0]);
  });
  test("T13: an unlinked return never makes a bucket negative, and the total is kept", () => {
    const rows: Row[] = [
      ["A", "2025-01-02", 100],
      ["A", "2025-02-03", 10],
      ["A", "2025-02-04", -30, "return"],
      ["A", "2025-03-31", 50],
    ];
    const found = demand(rows);
    expect(values(found, "A")).toEqual([100, 0, 30]);
    expect(found.issues.map((issue) => issue.code)).toContain("returns-exceed-demand");
  });
  test("what cannot be placed by the end is given back", () => {
    const left = Float64Array.of(-10, 5, -25);
    expect(carryNegatives(left)).toBe(-30);
    expect(Array.from(left)).toEqual([0, 0, 0]);
  });
});

/** Days from order to receipt of the first item. */
const spans = (found: Demand) =>
  found.items[0]?.deliveries.map(({ ordered, received }) => received - ordered);

describe("what is demand", () => {
  test("purchases are no demand where an item has sales, but give lead times", () => {
    const found = demand([
      ["A", "2025-01-02", 10, "sale"],
      ["A", "2025-01-03", 500, "purchase", "P1", { receipt: "2025-01-24" }],
      ["A", "2025-02-28", 12, "sale"],
      ["B", "2025-01-06", 40, "purchase"],
      ["C", "2025-01-06", 40, "receipt"],
    ]);
    expect(values(found, "A")).toEqual([10, 12]);
    expect(spans(found)).toEqual([21]);
    expect(found.items[1]?.basis).toBe("purchase");
    expect(found.items).toHaveLength(2);
    expect(found.issues.map((issue) => issue.code)).toContain("no-demand-lines");
  });
  test("an order in parts is one delivery by quantity, a framework order without dates of its call-offs none", () => {
    const used: Row[] = [
      ["P", "2024-01-02", 1, "sale"],
      ["P", "2025-12-30", 1, "sale"],
    ];
    const parts = demand([
      ...used,
      ["P", "2025-02-03", 75, "purchase", "N1", { receipt: "2025-02-11" }],
      ["P", "2025-02-03", 25, "purchase", "N1", { receipt: "2025-03-15" }],
    ]);
    expect(spans(parts)).toEqual([16]);
    const months = ["03", "04", "05", "06", "07"];
    const framework = demand([
      ...used,
      ...months.map(
        (month): Row => ["P", "2025-02-03", 40, "purchase", "F1", { receipt: `2025-${month}-20` }],
      ),
    ]);
    expect(spans(framework)).toEqual([]);
    // receipts as lines of their own come together as well
    const receipts = demand([
      ...used,
      ["P", "2025-02-03", 100, "purchase", "N2"],
      ["P", "2025-02-13", 50, "receipt", "N2"],
      ["P", "2025-02-23", 50, "receipt", "N2"],
    ]);
    expect(spans(receipts)).toEqual([15]);
  });
});

describe("classes", () => {
  // Syntetos, Boylan & Croston (2005); sample variances by hand
  test("golden values of interval and variation", () => {
    const smooth = [10, 12, 11, 10, 12, 13, 11, 10, 12, 11, 12, 10];
    expect(demandInterval(smooth)).toBe(1);
    expect(sizeVariation(smooth)).toBeCloseTo(0.00850564, 8);
    expect(demandPattern(smooth)).toBe("smooth");
    const erratic = [10, 40, 5, 30, 12, 60, 8, 10, 45, 5, 11, 33];
    expect(sizeVariation(erratic)).toBeCloseTo(0.6807534445, 9);
    expect(demandPattern(erratic)).toBe("erratic");
    const lumpy = [50, 0, 0, 3, 0, 0, 20, 0, 0, 1];
    expect(demandInterval(lumpy)).toBe(2.5);
    expect(sizeVariation(lumpy)).toBeCloseTo(1.5008522035, 9);
    expect(demandPattern(lumpy)).toBe("lumpy");
  });
  test("buckets before the first demand and unobserved ones change neither interval nor variation", () => {
    const gap = Number.NaN;
    expect(demandInterval([0, gap, 0, 4, gap, 0, 2])).toBe(1.5);
    expect(sizeVariation([0, gap, 0, 4, gap, 0, 2])).toBeCloseTo(2 / 9, 12);
    expect(demandInterval([0, gap])).toBe(Number.POSITIVE_INFINITY);
    expect(sizeVariation([0, 5])).toBe(0);
    expect(isRare([0, gap])).toBe(false);
    expect(isRare([4, 0, 2])).toBe(true);
  });
  test("a long silence is dead, a short history is new", () => {
    expect(classify(Float64Array.of(...Array(12).fill(5), ...Array(14).fill(0)), "month")).toBe("dead");
    expect(classify(Float64Array.of(5, 5), "month")).toBe("new");
    expect(classify(Float64Array.of(...Array(12).fill(5)), "month")).toBe("smooth");
  });
  test("ABC by cumulative value", () => {
    const classes = (annual: { quantity: number; value?: number }[]) =>
      annual.map(totalOf(abcClasses, annual)).join("");
    const quantities = (...all: number[]) => classes(all.map((quantity) => ({ quantity })));
    expect(quantities(80, 15, 5)).toBe("ABC");
    expect(quantities(0, 0)).toBe("CC");
    expect(quantities(40, 1, 40, 15, 4)).toBe("ACABC");
    // what is worth the same is in the same class, wherever it stands
    expect(quantities(50, 20, 20, 5, 5)).toBe("AAABB");
    expect(classes([{ quantity: 1, value: 95 }, { quantity: 90 }, { quantity: 9, value: 10 }])).toBe("ACB");
  });
});

describe("lineage", () => {
  const rows: Row[] = [];
  for (let m = 0; m < 12; m++) rows.push(["OLD", isoDate(dayOf("2024-01-10") + Math.round(m * 30.44)), 10]);
  rows.push(["NEW", "2025-01-31", 4]);
  test("a successor inherits the history of its predecessor", () => {
    const found = demand(rows, { items: [{ item: "OLD", successor: "NEW", successorFrom: "2025-01-01" }] });
    const heir = found.items.find((one) => one.item === "NEW");
    expect(heir?.values).toHaveLength(1);
    expect(heir?.series.start).toBe("2024-02-01");
    expect(heir?.series.values.at(-1)).toBe(4);
  });
  test("a new item starts with the scaled history of the item it is like", () => {
    const found = demand(rows, { items: [{ item: "LIKE", likeItem: "OLD", likeFactor: 0.5 }] });
    const like = found.items.find((one) => one.item === "LIKE");
    expect(like?.series.values[0]).toBe(5);
    expect(like?.class).toBe("new");
  });
  test("a like item or successor that no file knows is said", () => {
    const items = [
      { item: "OLD", successor: "NEWER" },
      { item: "NEW", likeItem: "NOBODY" },
    ];
    expect(demand(rows, { items }).issues.map(({ code, item, text }) => [code, item, text])).toEqual(
      expect.arrayContaining([
        ["successor-unknown", "OLD", "NEWER"],
        ["like-item-unknown", "NEW", "NOBODY"],
      ]),
    );
  });
});

test("the order of rows changes nothing", () => {
  const rows: Row[] = Array.from({ length: 60 }, (_, k) => [
    `I${k % 7}`,
    isoDate(dayOf("2024-01-02") + ((k * 37) % 500)),
    0.1 * (1 + (k % 11)),
    k % 13 === 0 ? "return" : "sale",
  ]);
  const strip = (found: Demand) =>
    JSON.stringify(found.items.map((one) => [one.item, Array.from(one.values), one.class]));
  const shuffled = rows
    .map((row, k) => [row, (k * 7919) % 61] as const)
    .sort((a, b) => a[1] - b[1])
    .map(([row]) => row);
  expect(strip(demand(shuffled))).toBe(strip(demand(rows)));
});
