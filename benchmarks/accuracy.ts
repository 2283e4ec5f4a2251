import { readFileSync } from "node:fs";
import { join } from "node:path";
import { metrics } from "../src/index.ts";
import { pairedInterval } from "./bootstrap.ts";
import { runEngine } from "./engine.ts";
import { erpRows } from "./peers/erp.ts";
import { peersOf, simpleRows } from "./peers.ts";
import { markdown, type Row, updatePage, writeResults } from "./results.ts";
import { masesOf, type Points, scorePoints } from "./score.ts";
import { root, type SplitSeries, sets } from "./sets.ts";

interface Task {
  readonly set: string;
  /** Parts of the set, each a panel of its own. */
  readonly parts: readonly string[];
  /** Naive2 of the organisers, for OWA. */
  readonly naive2?: { readonly smape: number; readonly mase: number };
}

const readTasks = (name: string): Task[] =>
  JSON.parse(readFileSync(join(root, "benchmarks", "tasks", `${name}.json`), "utf8")) as Task[];

function rowOf(
  label: { set: string; part: string; model: string },
  panel: readonly SplitSeries[],
  points: Points,
  task: Task,
  cpuMs?: number,
): Row {
  const s = scorePoints(panel, points);
  const owa = task.naive2 && metrics.owa(s, task.naive2);
  return {
    ...label,
    series: s.series,
    "sMAPE per point": +s.smape.toFixed(3),
    "sMAPE per series": +s.smapePerSeries.toFixed(3),
    MASE: +s.mase.toFixed(4),
    RMSSE: +s.rmsse.toFixed(4),
    "bias %": +s.bias.toFixed(2),
    ...(owa === undefined ? {} : { OWA: +owa.toFixed(4) }),
    excluded: s.excluded,
    ...(cpuMs === undefined ? {} : { "CPU ms per series": +cpuMs.toFixed(3) }),
  };
}

const complete = (panel: readonly SplitSeries[], points: ReadonlyMap<string, { mean: number[] }>): boolean =>
  panel.every((one) => (points.get(one.id)?.mean.length ?? 0) >= one.horizon);

/** One set: rows of every method for each part and for all parts together. */
function scoreSet(task: Task, say: (text: string) => void): Row[] {
  const all = sets[task.set]?.();
  if (all === undefined) {
    say(`SKIP ${task.set}: its file is absent under ../shared/data (set BEDARF_DATA)`);
    return [];
  }
  const ours = new Map<string, ArrayLike<number>>();
  const costs = new Map<string, number>();
  for (const part of task.parts) {
    const panel = all.filter((one) => one.part === part);
    const { forecasts, cpuSeconds } = runEngine(panel, [0.5]);
    for (const [id, forecast] of forecasts) ours.set(id, forecast.demand.mean);
    costs.set(part, (1000 * cpuSeconds) / panel.length);
    say(`${task.set} ${part}: ${panel.length} series, ${cpuSeconds.toFixed(2)} s CPU`);
  }
  const peers = peersOf(task.set);
  const rows: Row[] = [];
  const parts = task.parts.length > 1 ? [...task.parts, "ALL"] : task.parts;
  for (const part of parts) {
    const panel = part === "ALL" ? all : all.filter((one) => one.part === part);
    const cost =
      part === "ALL"
        ? task.parts.reduce(
            (sum, p) => sum + (costs.get(p) ?? 0) * all.filter((one) => one.part === p).length,
            0,
          ) / all.length
        : costs.get(part);
    rows.push(rowOf({ set: task.set, part, model: "bedarf" }, panel, ours, task, cost));
    for (const [model, forecasts] of peers) {
      if (!complete(panel, forecasts)) continue;
      const points = new Map([...forecasts].map(([id, { mean }]) => [id, mean]));
      rows.push({
        ...rowOf({ set: task.set, part, model }, panel, points, task),
        ...against(panel, ours, points),
      });
    }
    for (const [model, forecast] of Object.entries(erpRows)) {
      const points = new Map(panel.map((one) => [one.id, forecast(one)]));
      rows.push({
        ...rowOf({ set: task.set, part, model }, panel, points, task),
        ...against(panel, ours, points),
      });
    }
    for (const [model, forecast] of Object.entries(simpleRows)) {
      const points = new Map(panel.map((one) => [one.id, forecast(one)]));
      rows.push(rowOf({ set: task.set, part, model }, panel, points, task));
    }
  }
  return rows;
}

/** How bedarf's MASE lies against a peer's: percent, with a 95 % interval of the paired bootstrap. */
function against(panel: readonly SplitSeries[], ours: Points, theirs: Points): Row {
  const scaled = panel.filter((one) => metrics.naiveScale(one.train, one.scalePeriod) > 0);
  const { difference, low, high } = pairedInterval(masesOf(scaled, ours), masesOf(scaled, theirs));
  return {
    "bedarf against it, MASE %": `${difference.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`,
  };
}

/** The best peers of each part, the rows every table carries, and ours. */
function shown(rows: readonly Row[]): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows)
    groups.set(`${row.set} ${row.part}`, [...(groups.get(`${row.set} ${row.part}`) ?? []), row]);
  return [...groups.values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) => Number(a.MASE) - Number(b.MASE));
    const simple = new Set([...Object.keys(simpleRows), ...Object.keys(erpRows)]);
    const peers = sorted
      .filter((row) => row.model !== "bedarf" && !simple.has(String(row.model)))
      .slice(0, 4);
    return sorted.filter(
      (row) =>
        row.model === "bedarf" ||
        peers.includes(row) ||
        row.model === "seasonal naive" ||
        String(row.model) in erpRows,
    );
  });
}

/** `bench accuracy [--mini]`: point accuracy on M3, tourism and M4 beside stored forecasts of other programs. */
export async function run(args: readonly string[]): Promise<number> {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const mini = args.includes("--mini");
  const rows = readTasks(mini ? "accuracy-mini" : "accuracy").flatMap((task) => scoreSet(task, say));
  if (rows.length === 0) return 0;
  const table = markdown(shown(rows));
  process.stdout.write(`${table}\n`);
  if (!mini) {
    writeResults("accuracy", rows);
    updatePage("accuracy", table);
  }
  return 0;
}
