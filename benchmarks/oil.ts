// A refinery's parts lived again: stock and cost of the engine against the best textbook policy at equal fill, and
// against the firm's own reorder points and maxima. `npm run bench -- oil` writes benchmarks/results/oil.json.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PolicyResult } from "../src/index.ts";
import { curvesOf } from "./replay/frontier.ts";
import { shops } from "./replay/shops.ts";
import { lived } from "./replay.ts";

/** Value of a curve at a fill rate, by straight lines; undefined outside of it. */
function at(
  curve: readonly PolicyResult[],
  fill: number,
  of: "averageStockValue" | "totalCost",
): number | undefined {
  for (let k = 1; k < curve.length; k++) {
    const [a, b] = [curve[k - 1], curve[k]];
    if (fill < a.fillRate || fill > b.fillRate) continue;
    const share = b.fillRate > a.fillRate ? (fill - a.fillRate) / (b.fillRate - a.fillRate) : 0;
    return a[of] + share * (b[of] - a[of]);
  }
  return undefined;
}

const ratio = (ours: number | undefined, theirs: number | undefined) =>
  ours === undefined || theirs === undefined ? null : ours / theirs;

/** Fill rates at which stock and cost are compared. */
const fills = [0.88, 0.9, 0.92, 0.934, 0.95, 0.957, 0.97];

function figures(results: readonly PolicyResult[]) {
  const curves = curvesOf(results);
  const textbook = [...curves].filter(([name]) => !name.startsWith("bedarf")).map(([, curve]) => curve);
  const least = (fill: number, of: "averageStockValue" | "totalCost") => {
    const known = textbook.flatMap((curve) => at(curve, fill, of) ?? []);
    return known.length === 0 ? undefined : Math.min(...known);
  };
  const own = results.find(({ policy }) => policy === "as-is");
  return [...curves]
    .filter(([name]) => name.startsWith("bedarf"))
    .map(([name, curve]) => ({
      policy: name,
      equalFill: fills.map((fill) => ({
        fill,
        stock: ratio(at(curve, fill, "averageStockValue"), least(fill, "averageStockValue")),
        cost: ratio(at(curve, fill, "totalCost"), least(fill, "totalCost")),
      })),
      ...(own === undefined
        ? {}
        : {
            ownFill: own.fillRate,
            stockToOwn: ratio(at(curve, own.fillRate, "averageStockValue"), own.averageStockValue),
            costToOwn: ratio(at(curve, own.fillRate, "totalCost"), own.totalCost),
          }),
    }));
}

const rounded = (_: string, value: unknown) =>
  typeof value === "number" ? Number(value.toPrecision(4)) : value;

export async function run(): Promise<number> {
  const shop = shops.oil();
  if (shop === undefined) {
    process.stderr.write("SKIP oil: absent under the data folder (set BEDARF_DATA)\n");
    return 0;
  }
  const { results, seconds } = await lived(shop);
  const content = {
    items: shop.items.length,
    seconds,
    span: shop.span,
    figures: figures(results),
    policies: results,
  };
  for (const one of content.figures) process.stdout.write(`${JSON.stringify(one, rounded)}\n`);
  for (const { policy, fillRate, fillRateByValue, averageStockValue, totalCost } of results)
    process.stdout.write(
      `${policy.padEnd(40)} ${fillRate.toFixed(3)} ${fillRateByValue.toFixed(3)} ${Math.round(averageStockValue)} ${Math.round(totalCost)}\n`,
    );
  const folder = join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "oil.json"), `${JSON.stringify(content, rounded, 1)}\n`);
  return 0;
}
