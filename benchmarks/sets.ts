import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { by } from "../src/index.ts";

/** A series with its fixed split: fit on `train`, score on `test`. */
export interface SplitSeries {
  readonly id: string;
  /** Row of the tables, e.g. "MONTHLY". */
  readonly part: string;
  readonly bucket: "day" | "week" | "month" | "quarter" | "year";
  /** Season that a model may use. */
  readonly period: number;
  /** Season of the MASE scale. */
  readonly scalePeriod: number;
  readonly start?: string;
  readonly horizon: number;
  readonly train: Float64Array;
  readonly test: Float64Array;
}

export const root = dirname(import.meta.dirname);
export const dataRoot = resolve(root, process.env.BEDARF_DATA ?? "../shared/data");

/** Text of a file of the data folder; undefined where it is absent. */
export function readData(file: string): string | undefined {
  const path = join(dataRoot, file);
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

const records = (file: string) =>
  readData(file)
    ?.trimEnd()
    .split("\n")
    .map((line) => line.split(","));

interface JsonSeries {
  readonly id: string;
  readonly period: string;
  readonly freq: number;
  readonly start?: readonly [number, number];
  readonly h: number;
  readonly x: readonly number[];
  readonly xx: readonly number[];
}

/**
 * First day of a bucket given as year and number within it; [1, 1] means that no date is known, a year of two digits is
 * one of the last century.
 */
function startOf({ start, freq }: JsonSeries): { start?: string } {
  if (start === undefined || start[0] <= 1 || freq > 12) return {};
  const year = start[0] < 100 ? 1900 + start[0] : start[0];
  const month = freq === 1 ? 1 : (start[1] - 1) * (12 / freq) + 1;
  return { start: `${year}-${String(month).padStart(2, "0")}-01` };
}

function jsonSet(file: string, season: (freq: number) => number, weekly = false): SplitSeries[] | undefined {
  return readData(file)
    ?.trimEnd()
    .split("\n")
    .map((line) => {
      const read = JSON.parse(line) as JsonSeries;
      const bucket = weekly
        ? "week"
        : read.freq === 12
          ? "month"
          : read.freq === 4
            ? "quarter"
            : read.period === "YEARLY"
              ? "year"
              : "day";
      return {
        id: read.id,
        part: read.period,
        bucket,
        period: season(read.freq),
        scalePeriod: read.freq,
        ...startOf(read),
        horizon: read.h,
        train: Float64Array.from(read.x),
        test: Float64Array.from(read.xx),
      };
    });
}

const split = (
  id: string,
  part: string,
  bucket: SplitSeries["bucket"],
  periods: readonly [number, number],
  values: readonly number[],
  horizon: number,
  start?: string,
): SplitSeries => ({
  id,
  part,
  bucket,
  period: periods[0],
  scalePeriod: periods[1],
  ...(start === undefined ? {} : { start }),
  horizon,
  train: Float64Array.from(values.slice(0, -horizon)),
  test: Float64Array.from(values.slice(-horizon)),
});

/** Blank = no observation: read as 0, the usual protocol. */
const carparts = () =>
  records("carparts/carparts.csv")
    ?.slice(1)
    .map((cells) =>
      split(cells[0], "carparts", "month", [12, 12], cells.slice(1).map(Number), 12, "1998-01-01"),
    );

const auto = () =>
  records("auto/auto.csv")
    ?.slice(1)
    .map((cells) => split(cells[0], "AUTO", "month", [12, 1], cells.slice(1).map(Number), 7));

/** Weeks 2012-W02 to 2014-W44, the last 13 as test; the 1,642 items with at least 2 demands in all. */
const man = () =>
  records("man/man.csv")
    ?.slice(1)
    .map((cells) =>
      split(cells[0], "MAN", "week", [52, 1], cells.slice(8, 155).map(Number), 13, "2012-01-09"),
    )
    .filter((series) => [...series.train, ...series.test].filter((value) => value !== 0).length >= 2);

/** 280 daily series, last 28 days as test, from the first sale on. */
function m5(): SplitSeries[] | undefined {
  const rows = records("m5tiny/tiny_m5.csv.gz");
  if (rows === undefined) return undefined;
  const byItem = new Map<string, { start: string; values: number[] }>();
  for (const cells of rows.slice(1)) {
    const id = `${cells[0]}_${cells[3]}`;
    const found = byItem.get(id);
    const value = Number(cells[5]);
    if (found !== undefined) found.values.push(value);
    else if (value > 0) byItem.set(id, { start: cells[6], values: [value] });
  }
  return [...byItem].map(([id, { start, values }]) => split(id, "M5tiny", "day", [7, 1], values, 28, start));
}

/** Cells of a CSV line with quotes. */
export function quotedCells(line: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= line.length; ) {
    if (line[at] === '"') {
      let text = "";
      let end = at + 1;
      for (;;) {
        const quote = line.indexOf('"', end);
        text += line.slice(end, quote);
        if (line[quote + 1] !== '"') {
          end = quote + 1;
          break;
        }
        text += '"';
        end = quote + 2;
      }
      cells.push(text);
      at = end + 1;
    } else {
      const comma = line.indexOf(",", at);
      const end = comma < 0 ? line.length : comma;
      cells.push(line.slice(at, end));
      at = end + 1;
    }
  }
  return cells;
}

/**
 * Weekly sales of goods (codes that begin with five digits, price above 0): cancelled invoices ("C…") are netted
 * in their own week and a week below zero becomes 0. 52 complete weeks from 2010-W49, the last 8 as test, items
 * with at least 26 active weeks.
 */
function onlineRetail(): SplitSeries[] | undefined {
  const text = readData("onlineretail/online_retail.csv.gz");
  if (text === undefined) return undefined;
  const first = Date.UTC(2010, 11, 6);
  const weeks = new Map<string, number[]>();
  for (const line of text.trimEnd().split("\n").slice(1)) {
    const [, code = "", , quantity = "", date = "", price = ""] = quotedCells(line);
    if (!/^\d{5}/.test(code) || !(Number(price) > 0)) continue;
    const week = Math.floor((Date.parse(`${date.slice(0, 10)}T00:00:00Z`) - first) / 604_800_000);
    if (week < 0 || week >= 52) continue;
    const id = code.toUpperCase();
    const values = weeks.get(id) ?? new Array<number>(52).fill(0);
    weeks.set(id, values);
    values[week] = values[week] + Number(quantity);
  }
  return [...weeks]
    .map(([id, values]) =>
      split(
        id,
        "OnlineRetail",
        "week",
        [52, 1],
        values.map((value) => Math.max(0, value)),
        8,
        "2010-12-06",
      ),
    )
    .filter((series) => [...series.train, ...series.test].filter((value) => value > 0).length >= 26)
    .sort(by(({ id }) => id));
}

/** Monthly turnover of Australian retail, 1982 to 2018, the last 24 months as test. */
function ausRetail(): SplitSeries[] | undefined {
  const byId = new Map<string, { start: string; values: number[] }>();
  const rows = readData("aus_retail/aus_retail.csv.gz")?.trimEnd().split("\n").slice(1);
  for (const line of rows ?? []) {
    const [, , id = "", month = "", value = ""] = quotedCells(line);
    const at = /^(\d{4})\D?(\d\d)/.exec(month);
    const found = byId.get(id);
    if (found !== undefined) found.values.push(Number(value));
    else byId.set(id, { start: `${at?.[1]}-${at?.[2]}-01`, values: [Number(value)] });
  }
  return (
    rows &&
    [...byId].map(([id, { start, values }]) => split(id, "aus_retail", "month", [12, 12], values, 24, start))
  );
}

/** Month of the refinery's file that nobody observed. */
const unobserved = 10;

/** Parts of a refinery: blank years are years without demand, more returns than withdrawals count as none. */
const oil = () =>
  records("oil/oil.csv")
    ?.slice(1)
    .map((cells) =>
      split(
        cells[0],
        "OIL",
        "month",
        [12, 1],
        cells.slice(2).map((cell, t) => (t === unobserved ? Number.NaN : Math.max(0, Number(cell)))),
        12,
        "1997-01-01",
      ),
    );

/** Readers by name; each gives undefined where the data folder lacks the file. */
export const sets: Readonly<Record<string, () => SplitSeries[] | undefined>> = {
  m3: () => jsonSet("m3/m3.jsonl.gz", (freq) => freq),
  tourism: () => jsonSet("tourism/tourism.jsonl.gz", (freq) => freq),
  "m4-weekly": () => jsonSet("m4/m4_weekly.jsonl.gz", () => 52, true),
  "m4-hourly": () => jsonSet("m4/m4_hourly.jsonl.gz", (freq) => freq),
  carparts,
  auto,
  man,
  "m5-tiny": m5,
  "online-retail": onlineRetail,
  m1: () => jsonSet("m1/m1.jsonl.gz", (freq) => freq),
  "aus-retail": ausRetail,
  oil,
};
