import { readFileSync } from "node:fs";
import { join } from "node:path";
import { metrics } from "../src/index.ts";
import { pairedInterval } from "./bootstrap.ts";
import { runEngine } from "./engine.ts";
import { erpRows } from "./peers/erp.ts";
import { peersOf, simpleRows } from "./peers.ts";
import { markdown, type Row, updatePage, writeResults } from "./results.ts";
import { meanAbsoluteStock, type Points, rmssesOf, scaledPinball, scorePoints } from "./score.ts";
import { root, type SplitSeries, sets } from "./sets.ts";

/** Levels of the scaled pinball loss. */
const levels = [0.5, 0.75, 0.9, 0.95, 0.99];

interface Answer {
  readonly mean: ArrayLike<number>;
  readonly quantiles?: readonly ArrayLike<number>[];
}
type Answers = ReadonlyMap<string, Answer>;

/** Order statistic ceil(p n) of the last `span` values: what a buyer can read off the history. */
function ownQuantiles(one: SplitSeries, span: number): Answer {
  const sorted = one.train.slice(-span).sort();
  const at = (p: number) => sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0;
  let sum = 0;
  for (const value of sorted) sum += value / sorted.length;
  return {
    mean: new Float64Array(one.horizon).fill(sum),
    quantiles: levels.map((p) => new Float64Array(one.horizon).fill(at(p))),
  };
}

const always = (panel: readonly SplitSeries[], answer: (one: SplitSeries) => Answer): Answers =>
  new Map(panel.map((one) => [one.id, answer(one)]));

const engineAnswers = (panel: readonly SplitSeries[], model?: string) => {
  const run = runEngine(panel, levels, model === undefined ? {} : { model });
  const answers: Answers = new Map(
    [...run.forecasts].map(([id, { demand }]) => [id, { mean: demand.mean, quantiles: demand.quantiles }]),
  );
  return { answers, cpuMs: (1000 * run.cpuSeconds) / panel.length };
};

const pointsOf = (answers: Answers): Points => new Map([...answers].map(([id, { mean }]) => [id, mean]));

/** Whether a series changes at all: else it has no scale. */
const hasScale = ({ train }: SplitSeries): boolean => metrics.squaredScale(train) > 0;

function rowOf(
  set: string,
  model: string,
  panel: readonly SplitSeries[],
  answers: Answers,
  cpuMs?: number,
): Row {
  const points = pointsOf(answers);
  const s = scorePoints(panel, points);
  const quantiles = new Map(
    [...answers].flatMap(([id, answer]) => (answer.quantiles === undefined ? [] : [[id, answer.quantiles]])),
  ) as ReadonlyMap<string, readonly ArrayLike<number>[]>;
  const losses = quantiles.size > 0 ? scaledPinball(panel, quantiles, levels) : undefined;
  const mean = losses && losses.reduce((a, b) => a + b, 0) / losses.length;
  return {
    set,
    model,
    series: s.series,
    RMSSE: +s.rmsse.toFixed(4),
    ...(mean === undefined ? {} : { "scaled pinball": +mean.toFixed(4) }),
    ...Object.fromEntries(losses?.map((loss, i) => [`q${levels[i]}`, +loss.toFixed(4)]) ?? []),
    "bias %": +s.bias.toFixed(1),
    MASE: +s.mase.toFixed(3),
    "mean abs sPIS": +meanAbsoluteStock(panel, points).toFixed(1),
    excluded: panel.filter((one) => !hasScale(one)).length,
    ...(cpuMs === undefined ? {} : { "CPU ms per series": +cpuMs.toFixed(3) }),
  };
}

const localRows = ["tsb", "sba", "croston", "adida", "imapa", "ses"] as const;

function scoreSet(set: string, say: (text: string) => void): Row[] {
  const panel = sets[set]?.();
  if (panel === undefined) {
    say(`SKIP ${set}: its file is absent under ../shared/data (set BEDARF_DATA)`);
    return [];
  }
  const ours = engineAnswers(panel);
  say(`${set}: ${panel.length} series, ${ours.cpuMs.toFixed(2)} ms CPU a series`);
  const rivals: [string, Answers][] = [
    ...Object.entries(simpleRows).map(([name, forecast]): [string, Answers] => [
      name,
      always(panel, (one) => ({
        mean: forecast(one),
        ...(name === "zero" ? { quantiles: levels.map(() => new Float64Array(one.horizon)) } : {}),
      })),
    ]),
    ...Object.entries(erpRows).map(([name, forecast]): [string, Answers] => [
      name,
      always(panel, (one) => ({ mean: forecast(one) })),
    ]),
    ["own quantiles, whole history", always(panel, (one) => ownQuantiles(one, one.train.length))],
    ["own quantiles, last 24", always(panel, (one) => ownQuantiles(one, 24))],
    ...localRows.map((model): [string, Answers] => [`${model} (ours)`, engineAnswers(panel, model).answers]),
    ...[...peersOf(set)].map(([name, byId]): [string, Answers] => [
      name,
      new Map([...byId].map(([id, { mean }]) => [id, { mean }])),
    ]),
  ];
  const scaled = panel.filter(hasScale);
  const rows = [rowOf(set, "bedarf", panel, ours.answers, ours.cpuMs)];
  for (const [name, answers] of rivals) {
    const loss = (of: Answers) => rmssesOf(scaled, pointsOf(of));
    const { difference, low, high } = pairedInterval(loss(ours.answers), loss(answers));
    rows.push({
      ...rowOf(set, name, panel, answers),
      "bedarf against it, RMSSE %": `${difference.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`,
    });
  }
  return rows.sort((a, b) => Number(a.RMSSE) - Number(b.RMSSE));
}

/** `bench intermittent [--mini]`: rare demand, by RMSSE, scaled pinball and bias beside simple rows and peers. */
export async function run(args: readonly string[]): Promise<number> {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const mini = args.includes("--mini");
  const file = join(root, "benchmarks", "tasks", mini ? "intermittent-mini.json" : "intermittent.json");
  const names = JSON.parse(readFileSync(file, "utf8")) as string[];
  const rows = names.flatMap((set) => scoreSet(set, say));
  if (rows.length === 0) return 0;
  const columns = [
    "set",
    "model",
    "RMSSE",
    "scaled pinball",
    "bias %",
    "MASE",
    "mean abs sPIS",
    "bedarf against it, RMSSE %",
    "CPU ms per series",
  ];
  const table = markdown(rows.map((row) => Object.fromEntries(columns.map((c) => [c, row[c]]))));
  process.stdout.write(`${table}\n`);
  if (!mini) {
    writeResults("intermittent", rows);
    updatePage("intermittent", table);
  }
  return 0;
}
