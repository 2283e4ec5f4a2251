import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { say, t, value, whole } from "../../language.ts";
import { Select } from "../../parts/select.tsx";
import { Empty, Missing } from "../../parts/states.tsx";
import { isMine } from "../../session/mine.ts";
import type { SignalLine } from "../../shapes.ts";
import { useFetched, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { kpiViewWords } from "../../words/kpis.ts";
import { orderWords } from "../../words/orders.ts";
import { keyOf, SignalRow } from "./signal-row.tsx";
import {
  answerFor,
  answerSignal,
  byStake,
  isSignalState,
  type SignalState,
  signalState,
  signalStates,
} from "./signal-states.ts";

/** So many signals are listed. */
const most = 200;

/** The signals of a plan, most at stake first, with what was said about them and whose items they are about. */
function useSignals({ client }: ViewProps["session"], plan: string) {
  return useFetched(plan, async () => {
    const [signals, { answers }, items] = await Promise.all([
      client.signals(plan),
      client.answers(),
      client.items(plan),
    ]);
    return { signals: signals.sort(byStake), answers, items: new Map(items.map((row) => [row.item, row])) };
  });
}

/** Every owner, and every kind of signal: each once. */
const distinct = (values: Iterable<string | undefined>): string[] =>
  [...new Set(values)].filter((value) => value !== undefined);

/** Flagged fluctuations, the most money first, each to be confirmed, snoozed or closed. */
export function Signals({ session, address, go }: ViewProps): VNode {
  const plan = useStore(session.plans).shown;
  const found = useSignals(session, plan?.id ?? "");
  const mine = useStore(session.mine);
  const [given, setGiven] = useState<Readonly<Record<string, SignalState>>>({});
  const { state: asked = "", kind = "", owner = "" } = address.settings;
  const state = isSignalState(asked) ? asked : "open";
  const choose = (settings: Readonly<Record<string, string>>): void =>
    go({ ...address, settings: { ...address.settings, ...settings } }, true);
  if (found.state !== "here")
    return (
      <>
        <h1>{t(kpiViewWords.signals)}</h1>
        <Missing of={found} />
      </>
    );
  const { signals, answers, items } = found.value;
  const today = plan?.summary?.stockDate ?? plan?.asOf ?? "";
  const matching = signals.filter((signal) => {
    const whose = items.get(signal.item)?.owner;
    return (kind === "" || signal.kind === kind) && (owner === "" || whose === owner) && isMine(mine, whose);
  });
  const byState = Map.groupBy(
    matching,
    (signal) => given[keyOf(signal)] ?? signalState(signal, answers, today),
  );
  const counts = (of: SignalState): number => byState.get(of)?.length ?? 0;
  const shown = byState.get(state) ?? [];
  const answer = (signal: SignalLine, to: SignalState): Promise<boolean> =>
    session.attempt(async () => {
      await answerSignal(session.client, signal, answerFor(signal, to, today));
      const now = to === "open" || to === "past" ? signal.state : to;
      setGiven((before) => ({ ...before, [keyOf(signal)]: now }));
    });
  return (
    <>
      <h1>{t(kpiViewWords.signals)}</h1>
      <p class="lead">{say(kpiViewWords.signalsLead, { count: whole(shown.length) })}</p>
      <p class="muted small">{t(kpiViewWords.signalsAnswer)}</p>
      <Tools
        chosen={{ state, kind, owner }}
        counts={counts}
        kinds={distinct(signals.map((signal) => signal.kind))}
        owners={distinct(Array.from(items.values(), (row) => row.owner)).sort()}
        choose={choose}
      />
      {shown.length === 0 ? (
        <Empty title={t(kpiViewWords.noSignals)} text={t(kpiViewWords.noSignalsText)}>
          {state === "open" && counts("past") > 0 && (
            <button type="button" onClick={() => choose({ state: "past" })}>
              {say(kpiViewWords.showPast, { count: whole(counts("past")) })}
            </button>
          )}
        </Empty>
      ) : (
        <ul class="card signals">
          {shown.slice(0, most).map((signal) => (
            <SignalRow
              key={keyOf(signal)}
              signal={signal}
              item={items.get(signal.item)}
              bucket={plan?.summary?.bucket}
              state={state}
              answer={(to) => void answer(signal, to)}
            />
          ))}
        </ul>
      )}
    </>
  );
}

interface ToolsProps {
  readonly chosen: { readonly state: SignalState; readonly kind: string; readonly owner: string };
  readonly counts: (of: SignalState) => number;
  readonly kinds: readonly string[];
  readonly owners: readonly string[];
  readonly choose: (settings: Readonly<Record<string, string>>) => void;
}

/** Which signals are listed: their state, kind, and whose items they are about. */
function Tools({ chosen, counts, kinds, owners, choose }: ToolsProps): VNode {
  const all = ["", t(orderWords.everything)] as const;
  return (
    <div class="tools">
      <div class="segments" role="group" aria-label={t(orderWords.show)}>
        {signalStates.map((name) => (
          <button
            type="button"
            key={name}
            aria-pressed={chosen.state === name}
            onClick={() => choose({ state: name })}
          >
            {t(kpiViewWords.states[name])} <span class="count">{whole(counts(name))}</span>
          </button>
        ))}
      </div>
      <Select
        label={t(kpiViewWords.kind)}
        value={chosen.kind}
        options={[all, ...kinds.map((one) => [one, value(one)] as const)]}
        choose={(kind) => choose({ kind })}
      />
      {owners.length > 1 && (
        <Select
          label={t(orderWords.owner)}
          value={chosen.owner}
          options={[all, ...owners.map((one) => [one, one] as const)]}
          choose={(owner) => choose({ owner })}
        />
      )}
    </div>
  );
}
