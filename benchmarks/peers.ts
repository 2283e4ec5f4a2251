import { metrics } from "../src/index.ts";
import { readData, type SplitSeries } from "./sets.ts";

/** Point forecasts and 95 % limits by method and series. */
interface PeerForecast {
  readonly mean: number[];
  readonly low: number[];
  readonly high: number[];
}
type Peers = ReadonlyMap<string, ReadonlyMap<string, PeerForecast>>;

const stored: Readonly<Record<string, string>> = {
  m3: "peers/m3.csv.gz",
  tourism: "peers/tourism.csv.gz",
  "m4-weekly": "peers/m4_weekly.csv.gz",
  carparts: "peers/carparts.csv.gz",
};

/** Stored forecasts of statsforecast 2.1.1 and augurs 0.10.2; for M3 also those of the 24 competitors. */
export function peersOf(set: string): Peers {
  const found = new Map<string, Map<string, PeerForecast>>();
  const of = (method: string, id: string): PeerForecast => {
    const byId = found.get(method) ?? new Map<string, PeerForecast>();
    found.set(method, byId);
    const one = byId.get(id) ?? { mean: [], low: [], high: [] };
    byId.set(id, one);
    return one;
  };
  const file = stored[set];
  const text = file === undefined ? undefined : readData(file);
  for (const line of text?.trimEnd().split("\n").slice(1) ?? []) {
    const [method = "", id = "", , mean, low, high] = line.split(",");
    const one = of(method, id);
    one.mean.push(Number(mean));
    one.low.push(low === "" ? Number.NaN : Number(low));
    one.high.push(high === "" ? Number.NaN : Number(high));
  }
  const competitors = set === "m3" ? readData("m3/m3_forecasts_24methods.csv.gz") : undefined;
  for (const line of competitors?.trimEnd().split("\n").slice(1) ?? []) {
    const [method = "", id = "", ...cells] = line.split(",");
    const one = of(`M3 ${method}`, id);
    for (const cell of cells) if (cell !== "") one.mean.push(Number(cell));
  }
  return found;
}

const meanOfLast = (x: Float64Array, span: number): number => {
  const values = x.slice(-span);
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
};

/** The rows every table carries, computed here from their definitions. */
export const simpleRows: Readonly<Record<string, (one: SplitSeries) => Float64Array>> = {
  zero: (one) => new Float64Array(one.horizon),
  naive: (one) => metrics.naiveForecast(one.train, one.horizon),
  "seasonal naive": (one) => metrics.naiveForecast(one.train, one.horizon, one.period),
  "mean of 12": (one) => new Float64Array(one.horizon).fill(meanOfLast(one.train, 12)),
};
