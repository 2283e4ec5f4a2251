import { type FaultError, InputError, type Issue, issuesCsv, QuestionError } from "../../src/index.ts";
import type { Lang } from "../command.ts";

/** The code by which the API names an error: wrong use is not told apart. */
export const publicCode = (error: FaultError): string =>
  error instanceof InputError ? error.code : "not-acceptable";

/** What reading had found when it could not go on. */
export const foundBefore = (error: FaultError): readonly Issue[] =>
  error instanceof QuestionError ? error.issues : [];

/**
 * issues.csv of a refusal, the only result file that a run leaves which cannot plan: what reading found, behind the
 * reason where none of that asks for an answer.
 */
export function refusalFiles(error: FaultError, lang: Lang): Map<string, Uint8Array> {
  const found = foundBefore(error);
  const asked = found.some(({ severity, question }) => severity === "error" && question !== undefined);
  const rows = issuesCsv(found, lang, asked ? undefined : error.fault);
  return new Map([["issues.csv", new TextEncoder().encode([...rows].join(""))]]);
}
