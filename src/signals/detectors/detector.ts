import type { SignalKind } from "../../signal.ts";
import type { Candidate } from "../candidate.ts";
import type { View } from "./view.ts";

/** Series of a flow of demand, and those of counts with many buckets of none: their noise has different tails. */
export type Family = "level" | "count";

/** A suspected fluctuation as its detector tells it. */
export interface Finding extends Omit<Candidate, "weighted"> {
  /** The view once this is explained: what all later detectors look at. Absent: the same view. */
  readonly rest?: View;
}

/** One thing that is looked for. */
export interface Detector {
  /** What it looks for. Its findings may turn out to be another kind: a jump by a dozen is a change of unit. */
  readonly kind: SignalKind;
  readonly family: Family;
  /** What its p-values are multiplied with for being one of several things looked for in the same series. */
  readonly tests: number;
  /** Everything suspicious in a view of its family, never for a constant series; pure. */
  detect(view: View): readonly Finding[];
  /** True where another finding is the better account of the same event; what a `rest` explains is no rival. */
  readonly givesWayTo?: (other: Finding, own: Finding) => boolean;
  /** It and the others that say so account for the same stretch: the clearest is taken first, the others beside it. */
  readonly competes?: true;
}
