import { Fragment, h } from "preact";
import { useState } from "preact/hooks";
import { bucketIndex, charts, dayOf, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import type { Drawn } from "../../drawn.ts";
import { date, lang, money, number, say, t, value, whole } from "../../language.ts";
import { button, chip, empty, failure, link, picture, select, waiting } from "../../parts/basic.tsx";
import { isMine, type Session } from "../../session/session.ts";
import type { ItemRow, ItemSignal } from "../../shapes.ts";
import { useFetched, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { kpiViewWords } from "../../words/kpis.ts";
import { orderWords } from "../../words/orders.ts";
import {
  answerFor,
  answerSignal,
  byStake,
  type SignalState,
  signalState,
  signalStates,
} from "./signal-states.ts";

const most = 200;
const bars = 30;

/** Flagged fluctuations, the most money first, each to be confirmed, snoozed or closed. */
export function Signals({ session, address, go }: ViewProps): Drawn {
  const plan = useStore(session.plans).shown;
  const found = useFetched(plan?.id ?? "", async () => {
    const [signals, answers, items] = await Promise.all([
      session.client.signals(plan?.id ?? ""),
      session.client.answers(),
      session.client.items(plan?.id ?? ""),
    ]);
    return {
      signals: [...signals].sort(byStake),
      answers: answers.answers ?? {},
      items: new Map(items.map((row) => [row.item, row])),
    };
  });
  const mine = useStore(session.mine);
  const [given, setGiven] = useState<Readonly<Record<string, SignalState>>>({});
  const { state = "open", kind = "", owner = "" } = address.settings;
  const choose = (settings: Record<string, string>): void =>
    go({ ...address, settings: { ...address.settings, ...settings } }, true);
  if (found.state === "loading") return h(Fragment, {}, h("h1", {}, t(kpiViewWords.signals)), waiting());
  if (found.state === "failed") return failure(found.error.message, found.again);
  const { signals, answers, items } = found.value;
  const today = plan?.summary?.stockDate ?? plan?.asOf ?? "";
  const stateOf = (signal: ItemSignal): SignalState =>
    given[keyOf(signal)] ?? signalState(signal, answers, today);
  const matching = signals.filter((one) => {
    const whose = items.get(one.item)?.owner;
    return (kind === "" || one.kind === kind) && (owner === "" || whose === owner) && isMine(mine, whose);
  });
  const shown = matching.filter((one) => stateOf(one) === state);
  const past = matching.filter((one) => stateOf(one) === "past").length;
  const owners = [
    ...new Set([...items.values()].flatMap((row) => (row.owner === undefined ? [] : [row.owner]))),
  ].sort();
  const kinds = [...new Set(signals.map((one) => one.kind))];
  const answer = async (signal: ItemSignal, to: SignalState): Promise<void> => {
    try {
      await answerSignal(session.client, signal, answerFor(signal, to, today));
      setGiven((before) => ({
        ...before,
        [keyOf(signal)]: to === "open" || to === "past" ? signal.state : to,
      }));
    } catch (error) {
      session.notify("error", (error as Error).message);
    }
  };
  return h(
    Fragment,
    {},
    h("h1", {}, t(kpiViewWords.signals)),
    h("p", { class: "lead" }, say(kpiViewWords.signalsLead, { count: whole(shown.length) })),
    h("p", { class: "muted small" }, t(kpiViewWords.signalsAnswer)),
    h(
      "div",
      { class: "tools" },
      h(
        "div",
        { class: "segments", role: "group", "aria-label": t(orderWords.show) },
        signalStates.map((name) =>
          button(
            [
              t(kpiViewWords.states[name]),
              " ",
              h("span", { class: "count" }, whole(matching.filter((one) => stateOf(one) === name).length)),
            ],
            () => choose({ state: name }),
            { key: name, "aria-pressed": state === name },
          ),
        ),
      ),
      select(
        t(kpiViewWords.kind),
        kind,
        [["", t(orderWords.everything)], ...kinds.map((one) => [one, value(one)] as const)],
        (to) => choose({ kind: to }),
      ),
      owners.length > 1 &&
        select(
          t(orderWords.owner),
          owner,
          [["", t(orderWords.everything)], ...owners.map((one) => [one, one] as const)],
          (to) => choose({ owner: to }),
        ),
    ),
    shown.length === 0
      ? empty(
          t(kpiViewWords.noSignals),
          t(kpiViewWords.noSignalsText),
          state === "open" &&
            past > 0 &&
            button(say(kpiViewWords.showPast, { count: whole(past) }), () => choose({ state: "past" })),
        )
      : h(
          "ul",
          { class: "card signals" },
          shown.slice(0, most).map((signal) =>
            h(SignalRow, {
              key: keyOf(signal),
              signal,
              row: items.get(signal.item),
              state: stateOf(signal),
              answer: (to) => void answer(signal, to),
              session,
            }),
          ),
        ),
  );
}

const keyOf = ({ item, kind, at }: ItemSignal): string => `${item} ${kind} ${at}`;

interface SignalRowProps {
  readonly session: Session;
  readonly signal: ItemSignal;
  readonly row: ItemRow | undefined;
  readonly state: SignalState;
  readonly answer: (to: SignalState) => void;
}

function spark({ signal, row, session }: SignalRowProps): Drawn | undefined {
  const bucket = session.plans.get().shown?.summary?.bucket;
  if (row?.history === undefined || bucket === undefined) return undefined;
  const first = bucketIndex(dayOf(row.history.start), bucket);
  const at = bucketIndex(dayOf(signal.at), bucket) - first;
  // the newest bars, or those around what happened where it lies further back
  const skipped = Math.max(0, Math.min(row.history.values.length - bars, at - bars / 2));
  const values = row.history.values.slice(skipped, skipped + bars).map((x) => x ?? Number.NaN);
  const from = at - skipped;
  const single = signal.kind === "spike" || signal.kind === "dip";
  return picture(
    charts.sparkBars(
      values,
      { from, to: single ? from + 1 : values.length },
      {
        id: `s-${keyOf(signal).replaceAll(/\W+/g, "-")}`,
        title: `${signal.item}: ${value(signal.kind)}`,
        description: words.signalClause(signal, lang()),
      },
    ),
  );
}

function SignalRow(props: SignalRowProps): Drawn {
  const { signal, row, state, answer } = props;
  const stake = /^[A-Z]{3}$/.test(signal.impactUnit)
    ? money(signal.impact, signal.impactUnit, 0)
    : `${number(signal.impact)} ${signal.impactUnit}`;
  const act = (to: SignalState, text: string, title = ""): Drawn =>
    button(text, () => answer(to), { "aria-label": `${text}: ${signal.item}`, title });
  return h(
    "li",
    { class: "signal-row" },
    h("div", { class: "spark-cell" }, spark(props)),
    h(
      "div",
      {},
      link(linkTo({ view: "item", of: signal.item }), signal.item, { class: "id" }),
      " ",
      h("span", { class: "muted" }, row?.name ?? ""),
      " ",
      chip(signal.direction === "down" ? "" : "warning", value(signal.kind)),
      h("div", {}, words.signalClause(signal, lang())),
      h(
        "div",
        { class: "muted small" },
        say(kpiViewWords.happened, { at: date(signal.at), seen: date(signal.seen) }),
        signal.escalated !== undefined &&
          h("strong", {}, ` · ${say(kpiViewWords.grown, { at: date(signal.escalated) })}`),
      ),
    ),
    h("div", { class: "stake" }, stake),
    h(
      "div",
      { class: "row" },
      state === "open" || state === "past"
        ? [
            act("confirmed", t(kpiViewWords.confirm), t(kpiViewWords.confirmText)),
            act("snoozed", t(kpiViewWords.snooze), t(kpiViewWords.snoozeText)),
            act("closed", t(kpiViewWords.shut), t(kpiViewWords.shutText)),
          ]
        : act("open", t(kpiViewWords.reopen)),
    ),
  );
}
