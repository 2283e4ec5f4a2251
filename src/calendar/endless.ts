import { defined } from "../defined.ts";
import type { Issue } from "../issue.ts";
import type { CalendarEntry } from "../item.ts";
import { dayOf } from "./date.ts";

/** A plant or a supplier that is closed for longer than five years does not work at all: nothing could be planned. */
const mostClosedDays = 1830;
/** Open days between two closures that make one of them: weekends and holidays are closed anyway. */
const bridgedDays = 10;

const closing: readonly CalendarEntry["kind"][] = ["holiday", "plant-closure", "supplier-closure"];

/** Closures that hold for the same party. */
const partyOf = ({ supplier = "", state = "" }: CalendarEntry): string => JSON.stringify([supplier, state]);

/** Closures of one party that follow each other without a working week between. */
function runsOf(entries: readonly CalendarEntry[]): CalendarEntry[][] {
  const sorted = [...entries].sort((a, b) => dayOf(a.from) - dayOf(b.from));
  const runs: CalendarEntry[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const entry of sorted) {
    const run = runs.at(-1);
    if (run === undefined || dayOf(entry.from) > end + bridgedDays) runs.push([entry]);
    else run.push(entry);
    end = Math.max(end, dayOf(entry.to));
  }
  return runs;
}

/** Days from the first to the last of a run. */
const lengthOf = (run: readonly CalendarEntry[]): number =>
  run.reduce((last, { to }) => Math.max(last, dayOf(to)), 0) - dayOf(run[0]?.from ?? "1970-01-01") + 1;

/**
 * A calendar without closures that never end: each is reported with its row, counts for nothing, and all others stay.
 * A century of plant closure is a slip, and no reason to plan nothing.
 */
export function withoutEndless(entries: readonly CalendarEntry[]): {
  entries: CalendarEntry[];
  issues: Issue[];
} {
  const closures = entries.filter(({ kind }) => closing.includes(kind));
  const isEndless = (run: readonly CalendarEntry[]) => lengthOf(run) > mostClosedDays;
  const alone = closures.filter((entry) => isEndless([entry]));
  const others = closures.filter((entry) => !isEndless([entry]));
  const together = [...Map.groupBy(others, partyOf).values()].flatMap(runsOf).filter(isEndless).flat();
  const endless = [...alone, ...together];
  if (endless.length === 0) return { entries: [...entries], issues: [] };
  const left = new Set(endless);
  const issues = endless.map(
    ({ file, row, from, to }): Issue => ({
      code: "closure-endless",
      severity: "warning",
      ...defined({ file, row }),
      from,
      to,
      days: mostClosedDays,
    }),
  );
  return { entries: entries.filter((entry) => !left.has(entry)), issues };
}
