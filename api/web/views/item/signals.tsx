import type { VNode } from "preact";
import { blocksLine, isOpenSignal, words } from "../../../../src/index.ts";
import { SignalAnswers } from "../../decision/signal-answers.tsx";
import { useSignalAnswers } from "../../decision/use-signal-answers.ts";
import { lang, value } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Chip } from "../../parts/chip.tsx";
import type { Session } from "../../session/session.ts";
import { type SignalState, signalState } from "../../session/signal-states.ts";
import type { ItemView, SignalLine } from "../../shapes.ts";
import { useFetched } from "../../store.ts";
import { itemWords } from "../../words/item.ts";
import { signalsWords } from "../../words/signals.ts";

interface ItemSignalsProps {
  readonly session: Session;
  readonly of: ItemView;
  /** The day of the plan. */
  readonly today: string;
}

/** Flagged fluctuations of the item, where there are some; those that are open with what can be said about them. */
export function ItemSignals({ session, of, today }: ItemSignalsProps): VNode | null {
  const { item, signals, suggestion } = of;
  const found = useFetched(`answers ${item}`, () => session.client.answers());
  const given = useSignalAnswers(session, today);
  if (signals.length === 0) return null;
  const said = found.state === "here" ? found.value.answers : {};
  const stateOf = (signal: SignalLine): SignalState => {
    const state = given.stateOf(signal) ?? signalState(signal, said, today);
    return state === "past" && isOpenSignal(signal, suggestion) ? "open" : state;
  };
  return (
    <Card title={itemWords.signals}>
      <ul class="plain">
        {signals.map((signal, k) => {
          const state = stateOf(signal);
          const isBlocking = suggestion !== null && blocksLine(signal, suggestion);
          return (
            <li key={k}>
              <Chip kind={state === "open" ? "warning" : ""}>{value(signal.kind)}</Chip>{" "}
              {isBlocking && <Chip kind="blocked">{signalsWords.blocks}</Chip>}{" "}
              {words.signalClause(signal, lang())}
              {found.state === "here" && state !== "past" && (
                <div class="answers no-print">
                  <SignalAnswers
                    signal={signal}
                    state={state}
                    answer={(to) => void given.answer(signal, to)}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
