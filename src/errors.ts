import type { Fault, FaultCode } from "./fault.ts";
import { faultSentence } from "./words/en/faults/index.ts";

/** An error that carries what is wrong as a code and its values; the message is the English sentence. */
export abstract class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(faultSentence(fault));
    this.fault = fault;
  }
  get code(): FaultCode {
    return this.fault.code;
  }
}

/**
 * The caller used bedarf wrongly: an unknown option, an impossible value (exit code 2, HTTP 422).
 * @example throw new UsageError({ code: "not-a-number", name: "budget", got: "much" })
 */
export class UsageError extends FaultError {
  override readonly name = "UsageError";
}

/** The input holds nothing that can be used, or asks a question that must be answered first (exit code 1, HTTP 422). */
export class InputError extends FaultError {
  override readonly name: string = "InputError";
}

/** A model was given fewer observations than it needs; the caller falls back to a simpler one. */
export class TooShortError extends RangeError {
  override readonly name = "TooShortError";
  readonly fault: Extract<Fault, { readonly code: "too-short" }>;
  constructor(model: string, needs: number, got: number) {
    const fault = { code: "too-short", model, needs, got } as const;
    super(faultSentence(fault));
    this.fault = fault;
  }
}
