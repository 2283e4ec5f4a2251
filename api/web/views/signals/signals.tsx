import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { bucketIndex, charts, dayOf, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { date, lang, money, number, say, t, value, whole } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { Picture } from "../../parts/picture.tsx";
import { Select } from "../../parts/select.tsx";
import { Empty, Failure, Waiting } from "../../parts/states.tsx";
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
export function Signals({ session, address, go }: ViewProps): VNode {
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
  if (found.state === "loading")
    return (
      <>
        <h1>{t(kpiViewWords.signals)}</h1>
        <Waiting />
      </>
    );
  if (found.state === "failed") return <Failure why={found.error.message} again={found.again} />;
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
  return (
    <>
      <h1>{t(kpiViewWords.signals)}</h1>
      <p class="lead">{say(kpiViewWords.signalsLead, { count: whole(shown.length) })}</p>
      <p class="muted small">{t(kpiViewWords.signalsAnswer)}</p>
      <div class="tools">
        <div class="segments" role="group" aria-label={t(orderWords.show)}>
          {signalStates.map((name) => (
            <button
              type="button"
              onClick={() => choose({ state: name })}
              key={name}
              aria-pressed={state === name}
            >
              {t(kpiViewWords.states[name])}{" "}
              <span class="count">{whole(matching.filter((one) => stateOf(one) === name).length)}</span>
            </button>
          ))}
        </div>
        <Select
          label={t(kpiViewWords.kind)}
          value={kind}
          options={[["", t(orderWords.everything)], ...kinds.map((one) => [one, value(one)] as const)]}
          choose={(to) => choose({ kind: to })}
        />
        {owners.length > 1 && (
          <Select
            label={t(orderWords.owner)}
            value={owner}
            options={[["", t(orderWords.everything)], ...owners.map((one) => [one, one] as const)]}
            choose={(to) => choose({ owner: to })}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <Empty title={t(kpiViewWords.noSignals)} text={t(kpiViewWords.noSignalsText)}>
          {state === "open" && past > 0 && (
            <button type="button" onClick={() => choose({ state: "past" })}>
              {say(kpiViewWords.showPast, { count: whole(past) })}
            </button>
          )}
        </Empty>
      ) : (
        <ul class="card signals">
          {shown.slice(0, most).map((signal) => (
            <SignalRow
              key={keyOf(signal)}
              signal={signal}
              row={items.get(signal.item)}
              state={stateOf(signal)}
              answer={(to) => void answer(signal, to)}
              session={session}
            />
          ))}
        </ul>
      )}
    </>
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

function spark({ signal, row, session }: SignalRowProps): VNode | undefined {
  const bucket = session.plans.get().shown?.summary?.bucket;
  if (row?.history === undefined || bucket === undefined) return undefined;
  const first = bucketIndex(dayOf(row.history.start), bucket);
  const at = bucketIndex(dayOf(signal.at), bucket) - first;
  // the newest bars, or those around what happened where it lies further back
  const skipped = Math.max(0, Math.min(row.history.values.length - bars, at - bars / 2));
  const values = row.history.values.slice(skipped, skipped + bars).map((x) => x ?? Number.NaN);
  const from = at - skipped;
  const single = signal.kind === "spike" || signal.kind === "dip";
  return (
    <Picture
      of={charts.sparkBars(
        values,
        { from, to: single ? from + 1 : values.length },
        {
          id: `s-${keyOf(signal).replaceAll(/\W+/g, "-")}`,
          title: `${signal.item}: ${value(signal.kind)}`,
          description: words.signalClause(signal, lang()),
        },
      )}
    />
  );
}

function SignalRow(props: SignalRowProps): VNode {
  const { signal, row, state, answer } = props;
  const stake = /^[A-Z]{3}$/.test(signal.impactUnit)
    ? money(signal.impact, signal.impactUnit, 0)
    : `${number(signal.impact)} ${signal.impactUnit}`;
  const act = (to: SignalState, text: string, title = ""): VNode => (
    <button type="button" onClick={() => answer(to)} aria-label={`${text}: ${signal.item}`} title={title}>
      {text}
    </button>
  );
  return (
    <li class="signal-row">
      <div class="spark-cell">{spark(props)}</div>
      <div>
        <a href={linkTo({ view: "item", of: signal.item })} class="id">
          {signal.item}
        </a>{" "}
        <span class="muted">{row?.name ?? ""}</span>{" "}
        <Chip kind={signal.direction === "down" ? "" : "warning"}>{value(signal.kind)}</Chip>
        <div>{words.signalClause(signal, lang())}</div>
        <div class="muted small">
          {say(kpiViewWords.happened, { at: date(signal.at), seen: date(signal.seen) })}
          {signal.escalated !== undefined && (
            <strong>{` · ${say(kpiViewWords.grown, { at: date(signal.escalated) })}`}</strong>
          )}
        </div>
      </div>
      <div class="stake">{stake}</div>
      <div class="row">
        {state === "open" || state === "past" ? (
          <>
            {act("confirmed", t(kpiViewWords.confirm), t(kpiViewWords.confirmText))}
            {act("snoozed", t(kpiViewWords.snooze), t(kpiViewWords.snoozeText))}
            {act("closed", t(kpiViewWords.shut), t(kpiViewWords.shutText))}
          </>
        ) : (
          act("open", t(kpiViewWords.reopen))
        )}
      </div>
    </li>
  );
}
