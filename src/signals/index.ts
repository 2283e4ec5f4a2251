// Flagged fluctuations: detect an item, control a run, draw the consequences.

import type { Signal } from "../signal.ts";
import { type ControlOptions, control } from "./control.ts";
import { detect, type SignalInput } from "./detect.ts";

export { trigg, triggLimit, triggTail } from "./bias.ts";
export type { Candidate, Candidates } from "./candidate.ts";
export { adjusted, type ControlOptions, control } from "./control.ts";
export { detect, type SignalInput } from "./detect.ts";

/** Signals of a whole run: one list an item, in the order of the inputs. */
export function signalsOf(inputs: readonly SignalInput[], options: ControlOptions): Signal[][] {
  return control(inputs.map(detect), options);
}
export { type Consequences, consequencesOf } from "./consequences.ts";
