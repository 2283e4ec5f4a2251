import type { Kpi } from "../kpi.ts";
import type { Total } from "../total.ts";
import { type Figure, figure } from "./figure.ts";
import type { MeasuredItem, MeasuredRun } from "./measured.ts";
import {
  type Addition,
  addItem,
  type Counted,
  counted,
  emptyTally,
  mergeTally,
  type Tally,
} from "./tally.ts";

/** Figures that rest on the same sums over items. */
interface FamilyDefinition<S extends string, D extends string, P extends string> {
  readonly sums: readonly S[];
  /** Lists of items that drive a figure. */
  readonly drivers: readonly D[];
  /** What an item adds to each tally: a pure function of the item; null where it has nothing to say. */
  readonly tallies: Readonly<Record<P, (item: MeasuredItem, run: MeasuredRun) => Addition<S, D> | null>>;
  /** Figures by name, in the order of the result; null: the run has none of it. */
  readonly figures: Readonly<
    Record<string, (totals: Readonly<Record<P, Counted<S, D>>>, run: MeasuredRun) => Figure | null>
  >;
}

/** Tallies of a family by name: what a part of a run hands over. */
export type FamilySums = Readonly<Record<string, Tally>>;

/** Figures that are made together. */
export interface Family {
  readonly names: readonly string[];
  /** What the items of this run add, and the figures that follow from all of them. */
  of(run: MeasuredRun): Total<MeasuredItem, FamilySums, Record<string, Kpi>>;
}

/** A family of figures; a new figure is an entry of `figures`, and its words in src/words. */
export function family<S extends string, D extends string, P extends string>(
  definition: FamilyDefinition<S, D, P>,
): Family {
  const { tallies, figures } = definition;
  const parts = Object.keys(tallies) as P[];
  const each = <V>(make: (part: P) => V) =>
    Object.fromEntries(parts.map((part) => [part, make(part)])) as Record<P, V>;
  return {
    names: Object.keys(figures),
    of: (run) => ({
      empty: () => each(() => emptyTally(definition.sums, definition.drivers)),
      add(sums, item) {
        for (const part of parts) {
          const addition = tallies[part](item, run);
          if (addition !== null) addItem(sums[part], item.item, addition);
        }
      },
      merge(sums, other) {
        for (const part of parts) mergeTally(sums[part], other[part]);
      },
      finish(sums) {
        const totals = each((part): Counted<S, D> => counted(sums[part]));
        return Object.fromEntries(
          Object.entries(figures).flatMap(([name, make]) => {
            const made = make(totals, run);
            return made === null ? [] : [[name, figure(name, made, run)]];
          }),
        );
      },
    }),
  };
}
