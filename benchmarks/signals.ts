import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Candidate,
  type Candidates,
  control,
  detect,
  type SignalInput,
  withinRun,
} from "../src/index.ts";
import { root, type SplitSeries, sets } from "./sets.ts";
import { type CleanSeries, cleanSeries, seeded } from "./signals/clean-series.ts";
import type { Flag } from "./signals/flag.ts";
import { type Change, changes, type Injected, inject, possible } from "./signals/inject.ts";
import { otherPanels } from "./signals/other-panels.ts";
import { peers } from "./signals/peers.ts";

/** A series of the bench. */
interface Case {
  readonly series: CleanSeries;
  readonly injected?: Injected;
  readonly values: Float64Array;
}

/** Kinds that answer for an injected change: what a buyer would look at and find it. */
const answers: Readonly<Record<Change, readonly string[]>> = {
  spike: ["spike", "unit-change"],
  dip: ["dip"],
  "level-shift": ["level-shift", "trend-break"],
  "trend-break": ["trend-break", "level-shift"],
  "season-change": ["season-change"],
  "variance-change": ["variance-change"],
  "intermittency-change": ["intermittency-change", "level-shift", "trend-break"],
  "end-of-life": ["end-of-life"],
  "unit-change": ["unit-change"],
};

/** Buckets that a flag may be off. */
const margin: Readonly<Record<Change, number>> = {
  spike: 0,
  dip: 0,
  "level-shift": 4,
  "trend-break": 8,
  "season-change": 12,
  "variance-change": 8,
  "intermittency-change": 6,
  "end-of-life": 4,
  "unit-change": 4,
};

/** 85 % as they are, 15 % with one change, kinds in turn. */
function casesOf(clean: readonly CleanSeries[], uniform: () => number): Case[] {
  let turn = 0;
  return clean.map((series) => {
    const options = possible(series);
    if (uniform() >= 0.15 || options.length === 0)
      return { series, values: Float64Array.from(series.values) };
    let change = changes[turn % changes.length];
    for (let k = 0; !options.includes(change); k++) change = changes[(turn + k) % changes.length];
    turn++;
    const injected = inject(series, change, uniform);
    return { series, injected, values: Float64Array.from(injected.values) };
  });
}

const hits = ({ injected, values, series }: Case, flags: readonly Flag[]): Flag | undefined => {
  if (injected === undefined) return undefined;
  const { change, at } = injected;
  // an intermittent item's last demand may lie before the end
  const gap = change === "end-of-life" && series.intermittent ? values.length : margin[change];
  // a jump of sizes shows at the first demand after it
  const shown =
    change === "unit-change"
      ? Math.max(0, injected.values.findIndex((value, t) => t >= at && value > 0) - at)
      : 0;
  return flags.find(
    (flag) => answers[change].includes(flag.kind) && flag.at >= at - gap && flag.at <= at + shown + gap,
  );
};

interface Score {
  readonly method: string;
  readonly fdp: number;
  readonly fdpStrict: number;
  readonly power: Readonly<Record<string, string>>;
  readonly delay: number;
  readonly flagged: number;
}

/** False discoveries over series, power by kind, median delay of level shifts. */
function score(method: string, cases: readonly Case[], flags: readonly (readonly Flag[])[]): Score {
  let flagged = 0;
  let nulls = 0;
  let missed = 0;
  const found = new Map<string, [hit: number, all: number]>();
  const clear = new Map<string, [hit: number, all: number]>();
  const delays: number[] = [];
  cases.forEach((one, i) => {
    const hit = hits(one, flags[i]);
    if (flags[i].length > 0) {
      flagged++;
      if (one.injected === undefined) nulls++;
      else if (hit === undefined) missed++;
    }
    if (one.injected === undefined) return;
    const name = one.injected.change;
    for (const table of one.injected.clarity >= 4 ? [found, clear] : [found]) {
      const [a, b] = table.get(name) ?? [0, 0];
      table.set(name, [a + (hit === undefined ? 0 : 1), b + 1]);
    }
    if (name === "level-shift" && hit !== undefined) delays.push(hit.seen - one.injected.at);
  });
  delays.sort((a, b) => a - b);
  const power = Object.fromEntries(
    changes.flatMap((name) => {
      const [a, b] = clear.get(name) ?? [0, 0];
      const [all, of] = found.get(name) ?? [0, 0];
      return b === 0
        ? []
        : [[name, `${(a / b).toFixed(2)} of ${b} clear, ${(all / of).toFixed(2)} of all ${of}`]];
    }),
  );
  return {
    method,
    flagged,
    fdp: nulls / Math.max(1, flagged),
    fdpStrict: (nulls + missed) / Math.max(1, flagged),
    power,
    delay: delays[delays.length >> 1] ?? Number.NaN,
  };
}

const inputOf = ({ series, values }: Case): SignalInput => ({
  series: { item: series.id, bucket: series.bucket, period: series.period, values },
});

function ours(found: readonly Candidates[], fdr: number): Flag[][] {
  return control(
    found.map((one) => ({ found: one })),
    { fdr },
  ).map((list) => list.map(({ kind, at, seen }) => ({ kind, at: Number(at), seen: Number(seen) })));
}

/**
 * Power for kinds that few series of the mixed run can show: a copy of every series where the change is possible and
 * clear gets it, and is held against the p-value that the mixed run asked for.
 */
function alone(
  clean: readonly CleanSeries[],
  change: Change,
  limit: number,
  inRun: (found: Candidates) => Candidate[],
  uniform: () => number,
): string {
  let all = 0;
  let found = 0;
  for (const series of clean) {
    if (!possible(series).includes(change)) continue;
    const injected = inject(series, change, uniform);
    if (injected.clarity < 4) continue;
    all++;
    const one: Case = { series, injected, values: Float64Array.from(injected.values) };
    const flags = inRun(detect(inputOf(one))).filter(({ weighted }) => weighted <= limit);
    if (
      hits(
        one,
        flags.map(({ kind, at }) => ({ kind, at, seen: at })),
      ) !== undefined
    )
      found++;
  }
  return `${(found / Math.max(1, all)).toFixed(2)} of ${all} clear`;
}

/** The p-value that a run asks of one item. */
const limitOf = (flags: readonly (readonly Flag[])[]): number =>
  (0.05 * flags.filter((list) => list.length > 0).length) / flags.length;

/** False flags when every month is looked at as it comes in: per 1,000 months of items without any change. */
function nightly(cases: readonly Case[], months: number): number {
  let alarms = 0;
  let looked = 0;
  for (let back = months - 1; back >= 0; back--) {
    const found = cases.map((one) => {
      const values = one.values.subarray(0, one.values.length - back);
      return detect({ series: { ...inputOf(one).series, values } });
    });
    ours(found, 0.05).forEach((list, i) => {
      if (cases[i].injected !== undefined) return;
      const last = cases[i].values.length - back - 1;
      looked++;
      if (list.some((flag) => flag.seen >= last)) alarms++;
    });
  }
  return (1000 * alarms) / looked;
}

/** Monthly M3, every fifth carparts item, every third item of Online Retail; undefined where data are absent. */
function sources(): Record<string, SplitSeries[]> | undefined {
  const m3 = sets.m3()?.filter(({ part }) => part === "MONTHLY");
  const carparts = sets.carparts()?.filter((_, i) => i % 5 === 0);
  const retail = sets["online-retail"]()?.filter((_, i) => i % 3 === 0);
  return m3 && carparts && retail ? { m3, carparts, retail } : undefined;
}

/** Changes of which a copy of each series is made: few series of the mixed run can show them. */
const copied = [
  "spike",
  "level-shift",
  "season-change",
  "variance-change",
  "end-of-life",
  "unit-change",
] as const;

/** Everything that one seed shows. */
function resultOf(seed: number, used: Record<string, SplitSeries[]>, args: readonly string[]) {
  const uniform = seeded(seed);
  const clean = cleanSeries(used, uniform, args.includes("--raw"));
  const cases = casesOf(clean, uniform);
  const start = process.cpuUsage();
  const found = cases.map((one) => detect(inputOf(one)));
  const spent = process.cpuUsage(start);
  const limit = limitOf(ours(found, 0.05));
  const inRun = withinRun(found);
  const peerFlags = Object.entries(peers).map(
    ([name, flags]) => [name, cases.map((one) => flags(one.values))] as const,
  );
  return {
    seed,
    series: cases.length,
    milliseconds: (spent.user + spent.system) / 1000 / cases.length,
    copies: Object.fromEntries(
      copied.map((kind) => [kind, alone(clean, kind, limit, inRun, seeded(seed + 1000))]),
    ),
    nightly: args.includes("--quick") ? null : nightly(cases, 6),
    scores: [
      score("bedarf --fdr .05", cases, ours(found, 0.05)),
      score("bedarf --fdr .1", cases, ours(found, 0.1)),
      ...peerFlags.map(([name, flags]) => score(name, cases, flags)),
    ],
  };
}

/** The results of a seed as lines of text. */
function printed(result: ReturnType<typeof resultOf>): string {
  const copies = Object.entries(result.copies).map(([kind, value]) => `${kind} ${value}`);
  const methods = result.scores.map(({ method, flagged, fdp, fdpStrict, power, delay }) => {
    const kinds = Object.entries(power).map(([name, value]) => `${name} ${value}`);
    return `  ${method}: ${flagged} flagged, fdp ${fdp.toFixed(3)} (strict ${fdpStrict.toFixed(3)}), delay ${delay}; ${kinds.join(", ")}\n`;
  });
  return [
    `seed ${result.seed}: ${result.series} series, ${result.milliseconds.toFixed(3)} ms a series, nightly ${result.nightly?.toFixed(2)} false alarms per 1,000 item-months\n`,
    `  bedarf, a copy of each series: ${copies.join(", ")}\n`,
    ...methods,
  ].join("");
}

/** False discoveries and what was found on panels that nothing was tuned on, one line each, then over all. */
function ofOthers(seed: number): string {
  const uniform = seeded(seed + 1);
  const rows = [...otherPanels(seed)].map(([name, clean]) => {
    const cases = casesOf(clean, uniform);
    const flags = ours(
      cases.map((one) => detect(inputOf(one))),
      0.05,
    );
    const flagged = cases.filter((_, i) => flags[i].length > 0);
    const changed = cases.filter(({ injected }) => injected !== undefined).length;
    const wrong = flagged.filter(({ injected }) => injected === undefined).length;
    return { name, series: cases.length, changed, flagged: flagged.length, wrong };
  });
  const sum = (of: "series" | "changed" | "flagged" | "wrong") => rows.reduce((all, row) => all + row[of], 0);
  const all = {
    name: "all",
    series: sum("series"),
    changed: sum("changed"),
    flagged: sum("flagged"),
    wrong: sum("wrong"),
  };
  return [...rows, all]
    .map(
      ({ name, series, changed, flagged, wrong }) =>
        `${name}: ${series} series, ${changed} changed, ${flagged} flagged, ${wrong} of them without a change (${(wrong / Math.max(1, flagged)).toFixed(3)})\n`,
    )
    .join("");
}

/** `npm run bench -- signals [seed …] [--raw] [--others]`: writes results/signals.json and prints a table. */
export async function run(args: readonly string[]): Promise<number> {
  const used = sources();
  if (used === undefined) {
    process.stdout.write(
      "SKIP signals: m3, carparts or onlineretail is absent under ../shared/data (set BEDARF_DATA)\n",
    );
    return 0;
  }
  const seeds = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  if (args.includes("--others")) {
    for (const seed of seeds.length > 0 ? seeds : [1])
      process.stdout.write(`seed ${seed}\n${ofOthers(seed)}`);
    return 0;
  }
  const results = (seeds.length > 0 ? seeds : [1]).map((seed) => resultOf(seed, used, args));
  for (const result of results) process.stdout.write(printed(result));
  if (!args.includes("--raw") && !args.includes("--quick")) {
    const folder = join(root, "benchmarks", "results");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "signals.json"), `${JSON.stringify(results, null, 2)}\n`);
  }
  return 0;
}
