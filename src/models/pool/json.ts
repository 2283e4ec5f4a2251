import { UsageError } from "../../errors.ts";
import { type Pool, poolVersion } from "./pool.ts";

/** A saved pool: JSON whose number arrays are base64 of little-endian doubles, so that nothing is rounded. */
export const poolToJson = (pool: Pool): string =>
  JSON.stringify(pool, (_, value: unknown) =>
    value instanceof Float64Array ? { f64: toBase64(value) } : value,
  );

/** Reads a saved pool. @throws UsageError in one line when the text is not a pool of this version */
export function poolFromJson(text: string): Pool {
  let read: unknown;
  try {
    read = JSON.parse(text, (_, value: unknown) => (isPacked(value) ? fromBase64(value.f64) : value));
  } catch {
    throw new UsageError({ code: "pool-not-json" });
  }
  if (typeof read !== "object" || read === null || !("version" in read) || !("parts" in read))
    throw new UsageError({ code: "not-a-pool" });
  if (read.version !== poolVersion)
    throw new UsageError({ code: "pool-version", theirs: String(read.version), ours: poolVersion });
  if (!Array.isArray(read.parts) || !read.parts.every(isPart)) throw new UsageError({ code: "pool-damaged" });
  return read as Pool;
}

const isPacked = (value: unknown): value is { f64: string } =>
  typeof value === "object" && value !== null && "f64" in value && typeof value.f64 === "string";

const isGram = (gram: unknown): boolean =>
  typeof gram === "object" &&
  gram !== null &&
  "squares" in gram &&
  "products" in gram &&
  "inputs" in gram &&
  "targets" in gram &&
  typeof gram.inputs === "number" &&
  typeof gram.targets === "number" &&
  gram.squares instanceof Float64Array &&
  gram.squares.length === (gram.inputs * (gram.inputs + 1)) / 2 &&
  gram.products instanceof Float64Array &&
  gram.products.length === gram.inputs * gram.targets;

const isRidge = (of: unknown): boolean =>
  typeof of === "object" &&
  of !== null &&
  "past" in of &&
  isGram(of.past) &&
  "recent" in of &&
  isGram(of.recent) &&
  "weights" in of &&
  "pastWeights" in of;

const isRegression = (of: unknown): boolean =>
  typeof of === "object" && of !== null && "lookback" in of && isRidge(of);

const isPart = (part: unknown): boolean =>
  typeof part === "object" &&
  part !== null &&
  "key" in part &&
  typeof part.key === "string" &&
  "horizon" in part &&
  typeof part.horizon === "number" &&
  "shares" in part &&
  "medianShare" in part &&
  "trend" in part &&
  typeof part.trend === "number" &&
  "seasons" in part &&
  "levelShares" in part &&
  Array.isArray(part.levelShares) &&
  "errors" in part &&
  "kept" in part &&
  Array.isArray(part.kept) &&
  "keptIntermittent" in part &&
  Array.isArray(part.keptIntermittent) &&
  "rates" in part &&
  isRidge(part.rates) &&
  "counts" in part &&
  "mixture" in part &&
  "means" in part &&
  "regressions" in part &&
  Array.isArray(part.regressions) &&
  part.regressions.every(isRegression);

function toBase64(values: Float64Array): string {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  for (let k = 0; k < values.length; k++) view.setFloat64(8 * k, values[k], true);
  let text = "";
  for (let k = 0; k < bytes.length; k += 8192) text += String.fromCharCode(...bytes.subarray(k, k + 8192));
  return btoa(text);
}

function fromBase64(text: string): Float64Array {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let k = 0; k < bytes.length; k++) bytes[k] = letters.charCodeAt(k);
  const view = new DataView(bytes.buffer);
  return new Float64Array(bytes.length >> 3).map((_, k) => view.getFloat64(8 * k, true));
}
