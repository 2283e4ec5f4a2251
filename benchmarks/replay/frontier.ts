import type { PolicyResult } from "../../src/index.ts";

/** A policy of the engine beside the best textbook policy at the same fill rate. */
interface ComparedPoint {
  readonly policy: string;
  readonly fillRate: number;
  readonly best?: string;
  /** Our average stock value divided by the least textbook one at this fill. */
  readonly stockRatio?: number;
  /** Our fill by value less that of this textbook policy at this fill. */
  readonly valueGap?: number;
}

const isCurve = ({ policy }: PolicyResult) => policy.includes(" ");

/** Policies by curve (the name up to its last blank), each ascending by fill rate. */
export function curvesOf(results: readonly PolicyResult[]): Map<string, PolicyResult[]> {
  const curves = Map.groupBy(results.filter(isCurve), ({ policy }) =>
    policy.slice(0, policy.lastIndexOf(" ")),
  );
  for (const curve of curves.values()) curve.sort((a, b) => a.fillRate - b.fillRate);
  return curves;
}

/** Stock and service by value of a curve at a fill rate, by straight lines; undefined outside the curve. */
function at(curve: readonly PolicyResult[], fill: number): { stock: number; value: number } | undefined {
  for (let k = 1; k < curve.length; k++) {
    const [a, b] = [curve[k - 1], curve[k]];
    if (fill < a.fillRate || fill > b.fillRate) continue;
    const share = b.fillRate > a.fillRate ? (fill - a.fillRate) / (b.fillRate - a.fillRate) : 0;
    return {
      stock: a.averageStockValue + share * (b.averageStockValue - a.averageStockValue),
      value: a.fillRateByValue + share * (b.fillRateByValue - a.fillRateByValue),
    };
  }
  return undefined;
}

const cheapest = (results: readonly PolicyResult[]) =>
  results.reduce((best, one) => (one.totalCost < best.totalCost ? one : best));

/** Every policy of the engine against the textbook curves at its fill rate, and the lowest total costs. */
export function comparison(results: readonly PolicyResult[]) {
  const curves = curvesOf(results);
  const textbook = [...curves].filter(([name]) => !name.startsWith("bedarf"));
  const ours = results.filter((one) => isCurve(one) && one.policy.startsWith("bedarf"));
  const points = ours.map(({ policy, fillRate, averageStockValue, fillRateByValue }): ComparedPoint => {
    const found = textbook
      .flatMap(([name, curve]) => {
        const point = at(curve, fillRate);
        return point === undefined ? [] : [{ name, ...point }];
      })
      .sort((a, b) => a.stock - b.stock)[0];
    if (found === undefined) return { policy, fillRate };
    return {
      policy,
      fillRate,
      best: found.name,
      stockRatio: averageStockValue / found.stock,
      valueGap: fillRateByValue - found.value,
    };
  });
  return {
    points,
    cheapest: cheapest(ours),
    cheapestTextbook: cheapest(textbook.flatMap(([, curve]) => curve)),
  };
}
