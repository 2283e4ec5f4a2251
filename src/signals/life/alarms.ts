import { by } from "../../numeric/order.ts";
import type { Signal } from "../../signal.ts";
import type { Total } from "../../total.ts";

/** An item with its signals, as the budget for alarms sees it. */
interface Alarmed {
  readonly item: string;
  readonly isPriced: boolean;
  readonly signals: readonly Signal[];
}

/** Where an open signal stands among all of a run. */
interface Alarm extends Pick<Signal, "impact"> {
  readonly item: string;
  readonly isPriced: boolean;
  /** Its place among the signals of its item. */
  readonly place: number;
}

const mostAtStakeFirst = by<Alarm>(
  ({ isPriced }) => -Number(isPriced),
  ({ impact }) => -impact,
  ({ item }) => item,
  ({ place }) => place,
);

/**
 * At most `budget` open signals of a run, those with most at stake, priced ones first; the others are not printed,
 * though the plan draws its consequences from them. Past ones are no alarm and all stay.
 */
export const alarmsWithin = (
  budget: number | null,
): Total<Alarmed, { alarms: Alarm[] }, (one: Alarmed) => Signal[]> => {
  const foremost = (alarms: readonly Alarm[]) => [...alarms].sort(mostAtStakeFirst).slice(0, budget ?? 0);
  return {
    empty: () => ({ alarms: [] }),
    add(sum, { item, isPriced, signals }) {
      if (budget === null) return;
      signals.forEach(({ state, impact }, place) => {
        if (state === "open") sum.alarms.push({ item, isPriced, impact, place });
      });
      // sorted out now and then, so that the list stays short however many items there are
      if (sum.alarms.length > 1000 + 4 * budget) sum.alarms = foremost(sum.alarms);
    },
    merge(sum, { alarms }) {
      sum.alarms = foremost([...sum.alarms, ...alarms]);
    },
    finish({ alarms }) {
      const kept = new Set(foremost(alarms).map(({ item, place }) => `${place} ${item}`));
      return ({ item, signals }) =>
        signals.filter(({ state }, k) => budget === null || state !== "open" || kept.has(`${k} ${item}`));
    },
  };
};
