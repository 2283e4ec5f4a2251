import { control, detect, type Series } from "../../src/index.ts";
import type { Row } from "../results.ts";
import { seeded } from "../signals/clean-series.ts";
import { atMost } from "./figure.ts";

const items = 20_000;
const months = 48;

/** Two uniform numbers to one of a normal distribution (Box & Muller 1958). */
const normal = (uniform: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

function poisson(mean: number, uniform: () => number): number {
  let count = 0;
  for (let left = uniform(); left > Math.exp(-mean); left *= uniform()) count++;
  return count;
}

/** Gamma of this shape and mean 1 (Marsaglia & Tsang 2000, shapes from 1 on). */
function gamma(shape: number, uniform: () => number): number {
  const d = shape - 1 / 3;
  for (;;) {
    const z = normal(uniform);
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return (d * v) / shape;
  }
}

/** Kinds of demand in which nothing happens: counts, and flows with a spread. */
const kinds: readonly ((mean: number, uniform: () => number) => number)[] = [
  (mean, uniform) => poisson(mean, uniform),
  (mean, uniform) => poisson(mean * gamma(3, uniform), uniform),
  (mean, uniform) => mean * gamma(8, uniform),
  (mean, uniform) => mean * Math.exp(0.25 * normal(uniform)),
  (mean, uniform) => Math.max(0, mean * (1 + 0.2 * normal(uniform))),
];

/** One item of 3 to 100 a month, every second one with a season. */
function steady(k: number): Series {
  const uniform = seeded(k + 1);
  const mean = 3 * (100 / 3) ** uniform();
  const swing = k % 2 === 0 ? 0 : 0.5 * uniform();
  const values = Float64Array.from({ length: months }, (_, t) =>
    kinds[k % kinds.length](mean * (1 + swing * Math.sin((2 * Math.PI * (t + k)) / 12)), uniform),
  );
  return { item: `S${k}`, bucket: "month", start: "2020-01-01", period: 12, values };
}

/** Flags among items that nothing happens to. */
export function steadyRows(): Row[] {
  const found = Array.from({ length: items }, (_, k) => ({ found: detect({ series: steady(k) }) }));
  const flagged = control(found, { fdr: 0.05 }).filter((flags) => flags.length > 0).length;
  return [
    atMost(
      `${items.toLocaleString("en")} steady items of ${months} months`,
      "items with a flag",
      flagged,
      20,
    ),
  ];
}
