import { bucketsPerYear, daysOf, type ReplayItem, type ReplaySpan } from "../../src/index.ts";
import { readData } from "../sets.ts";

/** A data set as a shop whose past can be lived again. */
export interface Shop {
  readonly name: string;
  readonly bucket: "week" | "month";
  readonly period: number;
  readonly start: string;
  readonly stepsPerYear: number;
  readonly items: readonly ReplayItem[];
  readonly span: ReplaySpan;
}

/** Cost of a unit that waits, as a multiple of what holding it costs. */
const waitingFactor = 10;
const holdingRate = 0.2;

const isWhole = (demand: ArrayLike<number>) => Array.prototype.every.call(demand, Number.isInteger);

function rows(file: string): string[][] | undefined {
  return readData(file)
    ?.trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}

/** 3,451 spare parts of a manufacturer, weeks 2012-W02 to 2014-W44, the last 52 counted. */
function man(): Shop | undefined {
  const stepsPerYear = bucketsPerYear.week;
  const items = rows("man/man.csv")?.map((cells): ReplayItem => {
    const demand = Float64Array.from(cells.slice(8, 155), Number);
    const [unitCost, orderCost, holding, leadSteps, minimumOrder] = cells.slice(2, 7).map(Number);
    const holdingPerStep = holding / stepsPerYear;
    return {
      item: cells[0],
      demand,
      leadSteps,
      unitCost,
      orderCost,
      holdingPerStep,
      shortCost: 0,
      waitingPerStep: waitingFactor * holdingPerStep,
      whole: isWhole(demand),
      ...(minimumOrder > 0 ? { minimumOrder } : {}),
    };
  });
  if (items === undefined) return undefined;
  const end = 147;
  const count = end - 52;
  return {
    name: "man",
    bucket: "week",
    period: 52,
    start: "2012-01-09",
    stepsPerYear,
    items,
    span: { start: count - 16, count, end, reviewSteps: 1 },
  };
}

/** Monthly spare parts without prices: every unit costs 10, lead time 3 months, 5 per line, 20 % a year. */
function monthly(name: string, file: string, months: number, from: number, start: string): Shop | undefined {
  const items = rows(file)?.map((cells): ReplayItem => {
    const demand = Float64Array.from(cells.slice(from, from + months), Number);
    const holdingPerStep = (10 * holdingRate) / 12;
    return {
      item: cells[0],
      demand,
      leadSteps: 3,
      unitCost: 10,
      orderCost: 5,
      holdingPerStep,
      shortCost: 0,
      waitingPerStep: waitingFactor * holdingPerStep,
      whole: isWhole(demand),
    };
  });
  if (items === undefined) return undefined;
  const count = months - 12;
  return {
    name,
    bucket: "month",
    period: 12,
    start,
    stepsPerYear: 12,
    items,
    span: { start: count - 3, count, end: months, reviewSteps: 1 },
  };
}

/** Months as they were used: a month below zero is none, and what came back is taken from the months after it. */
function netted(months: readonly number[]): Float64Array {
  let back = 0;
  return Float64Array.from(months, (value) => {
    const used = value - back;
    back = Math.max(0, -used);
    return Math.max(0, used);
  });
}

/** Parts of a refinery with the firm's own reorder points and maxima, 1997-01 to 2001-08, the last 18 months counted. */
function oil(): Shop | undefined {
  const end = 56;
  const count = end - 18;
  const orderCost = 5;
  const items = rows("oil/oil_with_inventory_params.csv")?.flatMap((cells): ReplayItem[] => {
    const [delivery, reorderPoint, maximumStock, , unitCost] = cells.slice(1, 6).map(Number);
    const demand = netted(cells.slice(6, 6 + end).map(Number));
    const holdingPerStep = (unitCost * holdingRate) / 12;
    const isUsable =
      unitCost > 0 && delivery > 0 && demand.subarray(0, end - 24).filter((used) => used > 0).length >= 2;
    if (!isUsable) return [];
    return [
      {
        item: cells[0],
        demand,
        leadSteps: Math.max(1, Math.round(delivery / daysOf.month)),
        unitCost,
        orderCost,
        holdingPerStep,
        shortCost: 0,
        waitingPerStep: waitingFactor * holdingPerStep,
        whole: isWhole(demand),
        reorderPoint,
        maximumStock,
      },
    ];
  });
  if (items === undefined) return undefined;
  return {
    name: "oil",
    bucket: "month",
    period: 12,
    start: "1997-01-01",
    stepsPerYear: 12,
    items,
    span: { start: count - 6, count, end, reviewSteps: 1 },
  };
}

/** Readers by name; undefined where the data folder lacks the file. */
export const shops: Readonly<Record<string, () => Shop | undefined>> = {
  man,
  carparts: () => monthly("carparts", "carparts/carparts.csv", 51, 1, "1998-01-01"),
  oil,
  auto: () => monthly("auto", "auto/auto.csv", 24, 1, "2000-01-01"),
};
