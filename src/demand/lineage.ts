import type { Issue } from "../issue.ts";
import type { Item } from "../item.ts";

/** A history on the common axis of bucket numbers. */
export interface Track {
  readonly start: number;
  readonly values: Float64Array;
}

/** Sum of two histories over their joint buckets; a bucket that neither observed stays NaN. */
export function joined(a: Track, b: Track, factor = 1): Track {
  const start = Math.min(a.start, b.start);
  const end = Math.max(a.start + a.values.length, b.start + b.values.length);
  const values = new Float64Array(end - start).fill(Number.NaN);
  for (const [track, times] of [
    [a, 1],
    [b, factor],
  ] as const) {
    for (let k = 0; k < track.values.length; k++) {
      const at = track.start + k - start;
      const value = track.values[k] * times;
      if (!Number.isNaN(value)) values[at] = Number.isNaN(values[at]) ? value : values[at] + value;
    }
  }
  return { start, values };
}

/** Whether an item was asked for no more when another one was for the first time: it took over then, whatever is said. */
export function hasEndedBefore(old: Track, own: Track): boolean {
  const first = own.values.findIndex((value) => value > 0);
  const last = old.values.findLastIndex((value) => value > 0);
  return first >= 0 && old.start + last < own.start + first;
}

/** Generations of replaced items whose demand counts for the newest one, also where none of them has a line. */
export const mostGenerations = 20;

/** Items whose demand is that of an item now: its predecessors, theirs, and so on, the nearest first. */
export function ancestorsOf(
  item: string,
  predecessors: ReadonlyMap<string, readonly Item[]>,
  counts: (old: Item, successor: string) => boolean,
): string[] {
  const found: string[] = [];
  let newest = [item];
  for (let k = 0; k < mostGenerations && newest.length > 0; k++) {
    newest = newest.flatMap((successor) =>
      (predecessors.get(successor) ?? []).flatMap((old) => (counts(old, successor) ? [old.item] : [])),
    );
    for (const old of newest) found.push(old);
  }
  return found;
}

/** History of `like` times `factor` before the own history begins, then the own. */
export function continued(own: Track, like: Track, factor: number): Track {
  if (like.start >= own.start) return own;
  const before = like.values.slice(0, Math.max(0, own.start - like.start));
  const values = new Float64Array(own.start - like.start + own.values.length).fill(Number.NaN);
  values.set(before.map((value) => value * factor));
  values.set(own.values, own.start - like.start);
  return { start: like.start, values };
}

/** Items whose chain of successors leads back to an item of the chain: each item is walked once. */
function withCircle(items: ReadonlyMap<string, Item>): ReadonlySet<string> {
  const circular = new Set<string>();
  const settled = new Set<string>();
  for (const start of items.keys()) {
    const path = new Set<string>();
    let next: string | undefined = start;
    while (next !== undefined && !settled.has(next) && !path.has(next)) {
      path.add(next);
      next = nextOf(items.get(next));
    }
    const isCircle = next !== undefined && (path.has(next) || circular.has(next));
    for (const item of path) {
      settled.add(item);
      if (isCircle) circular.add(item);
    }
  }
  return circular;
}

/** What an item is replaced by; an item that names itself is replaced by nothing. */
const nextOf = (item: Item | undefined): string | undefined =>
  item?.successor === item?.item ? undefined : item?.successor;

/** Predecessors of every item by name, from the master data; chains that lead into a circle are reported. */
export function predecessorsOf(items: ReadonlyMap<string, Item>, issues: Issue[]): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  const circular = withCircle(items);
  for (const item of items.values()) {
    const successor = nextOf(item);
    if (successor === undefined) {
      // an ERP may name every item its own successor: only a date makes it more than a filled field
      if (item.successor !== undefined && item.successorFrom !== undefined)
        issues.push({ code: "successor-circle", severity: "warning", item: item.item, text: item.successor });
      continue;
    }
    if (circular.has(item.item)) {
      issues.push({ code: "successor-circle", severity: "warning", item: item.item, text: successor });
      continue;
    }
    const known = found.get(successor);
    if (known === undefined) found.set(successor, [item]);
    else known.push(item);
  }
  return found;
}

/** Master data without successors that lead back to the item: it would end with nobody to take its demand over. */
export function withoutCircles(items: ReadonlyMap<string, Item>): Map<string, Item> {
  const circular = withCircle(items);
  return new Map(
    [...items].map(([name, item]) => {
      if (item.successor === undefined) return [name, item];
      if (nextOf(item) !== undefined && !circular.has(name)) return [name, item];
      const { successor: _, successorFrom: __, ...rest } = item;
      return [name, rest];
    }),
  );
}
