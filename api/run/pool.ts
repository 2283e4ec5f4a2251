import { mergePools, type Pool, poolFromJson, UsageError } from "../../src/index.ts";
import { sourceOf, textOf } from "./files.ts";

/** What `--pool F|none …` names: files merged into one, null for "none", undefined where none is named. */
export function poolOf(named: readonly string[]): Pool | null | undefined {
  if (named.length === 0) return undefined;
  if (named.includes("none")) {
    if (named.length > 1) throw new UsageError({ code: "pool-none-alone" });
    return null;
  }
  const pools = named.map((file) => poolFromJson(textOf(sourceOf(file))));
  return pools.length === 1 ? pools[0] : mergePools(pools);
}
