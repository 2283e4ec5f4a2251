import { loadavg } from "node:os";
import { runEngine } from "./engine.ts";
import { markdown, type Row, updatePage, writeResults } from "./results.ts";
import { readData, type SplitSeries, sets } from "./sets.ts";

const levels = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Demand of made-up items: level, season and noise from the number of the item, the same everywhere. */
function madeUp(count: number, length: number, period: number, horizon: number): SplitSeries[] {
  return Array.from({ length: count }, (_, i) => {
    const value = (t: number) =>
      Math.max(
        0,
        Math.round(
          (20 + (i % 90)) *
            (1 +
              0.3 * Math.sin((2 * Math.PI * (t + i)) / period) +
              0.25 * Math.sin(12.9898 * t + 78.233 * i)),
        ),
      );
    return {
      id: `item ${i}`,
      part: "made up",
      bucket: period > 12 ? "week" : "month",
      period,
      scalePeriod: 1,
      horizon,
      train: Float64Array.from({ length }, (_, t) => value(t)),
      test: Float64Array.from({ length: horizon }, (_, t) => value(length + t)),
    };
  });
}

const peerCosts = (): Map<string, number> =>
  new Map(
    (readData("peers/cpu.csv") ?? "")
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","))
      .map(([set, method, , seconds]) => [`${set} ${method}`, Number(seconds)]),
  );

function setRows(): Row[] {
  const rows: Row[] = [];
  const costs = peerCosts();
  for (const [set, peers] of [
    ["m3", "m3"],
    ["tourism", "tourism"],
    ["m4-weekly", "m4_weekly"],
    ["carparts", "carparts"],
  ] as const) {
    const all = sets[set]?.();
    if (all === undefined) {
      process.stderr.write(`SKIP ${set}: its file is absent under ../shared/data (set BEDARF_DATA)\n`);
      continue;
    }
    let total = 0;
    for (const part of new Set(all.map((one) => one.part))) {
      const panel = all.filter((one) => one.part === part);
      const { cpuSeconds, learnSeconds } = runEngine(panel, levels);
      total += cpuSeconds;
      rows.push({
        set,
        part,
        series: panel.length,
        "CPU s": +cpuSeconds.toFixed(2),
        "of it learning": +learnSeconds.toFixed(2),
        "ms per series": +((1000 * cpuSeconds) / panel.length).toFixed(3),
      });
    }
    const stored = (name: string) => costs.get(`${peers} ${name}`);
    const [dot, ets] = [stored("DynamicOptimizedTheta"), stored("AutoETS")];
    rows.push({
      set,
      part: "ALL",
      series: all.length,
      "CPU s": +total.toFixed(2),
      "ms per series": +((1000 * total) / all.length).toFixed(3),
      ...(dot === undefined || ets === undefined
        ? {}
        : {
            "DOT + AutoETS, CPU s (stored)": +(dot + ets).toFixed(1),
            "times faster": +((dot + ets) / total).toFixed(1),
          }),
    });
  }
  return rows;
}

/** Least of three runs: the machine may be busy elsewhere. */
const leastCost = (panel: readonly SplitSeries[]): number =>
  Math.min(...[0, 1, 2].map(() => runEngine(panel, levels).cpuSeconds));

function growthRows(): Row[] {
  runEngine(madeUp(200, 60, 12, 12), levels);
  const small = leastCost(madeUp(500, 60, 12, 12));
  const large = leastCost(madeUp(2000, 60, 12, 12));
  const monthly = leastCost(madeUp(200, 156, 12, 12));
  const weekly = leastCost(madeUp(200, 156, 52, 12));
  const plan = leastCost(madeUp(2000, 36, 12, 12));
  return [
    { question: "2,000 series against 500", "CPU ratio": +(large / small).toFixed(2) },
    { question: "season 52 against 12, 156 values", "CPU ratio": +(weekly / monthly).toFixed(2) },
    { question: "36 months, ms per item, all in", "CPU ms": +(plan / 2).toFixed(3) },
  ];
}

/** `bench speed [--mini]`: CPU of one thread, learning included; growth with the number of series and the season. */
export async function run(args: readonly string[]): Promise<number> {
  const mini = args.includes("--mini");
  const load = loadavg()[0] ?? 0;
  const rows = mini ? [] : setRows();
  const growth = growthRows();
  const text = `${rows.length > 0 ? `${markdown(rows)}\n\n` : ""}${markdown(growth)}\n\nLoad average at the start: ${load.toFixed(1)}. Peers' seconds are stored ones of another run: ratios between programs hold roughly.`;
  process.stdout.write(`${text}\n`);
  if (!mini) {
    writeResults("speed", [...rows, ...growth]);
    updatePage("speed", text);
  }
  return 0;
}
