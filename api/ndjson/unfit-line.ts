import { defined, type LineFault, words } from "../../src/index.ts";

/** Why a line of NDJSON cannot be answered, as its answer prints it. */
export interface LineError {
  readonly item?: string;
  readonly code: string;
  readonly message: string;
}

/** Why a line is no series: also as a code with its values, for whoever finds no series at all. */
export interface SeriesError extends LineError {
  readonly fault: LineFault;
}

export const seriesError = (fault: LineFault, item?: string): SeriesError => ({
  ...defined({ item }),
  code: fault.code,
  message: words.faultSentence(fault, "en"),
  fault,
});

/** Thrown while a line is read, and caught where the line ends: the next one goes on. */
export class UnfitLine<E extends LineError = LineError> extends Error {
  readonly error: E;
  constructor(error: E) {
    super(error.message);
    this.error = error;
  }
}

/** Characters of what stood in a field that are said again. */
const mostSaid = 120;

/** What stood in a field, as an error says it; what is nested too deep to be written is said by its kind. */
export function saidOf(value: unknown): string {
  try {
    return String(JSON.stringify(value)).slice(0, mostSaid);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return Array.isArray(value) ? "[…]" : "{…}";
  }
}
