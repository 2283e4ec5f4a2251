import { designOf } from "./design.ts";
import { logSlope, type Observed, type Scale, scaled } from "./observed.ts";
import { seasonColumns } from "./season.ts";

/** Zeros on a logarithm: this share of the median is added to all values. */
const zeroShift = 0.1;

/** The scale on which the spread of the bulk is most even: Box-Cox likelihood with a robust spread. */
export function scaleOf({ values, bucket, period, zeros }: Observed): Scale {
  const n = values.length;
  if (values.some((value) => value < 0)) return "plain";
  const middle = Float64Array.from(values).sort()[n >> 1];
  const log: Scale = { shift: zeros > 0 ? zeroShift * middle : 0 };
  const phases = n >= 2.5 * period && period <= 24 ? seasonColumns(bucket, period, "phases") : [];
  const base = [new Float64Array(n).fill(1), ...phases];
  const positive = values.map((value) => (value > 0 ? value : zeroShift * middle));
  const likelihood = (scale: Scale) =>
    logSlope(positive, scale) -
    n * Math.log(Math.max(bulkSpread(designOf(scaled(values, scale), base).residual), 1e-300));
  // ties go to the logarithm, on which demand changes by shares
  const found = { log: likelihood(log), root: likelihood("root"), plain: likelihood("plain") };
  let best: keyof typeof found = "log";
  if (found.root > found.log + 2) best = "root";
  // the plain scale takes noise to be symmetric: only where that is clear
  if (found.plain - 4 > (best === "root" ? found.root : found.log + 2)) best = "plain";
  return best === "log" ? log : best;
}

/** Mean size of the lower three quarters of the residuals. */
function bulkSpread(residual: Float64Array): number {
  const sizes = residual.map(Math.abs).sort();
  const count = Math.ceil(sizes.length * 0.75);
  let sum = 0;
  for (let i = 0; i < count; i++) sum += sizes[i];
  return sum / count;
}
