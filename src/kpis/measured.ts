import type { IsoDate } from "../order.ts";
import type { Bucket } from "../series.ts";
import type { CashWeek } from "../suggestion.ts";
import type { OverrideCell } from "./overrides.ts";
import type { RunItem, TrendPoint } from "./run-record.ts";
import type { ItemVintages } from "./vintages.ts";

/** What a buyer did with a suggested line. */
export interface Handled {
  readonly item: string;
  readonly action: "accept" | "change" | "reject" | "ordered";
  /** As-of of the run that suggested it, and the day of the decision. */
  readonly suggested?: string;
  readonly decided?: string;
}

/** All that figures need of one item. */
export interface MeasuredItem {
  readonly item: string;
  /** What each run says of it, oldest first; undefined where a run lacks it. The last run is the one that is measured. */
  readonly runs: readonly (RunItem | undefined)[];
  /** Money of one unit where the run's prices share one currency, named or not, else 1. */
  readonly worth: number;
  /** Its forecasts, oldest first: one a run, or at earlier origins of its own history where there is one run. */
  readonly vintages: ItemVintages;
  /** Its forecasts at earlier origins of its own history, and the run's own; absent where they are not known. */
  readonly origins?: ItemVintages;
  /** Cost of placing an order line. */
  readonly lineCost: number;
  /** Cost of one unit short; absent: what a unit is worth. */
  readonly backorderCost?: number;
}

/** What the run says as a whole, the same for every item. */
export interface MeasuredRun {
  /** As-of of every run, oldest first; the last is the one that is measured. */
  readonly asOf: readonly IsoDate[];
  readonly bucket: Bucket;
  /** Whether forecasts are compared between runs, or between earlier origins of one file. */
  readonly source: "runs" | "backtest";
  /** What money is in, "" where the prices name nothing; absent: not every item has a price in one currency, sums are in units. */
  readonly currency?: string;
  /** What earlier runs said of each figure, oldest first. */
  readonly trends: Readonly<Record<string, readonly TrendPoint[]>>;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  /** Decisions since the last run. */
  readonly handled: readonly Handled[];
  /** Decisions as forecasts, beside what came. */
  readonly overrides: readonly OverrideCell[];
  /** Value added by overrides for each person: off unless that was agreed. */
  readonly byPerson: boolean;
  /** Small-order surcharges of the baskets. */
  readonly surcharges: number;
  readonly cash: readonly CashWeek[];
  /** Targets in percent; most money for 13 weeks. */
  readonly fillTarget: number;
  readonly cycleTarget: number;
  readonly cashLimit?: number;
}

/** Unit of a sum over what items are worth: pieces are never called money. @example unitOf("") // "money" */
export const unitOf = (currency: string | undefined): string =>
  currency === undefined ? "units" : moneyUnit(currency);

/** Unit of what is money anyway; "money" where nothing says in what. @example moneyUnit("EUR") // "EUR" */
export const moneyUnit = (currency = ""): string => (currency === "" ? "money" : currency);

/** What the run that is measured says of an item; undefined where it lacks it. */
export const measuredRunOf = ({ runs }: MeasuredItem): RunItem | undefined => runs[runs.length - 1];
