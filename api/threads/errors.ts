import {
  defined,
  type Fault,
  FaultError,
  InputError,
  type Issue,
  QuestionError,
  UsageError,
} from "../../src/index.ts";

/** An error as it goes from one thread or process to another: its kind must not get lost on the way, it decides the exit code. */
export interface PackedError {
  readonly kind: "usage" | "input" | "range" | "other";
  readonly message: string;
  readonly stack: string;
  readonly fault?: Fault;
  /** Questions that must be answered first, and what else was found. */
  readonly issues?: readonly Issue[];
  /** Code of an error of the system ("ENOSPC"). */
  readonly errno?: string;
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
    ...(error instanceof FaultError ? { fault: error.fault } : defined({ errno: errnoOf(error) })),
    ...(error instanceof QuestionError ? { issues: error.issues } : {}),
  };
}

const errnoOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | undefined)?.code;

/** The same error in this thread, with the stack of where it happened. */
export function unpackError(packed: PackedError): Error {
  const error = rebuilt(packed);
  error.stack = packed.stack;
  return error;
}

function rebuilt({ kind, message, fault, issues, errno }: PackedError): Error {
  if (fault !== undefined && issues !== undefined) return new QuestionError(fault, issues);
  if (fault !== undefined) return kind === "usage" ? new UsageError(fault) : new InputError(fault);
  const error = kind === "range" ? new RangeError(message) : new Error(message);
  return errno === undefined ? error : Object.assign(error, { code: errno });
}
