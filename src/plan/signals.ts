import { dayOf, isoDate } from "../calendar/date.ts";
import { given } from "../defined.ts";
import type { Demand, ItemDemand } from "../demand/index.ts";
import type { Issue } from "../issue.ts";
import type { Item, Requirement } from "../item.ts";
import type { RunRecord } from "../kpis/index.ts";
import type { Signal } from "../signal.ts";
import { answersByItem, type Events, eventsOf, type SignalInput } from "../signals/index.ts";
import { type Cleaned, shiftFactor, type UnitAnswer, unitAnswers } from "../signals/life/cleaned.ts";

/** Question id -> candidate. */
type Answers = Readonly<Record<string, string>> | undefined;

/** What the detectors look at. */
export function signalInput(one: ItemDemand, { unitCost, currency, unit }: Item): SignalInput {
  // a first bucket that the file begins inside is not part of the series
  const skipped = one.prices.length - one.series.values.length;
  return {
    series: one.series,
    ...given({ price: unitCost, currency, unit }),
    ...(skipped >= 0 ? { prices: one.prices.subarray(skipped) } : {}),
    lotSized: one.basis === "purchase",
  };
}

const unitQuestion = (item: string) => `unit-change:${item}`;

export function unitAnswer(
  answers: Answers,
  item: string,
  signals: readonly Signal[],
): UnitAnswer | undefined {
  const given = answers?.[unitQuestion(item)];
  const isConfirmed = signals.some(({ kind, answer }) => kind === "unit-change" && answer === "confirmed");
  return unitAnswers.find((answer) => answer === given) ?? (isConfirmed ? "unit-changed" : undefined);
}

/** What somebody is known to need has not come to its end, whatever its history looks like. */
export function notOver(
  found: readonly Signal[][],
  { items, asOf }: Demand,
  requirements: readonly Requirement[],
): Signal[][] {
  const needed = new Set(requirements.filter(({ date }) => dayOf(date) > asOf).map(({ item }) => item));
  return found.map((list, k) =>
    needed.has(items[k]?.item ?? "") ? list.filter(({ kind }) => kind !== "end-of-life") : list,
  );
}

/** Each item's signals as events that go on from run to run, under what the user said of them. */
export function lifeOf(
  items: readonly ItemDemand[],
  found: readonly Signal[][],
  previous: RunRecord | undefined,
  answers: Answers,
  today: number,
): Events[] {
  const before = new Map((previous?.items ?? []).map(({ item, signals }) => [item, signals ?? []]));
  const said = answersByItem(answers ?? {});
  return items.map(({ item, series }, k) =>
    eventsOf(series, found[k] ?? [], {
      before: before.get(item) ?? [],
      answers: said.get(item) ?? [],
      today: isoDate(today),
    }),
  );
}

/** A suspected change of unit asks until the user says what it was. */
export function unitQuestions(item: string, signals: readonly Signal[], history: Cleaned): Issue[] {
  const change = signals.find(({ kind }) => kind === "unit-change");
  if (change === undefined || !history.block) return [];
  const factor = shiftFactor(change);
  return [
    {
      code: "unit-change-suspected",
      severity: "warning",
      item,
      text: change.at,
      factor: factor >= 1 ? factor : 1 / factor,
      question: { id: unitQuestion(item), candidates: unitAnswers },
    },
  ];
}
