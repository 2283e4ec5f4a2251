import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { isMine } from "../../session/mine.ts";
import { indexedInIdle } from "../../session/search.ts";
import type { WorkState } from "../../session/work.ts";
import type { WorkLine } from "../../session/work-line.ts";
import { useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { placeIn, useKeptPlace } from "./place.ts";
import {
  type Chosen,
  chosenLines,
  chosenOf,
  type Entry,
  entriesOf,
  orderOf,
  settingsOf,
} from "./work-list.ts";

/** The line that keys act on. */
interface CurrentLine {
  readonly item: string;
  /** Its place among the entries as they are drawn; -1 for none. */
  readonly at: number;
  /** True once the line was moved by key: then it is kept in sight. */
  readonly isFollowed: boolean;
  /** The line as it is now: keys may come faster than the page is drawn, and each sees what the one before has done. */
  line(): WorkLine | undefined;
  set(item: string): void;
  /** Goes so many lines on, heads of suppliers not counted. */
  move(step: 1 | -1): void;
  /** Goes to a line and keeps it in sight. */
  jump(item: string): void;
  /** Goes to the first line or the last. */
  end(which: 1 | -1): void;
}

function useCurrentLine(entries: readonly Entry[], first: string): CurrentLine {
  const [item, draw] = useState(first);
  const [isFollowed, setFollowed] = useState(false);
  const here = useRef(first);
  const set = (next: string): void => {
    here.current = next;
    draw(next);
  };
  const last = useRef(-1);
  const isAt = (entry: Entry | undefined, of: string): boolean =>
    entry?.kind === "line" && entry.line.item === of;
  /** Where an item stands: mostly where one was found before, or beside it. */
  const placeOf = (of: string): number => {
    const near = [last.current, last.current + 1, last.current - 1].find((place) => isAt(entries[place], of));
    last.current = near ?? entries.findIndex((entry) => isAt(entry, of));
    return last.current;
  };
  const lineAt = (place: number): WorkLine | undefined => {
    const entry = entries[place];
    return entry?.kind === "line" ? entry.line : undefined;
  };
  const move = (step: 1 | -1): void => {
    const from = placeOf(here.current);
    let next = from + step;
    while (entries[next]?.kind === "supplier") next += step;
    const line = lineAt(next);
    if (line !== undefined) set(line.item);
    setFollowed(from >= 0);
  };
  const jump = (next: string): void => {
    set(next);
    setFollowed(true);
  };
  const end = (which: 1 | -1): void => {
    const isLine = (entry: Entry): boolean => entry.kind === "line";
    const found = lineAt(which < 0 ? entries.findIndex(isLine) : entries.findLastIndex(isLine));
    if (found !== undefined) jump(found.item);
  };
  useEffect(() => {
    if (placeOf(item) < 0 && entries.length > 0) move(1);
  }, [entries]);
  const line = (): WorkLine | undefined => lineAt(placeOf(here.current));
  return { item, at: placeOf(item), isFollowed, set, move, jump, end, line };
}

/** Lines decided since the choice was made stay in sight until it changes. */
function useKept(choice: string): Set<string> {
  const kept = useRef({ choice, items: new Set<string>() });
  if (kept.current.choice !== choice) kept.current = { choice, items: new Set() };
  return kept.current.items;
}

/** Counts and sums follow the list so much later. */
const lateMs = 50;

/** A value once it has rested a moment: what is drawn from it does not hold up the key that changed it. */
function useLate<T>(now: T): T {
  const [late, set] = useState(now);
  useEffect(() => {
    if (late === now) return;
    const timer = setTimeout(() => set(now), lateMs);
    return () => clearTimeout(timer);
  }, [now]);
  return late;
}

/** The work list as the reader chose to see it. */
export interface WorkList {
  /** Every line of the plan. */
  readonly work: WorkState;
  /** The choice asks whose the items are, which is still on its way: what is here is not all of it. */
  readonly isIncomplete: boolean;
  /** Those that are the reader's own, or all. */
  readonly own: readonly WorkLine[];
  readonly chosen: Chosen;
  /** Both as they were a moment ago: what counts and sums the whole list follows when keys rest. */
  readonly late: { readonly own: readonly WorkLine[]; readonly chosen: Chosen };
  /** Those that the choice shows, in order; as entries below the heads of their suppliers. */
  readonly lines: readonly WorkLine[];
  readonly entries: readonly Entry[];
  readonly current: CurrentLine;
  choose(next: Partial<Chosen>): void;
  /** Keeps a line in sight although it is decided now. */
  keep(item: string): void;
}

/** True where a line is chosen by whose it is, or by words that may say so. */
const asksForOwners = ({ owner, group, text }: Chosen, mine: Parameters<typeof isMine>[0]): boolean =>
  owner !== "" || group !== "" || text !== "" || !isMine(mine, undefined);

export function useWorkList({ session, address, go }: ViewProps): WorkList {
  const work = useStore(session.work);
  const mine = useStore(session.mine);
  const own = useMemo(() => {
    const others = work.lines.some(({ owner }) => !isMine(mine, owner));
    return others ? work.lines.filter(({ owner }) => isMine(mine, owner)) : work.lines;
  }, [work, mine]);
  useEffect(() => (work.lacksOwners === true ? undefined : indexedInIdle(own)), [own, work.lacksOwners]);
  const chosen = chosenOf(address.settings);
  const choice = JSON.stringify(chosen);
  const kept = useKept(choice);
  const plan = session.plans.get().shown?.id;
  const order = useMemo(() => orderOf(own, chosen.sort), [plan, mine, own.length, chosen.sort]);
  const lines = useMemo(() => chosenLines(own, chosen, kept, order), [own, choice, order]);
  const drawn = useRef<readonly Entry[]>([]);
  const entries = useMemo(
    () => (drawn.current = entriesOf(lines, chosen.grouped, drawn.current)),
    [lines, chosen.grouped],
  );
  useEffect(() => {
    const listed: string[] = [];
    for (const entry of entries) if (entry.kind === "line") listed.push(entry.line.item);
    const known = session.listed.get();
    if (known.length !== listed.length || listed.some((item, k) => item !== known[k]))
      session.listed.set(listed);
  }, [entries]);
  const list = `${plan} ${choice}`;
  const current = useCurrentLine(entries, placeIn(list)?.item ?? "");
  useKeptPlace(list, current.item, entries.length > 0);
  const now = useMemo(() => ({ own, chosen }), [own, choice]);
  const rested = useLate(now);
  // lines that have just come are counted at once
  const late = rested.own.length === 0 ? now : rested;
  return {
    work,
    isIncomplete: work.lacksOwners === true && asksForOwners(chosen, mine),
    own,
    late,
    chosen,
    lines,
    entries,
    current,
    choose: (next) => go({ ...address, settings: settingsOf({ ...chosen, ...next }) }, true),
    keep: (item) => void kept.add(item),
  };
}
