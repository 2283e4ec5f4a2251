/** The caller used bedarf wrongly: an unknown option, an impossible value. The message says name, rule and what came. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The input holds nothing that can be used, or asks a question that must be answered first (exit code 1, HTTP 422). */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A model was given fewer observations than it needs; the caller falls back to a simpler one. */
export class TooShortError extends RangeError {
  override readonly name = "TooShortError";
  readonly needs: number;
  constructor(model: string, needs: number, got: number) {
    super(`${model} requires at least ${needs} observations, got ${got}`);
    this.needs = needs;
  }
}
