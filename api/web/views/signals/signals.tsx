import type { VNode } from "preact";
import { blocksLine } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { useSignalAnswers } from "../../decision/use-signal-answers.ts";
import { say, value, whole } from "../../language.ts";
import { Select } from "../../parts/select.tsx";
import { Empty, Missing } from "../../parts/states.tsx";
import { isMine } from "../../session/mine.ts";
import type { Session } from "../../session/session.ts";
import {
  answerFor,
  answerSignal,
  byStake,
  isSignalState,
  keyOf,
  type SignalState,
  signalState,
  signalStates,
} from "../../session/signal-states.ts";
import type { ItemLine, SignalLine } from "../../shapes.ts";
import { useFetched, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { decisionsWords } from "../../words/decisions.ts";
import { ordersWords } from "../../words/orders.ts";
import { signalsWords } from "../../words/signals.ts";
import { noteException, type Period } from "./exception.ts";
import { SignalRow } from "./signal-row.tsx";

/** So many signals are listed. */
const most = 200;

/** Signals as they were fetched, with what was said about them, and the items they are about. */
interface FoundSignals {
  readonly signals: readonly SignalLine[];
  readonly answers: Readonly<Record<string, string>>;
  readonly items: ReadonlyMap<string, ItemLine>;
}

/** The signals of a plan, most at stake first. */
async function fetchSignals({ client }: Session, plan: string): Promise<FoundSignals> {
  const [signals, { answers }, items] = await Promise.all([
    client.signals(plan),
    client.answers(),
    client.items(plan),
  ]);
  return { signals: signals.sort(byStake), answers, items: new Map(items.map((row) => [row.item, row])) };
}

/** Flagged fluctuations, the most money first, each to be confirmed, snoozed or closed. */
export function Signals(props: ViewProps): VNode {
  const { session } = props;
  const plan = useStore(session.plans).shown?.id ?? "";
  const found = useFetched(plan, () => fetchSignals(session, plan));
  return (
    <>
      <h1>{signalsWords.title}</h1>
      <Missing of={found} />
      {found.state === "here" && <SignalList {...props} found={found.value} />}
    </>
  );
}

/** What the settings of the address ask for. */
function chosenOf({ state = "", kind = "", owner = "", item = "" }: ViewProps["address"]["settings"]) {
  return { state: isSignalState(state) ? state : "open", kind, owner, item } as const;
}

/** Tells the signals that block a line of the plan. */
function useBlocking(session: Session): (signal: SignalLine) => boolean {
  const { lines } = useStore(session.work);
  const blocked = new Map(
    lines.flatMap((line) => (line.kind === "blocked" ? [[line.item, line] as const] : [])),
  );
  return (signal) => blocksLine(signal, blocked.get(signal.item));
}

/** Signals by their state, among those that the choice and the reader's own items leave. */
function useStates(
  { signals, answers, items }: FoundSignals,
  { session, address }: ViewProps,
  today: string,
) {
  const mine = useStore(session.mine);
  const { kind, owner, item } = chosenOf(address.settings);
  const given = useSignalAnswers(session, today);
  const matching = signals.filter((signal) => {
    const whose = items.get(signal.item)?.owner;
    if (item !== "") return signal.item === item;
    return (kind === "" || signal.kind === kind) && (owner === "" || whose === owner) && isMine(mine, whose);
  });
  const except = (signal: SignalLine, period: Period, isTakenBack = false): Promise<boolean> =>
    session.attempt(async () => {
      await noteException(session.client, signal.item, period, isTakenBack);
      await answerSignal(session.client, signal, isTakenBack ? null : answerFor(signal, "closed", today));
      given.note(signal, isTakenBack ? signal.state : "closed");
      if (!isTakenBack)
        session.notify("good", say(signalsWords.excepted, { item: signal.item }), {
          name: decisionsWords.undo,
          act: () => except(signal, period, true),
        });
    });
  const isBlocking = useBlocking(session);
  // what keeps a line from being ordered is open until it is answered, however long ago it happened
  const stateOf = (one: SignalLine): SignalState => {
    const state = given.stateOf(one) ?? signalState(one, answers, today);
    return state === "past" && isBlocking(one) ? "open" : state;
  };
  const byState = Map.groupBy(matching, stateOf);
  const inState = (state: SignalState) =>
    (byState.get(state) ?? []).toSorted((a, b) => Number(isBlocking(b)) - Number(isBlocking(a)));
  return { in: inState, answer: given.answer, except, isBlocking };
}

function SignalList({ found, ...props }: ViewProps & { readonly found: FoundSignals }): VNode {
  const { session, address, go } = props;
  const plan = useStore(session.plans).shown;
  const states = useStates(found, props, plan?.summary?.stockDate ?? plan?.asOf ?? "");
  const chosen = chosenOf(address.settings);
  const shown = states.in(chosen.state);
  const past = states.in("past").length;
  const choose = (settings: Readonly<Record<string, string>>): void =>
    go({ ...address, settings: { ...address.settings, ...settings } }, true);
  return (
    <>
      <p class="lead">{say(signalsWords.lead, { count: whole(shown.length) })}</p>
      {chosen.item === "" ? (
        <p class="muted small">{signalsWords.answers}</p>
      ) : (
        <p>
          <a href={linkTo({ view: "signals" })}>{say(signalsWords.onlyItem, { item: chosen.item })}</a>
        </p>
      )}
      <Tools chosen={chosen} counts={(state) => states.in(state).length} found={found} choose={choose} />
      {shown.length === 0 ? (
        <Empty title={signalsWords.nothing} text={signalsWords.nothingText}>
          {chosen.state === "open" && past > 0 && (
            <button type="button" onClick={() => choose({ state: "past" })}>
              {say(signalsWords.showPast, { count: whole(past) })}
            </button>
          )}
        </Empty>
      ) : (
        <ul class="card signals">
          {shown.slice(0, most).map((signal) => (
            <SignalRow
              key={keyOf(signal)}
              signal={signal}
              item={found.items.get(signal.item)}
              bucket={plan?.summary?.bucket}
              state={chosen.state}
              isBlocking={states.isBlocking(signal)}
              answer={(to) => void states.answer(signal, to)}
              except={(period) => void states.except(signal, period)}
            />
          ))}
        </ul>
      )}
    </>
  );
}

interface ToolsProps {
  readonly chosen: ReturnType<typeof chosenOf>;
  readonly counts: (of: SignalState) => number;
  readonly found: FoundSignals;
  readonly choose: (settings: Readonly<Record<string, string>>) => void;
}

/** Which signals are listed: their state, kind, and whose items they are about. */
function Tools({ chosen, counts, found, choose }: ToolsProps): VNode {
  const kinds = [...new Set(found.signals.map(({ kind }) => kind))];
  const owners = [...new Set(Array.from(found.items.values(), ({ owner = "" }) => owner))]
    .filter((owner) => owner !== "")
    .sort();
  const all = ["", ordersWords.everything] as const;
  return (
    <div class="tools">
      <div class="segments" role="group" aria-label={ordersWords.show}>
        {signalStates.map((name) => (
          <button
            type="button"
            key={name}
            aria-pressed={chosen.state === name}
            onClick={() => choose({ state: name })}
          >
            {signalsWords.states[name]} <span class="count">{whole(counts(name))}</span>
          </button>
        ))}
      </div>
      <Select
        label={signalsWords.kind}
        value={chosen.kind}
        options={[all, ...kinds.map((one) => [one, value(one)] as const)]}
        choose={(kind) => choose({ kind })}
      />
      {owners.length > 1 && (
        <Select
          label={ordersWords.owner}
          value={chosen.owner}
          options={[all, ...owners.map((one) => [one, one] as const)]}
          choose={(owner) => choose({ owner })}
        />
      )}
    </div>
  );
}
