import { InputError, UsageError } from "../../src/index.ts";

/** An error as it goes from one thread to another: its kind must not get lost on the way, it decides the exit code. */
export interface PackedError {
  readonly kind: "usage" | "input" | "range" | "other";
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
}

function kindOf(error: unknown): PackedError["kind"] {
  if (error instanceof UsageError) return "usage";
  if (error instanceof InputError) return "input";
  return error instanceof RangeError ? "range" : "other";
}

export function packError(error: unknown): PackedError {
  const message = error instanceof Error ? error.message : String(error);
  return {
    kind: kindOf(error),
    message,
    stack: error instanceof Error ? (error.stack ?? message) : message,
    ...(error instanceof InputError ? { code: error.code } : {}),
  };
}

/** The same error in this thread, with the stack of where it happened. */
export function unpackError({ kind, message, stack, code = "" }: PackedError): Error {
  const make = {
    usage: () => new UsageError(message),
    input: () => new InputError(code, message),
    range: () => new RangeError(message),
    other: () => new Error(message),
  };
  const error = make[kind]();
  error.stack = stack;
  return error;
}
