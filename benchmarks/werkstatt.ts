import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileSource } from "../api/run/files.ts";
import { runPlan } from "../api/run/run-plan.ts";
import { threads } from "../api/threads/threads.ts";
import { by, defaultPlanOptions, type Plan, type Signal } from "../src/index.ts";
import { moves } from "./example/moves.ts";
import { root } from "./sets.ts";

interface Event {
  readonly item: string;
  readonly kind: string;
  readonly at: string;
  readonly size: number;
}

/** Kinds of signals that answer for an event; kinds that are not listed are no fluctuation of demand. */
const answers: Readonly<Record<string, readonly string[]>> = {
  spike: ["spike", "unit-change"],
  dip: ["dip"],
  "level-shift": ["level-shift", "trend-break"],
  "trend-break": ["trend-break", "level-shift"],
  "variance-change": ["variance-change"],
  "intermittency-change": ["intermittency-change", "level-shift"],
  "end-of-life": ["end-of-life", "level-shift"],
  "dead-item": ["end-of-life", "level-shift"],
  "unit-change": ["unit-change"],
};

/** Months that a flag may be off; a single bucket must be met. */
const margin: Readonly<Record<string, number>> = { spike: 0, dip: 0, "trend-break": 8, "variance-change": 6 };

const months = (from: string, to: string): number =>
  12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));

function answerTo(event: Event, signals: readonly Signal[]): Signal | undefined {
  const kinds = answers[event.kind] ?? [];
  return signals.find(
    ({ kind, at }) => kinds.includes(kind) && Math.abs(months(event.at, at)) <= (margin[event.kind] ?? 4),
  );
}

/** The plan of datasets/werkstatt, with room for every alarm. */
async function planned(folder: string): Promise<Plan> {
  const source = (name: string) => fileSource(join(folder, name));
  const workers = threads(1);
  try {
    const { plan } = await runPlan(
      {
        orders: [
          source("lagerbewegungen-2026-09-25.csv"),
          source("lagerbewegungen-2026-10-16.csv"),
          source("bestellungen.csv"),
        ],
        items: [source("artikel.csv")],
        suppliers: [source("lieferanten.csv")],
        "open-orders": [source("offene-bestellungen.csv")],
        calendar: [source("kalender.csv")],
      },
      { options: { ...defaultPlanOptions, alarmBudget: 1000 } },
      workers,
    );
    return plan;
  } finally {
    await workers.close();
  }
}

/** An event and the signal that answers for it. */
function rowOf(event: Event, signals: readonly Signal[]) {
  const { item, kind, at, size } = event;
  const found = answerTo(event, signals);
  if (found === undefined) return { item, kind, at, size, found: null };
  return {
    item,
    kind,
    at,
    size,
    found: { kind: found.kind, at: found.at, seen: found.seen, state: found.state },
    delayMonths: Math.max(0, months(at, found.seen)),
  };
}

/** `npm run bench -- werkstatt`: which events of datasets/werkstatt a plan finds, and when they could be seen. */
export async function run([what, ...folders]: readonly string[] = []): Promise<number> {
  if (what === "moves") return moves(folders);
  const folder = join(root, "datasets", "werkstatt");
  const { events } = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as { events: Event[] };
  const { asOf, items } = await planned(folder);
  const byItem = new Map(items.map(({ item, signals }) => [item, signals]));
  const rows = events
    .filter(({ kind }) => Object.hasOwn(answers, kind))
    .map((event) => rowOf(event, byItem.get(event.item) ?? []));
  const named = new Set(events.map(({ item }) => item));
  const flagged = items.filter(({ signals }) => signals.length > 0);
  const quiet = flagged.filter(({ item }) => !named.has(item));
  const kinds = [...Map.groupBy(rows, ({ kind }) => kind)].sort(by(([kind]) => kind)).map(([kind, list]) => ({
    kind,
    events: list.length,
    found: list.filter(({ found }) => found !== null).length,
  }));
  const result = {
    asOf,
    flaggedItems: flagged.length,
    flaggedWithoutEvent: quiet.map(({ item, signals }) => ({
      item,
      signals: signals.map(({ kind, at, seen, state }) => ({ kind, at, seen, state })),
    })),
    kinds,
    events: rows,
  };
  const out = join(root, "benchmarks", "results");
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "werkstatt-events.json"), `${JSON.stringify(result, null, 2)}\n`);
  for (const { kind, events: all, found } of kinds) process.stdout.write(`${kind}: ${found} of ${all}\n`);
  process.stdout.write(`${flagged.length} items flagged, ${quiet.length} of them without an event\n`);
  return 0;
}
