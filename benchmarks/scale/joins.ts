import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { used } from "./usage.ts";

/** What a stage costs where so many parts say something of it: the join of all, and the next part that knows it. */
export interface StageCost {
  readonly stage: string;
  readonly joinCpuSeconds: number;
  readonly joinPeakMb: number;
  readonly partCpuSeconds: number;
  readonly partPeakMb: number;
}

/**
 * Goes through the stages of a plan with one part said again and again, as if a plan had so many parts of its size.
 * @param bedarf the command line, @param files orders and items of the part, @param copies how often it is said
 */
export async function* joinCosts(
  folder: string,
  bedarf: readonly [string, ...string[]],
  files: { readonly orders: string; readonly items: string },
  copies: number,
): AsyncGenerator<StageCost> {
  const [program, ...first] = bedarf;
  const at = (k: number) => join(folder, String(k));
  execFileSync(program, [...first, "part", "demand", files.orders, "--items", files.items, "--out", at(0)]);
  let shared = join(at(0), "shared");
  for (let [k, stage] = [0, "signals"]; stage !== ""; k++) {
    const { nodes: part } = await used([
      ...([...bedarf, "part", stage, "--shared", shared] as const),
      ...["--in", at(k), "--out", at(k + 1)],
    ]);
    const many = join(folder, "many");
    copiesOf(at(k + 1), many, copies);
    const paths = Array.from({ length: copies }, (_, copy) => join(many, `${copy}.sums`));
    const next = join(folder, `shared-${k}`);
    const given = ["join", stage, ...paths, "--shared", shared, "--out", next];
    const { nodes: joined, out } = await used([...bedarf, ...given]);
    rmSync(many, { recursive: true });
    yield {
      stage,
      joinCpuSeconds: joined[0]?.cpuSeconds ?? Number.NaN,
      joinPeakMb: joined[0]?.peakMb ?? Number.NaN,
      partCpuSeconds: part[0]?.cpuSeconds ?? Number.NaN,
      partPeakMb: part[0]?.peakMb ?? Number.NaN,
    };
    // the last join names no stage: it writes the tables
    [shared, stage] = [next, out.trim()];
  }
}

/** The files of the one part in `from` so many times, each under a name of its own. */
function copiesOf(from: string, to: string, copies: number): void {
  mkdirSync(to);
  for (const file of readdirSync(from)) {
    const ending = file.slice(file.indexOf("."));
    for (let copy = 0; copy < copies; copy++) linkSync(join(from, file), join(to, `${copy}${ending}`));
  }
}
