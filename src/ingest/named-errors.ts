import { InputError } from "../errors.ts";
import { QuestionError } from "./questions.ts";

/** Runs `read`; an InputError about the file begins with its name, so that of several files the right one is found. */
export function naming<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError) || error instanceof QuestionError || error.fault.file !== undefined)
      throw error;
    throw new InputError({ ...error.fault, file: name });
  }
}
