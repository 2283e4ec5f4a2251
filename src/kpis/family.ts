import type { Kpi } from "../kpi.ts";
import { type Figure, figure } from "./figure.ts";
import type { MeasuredItem, MeasuredRun } from "./measured.ts";
import { type Addition, addItem, emptyTally, mergeTally, type Tally, type Total, totalOf } from "./tally.ts";

/** Figures that rest on the same sums over items. */
interface FamilyDefinition<S extends string, D extends string, P extends string> {
  readonly sums: readonly S[];
  /** Lists of items that drive a figure. */
  readonly drivers: readonly D[];
  /** What an item adds to each tally: a pure function of the item; null where it has nothing to say. */
  readonly tallies: Readonly<Record<P, (item: MeasuredItem, run: MeasuredRun) => Addition<S, D> | null>>;
  /** Figures by name, in the order of the result; null: the run has none of it. */
  readonly figures: Readonly<
    Record<string, (totals: Readonly<Record<P, Total<S, D>>>, run: MeasuredRun) => Figure | null>
  >;
}

/** Tallies of a family by name: what a part of a run hands over. */
export type FamilySums = Readonly<Record<string, Tally>>;

/** Figures as an item-wise part, a sum that can be merged, and an end. */
export interface Family {
  readonly names: readonly string[];
  /** Sums to which nothing was added. */
  empty(): FamilySums;
  /** Adds an item to the sums. */
  add(sums: FamilySums, item: MeasuredItem, run: MeasuredRun): void;
  /** Adds the sums of another part of the run, which stay as they are. */
  merge(sums: FamilySums, other: FamilySums): void;
  /** The figures of the whole run. */
  kpis(sums: FamilySums, run: MeasuredRun): Record<string, Kpi>;
}

/** A family of figures; a new figure is an entry of `figures`, and its words in src/words. */
export function family<S extends string, D extends string, P extends string>(
  definition: FamilyDefinition<S, D, P>,
): Family {
  const { tallies, figures } = definition;
  const parts = Object.keys(tallies) as P[];
  return {
    names: Object.keys(figures),
    empty: () =>
      Object.fromEntries(parts.map((part) => [part, emptyTally(definition.sums, definition.drivers)])),
    add(sums, item, run) {
      for (const part of parts) {
        const addition = tallies[part](item, run);
        if (addition !== null) addItem(sums[part], item.item, addition);
      }
    },
    merge(sums, other) {
      for (const part of parts) mergeTally(sums[part], other[part]);
    },
    kpis(sums, run) {
      const totals = Object.fromEntries(parts.map((part) => [part, totalOf(sums[part])])) as Record<
        P,
        Total<S, D>
      >;
      return Object.fromEntries(
        Object.entries(figures).flatMap(([name, make]) => {
          const made = make(totals, run);
          return made === null ? [] : [[name, figure(name, made, run)]];
        }),
      );
    },
  };
}
