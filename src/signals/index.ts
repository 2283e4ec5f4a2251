// Flagged fluctuations: detect an item, control a run, draw the consequences.

import type { Signal } from "../signal.ts";
import { detectItem } from "./detect-item.ts";
import { type ControlOptions, control } from "./life/control.ts";
import type { SignalInput } from "./signal-input.ts";

export type { Candidate, Candidates } from "./candidate.ts";
export { detect } from "./detect.ts";
export { detectItem } from "./detect-item.ts";
export { alarmsWithin } from "./life/alarms.ts";
export {
  type AnsweredEvent,
  answersByItem,
  hasGrownByHalf,
  isOpenAgain,
  type SignalAnswer,
  signalAnswer,
  signalAnswerText,
  signalQuestion,
} from "./life/answers.ts";
export { type Cleaned, cleaned } from "./life/cleaned.ts";
export { type Consequences, consequences } from "./life/consequences.ts";
export {
  adjusted,
  type ControlOptions,
  control,
  controlOf,
  type Suspicion,
} from "./life/control.ts";

export { withinRun } from "./life/panel-leaning.ts";
export { type SignalContext, type SignalHistory, trackedSignals } from "./life/signal-history.ts";
export { trackSignals, unitAnswer, unitQuestions, withoutEndOfLife } from "./life/track-signals.ts";
export type { SignalInput } from "./signal-input.ts";

/** Signals of a whole run: one list an item, in the order of the inputs. */
export function signalsOf(inputs: readonly SignalInput[], options: ControlOptions): Signal[][] {
  return control(
    inputs.map((input) => ({ found: detectItem(input) })),
    options,
  );
}
