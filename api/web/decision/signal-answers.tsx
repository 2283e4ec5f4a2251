import type { VNode } from "preact";
import type { SignalState } from "../session/signal-states.ts";
import type { SignalLine } from "../shapes.ts";
import { signalsWords } from "../words/signals.ts";

interface SignalAnswersProps {
  readonly signal: SignalLine;
  readonly state: SignalState;
  readonly answer: (to: SignalState) => void;
}

/** What the plan does with a confirmed signal, by what kind of signal it is. */
function confirmedEffect({ kind }: SignalLine): string {
  const { effects } = signalsWords;
  if (kind === "spike" || kind === "dip") return effects.single;
  if (kind === "end-of-life") return effects.ended;
  return kind === "unit-change" ? effects.unit : effects.level;
}

/** What can be said about a signal in its state, with what follows from it. */
export function SignalAnswers({ signal, state, answer }: SignalAnswersProps): VNode {
  const { item } = signal;
  const { confirm, snooze, snoozeText, shut, shutText, reopen } = signalsWords;
  const confirmText = confirmedEffect(signal);
  const choices =
    state === "open" || state === "past"
      ? ([
          ["confirmed", confirm, confirmText],
          ["snoozed", snooze, snoozeText],
          ["closed", shut, shutText],
        ] as const)
      : ([["open", reopen, ""]] as const);
  return (
    <>
      {choices.map(([to, text, effect]) => (
        <div key={to} class="answer">
          <button type="button" aria-label={`${text}: ${item}`} onClick={() => answer(to)}>
            {text}
          </button>
          {effect !== "" && <span class="muted small">{effect}</span>}
        </div>
      ))}
    </>
  );
}
