import { useState } from "preact/hooks";
import { say } from "../language.ts";
import type { Session } from "../session/session.ts";
import { answerFor, answerSignal, keyOf, type SignalState } from "../session/signal-states.ts";
import type { SignalLine } from "../shapes.ts";
import { decisionsWords } from "../words/decisions.ts";
import { signalsWords } from "../words/signals.ts";

/** What the reader says about signals while a view is open, and the way to say it. */
interface SignalAnswering {
  /** State of what was answered here. */
  stateOf(signal: SignalLine): SignalState | undefined;
  note(signal: SignalLine, state: SignalState): void;
  /** Answers on the server; what is said about it takes it back. */
  answer(signal: SignalLine, to: SignalState): Promise<boolean>;
}

export function useSignalAnswers(session: Session, today: string): SignalAnswering {
  const [given, setGiven] = useState<Readonly<Record<string, SignalState>>>({});
  const note = (signal: SignalLine, state: SignalState): void =>
    setGiven((before) => ({ ...before, [keyOf(signal)]: state }));
  const answer = (signal: SignalLine, to: SignalState): Promise<boolean> =>
    session.attempt(async () => {
      await answerSignal(session.client, signal, answerFor(signal, to, today));
      note(signal, to === "open" || to === "past" ? signal.state : to);
      if (to !== "open")
        session.notify("good", say(signalsWords.noted, { item: signal.item }), {
          name: decisionsWords.undo,
          act: () => answer(signal, "open"),
        });
    });
  return { stateOf: (signal) => given[keyOf(signal)], note, answer };
}
