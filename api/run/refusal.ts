import { type InputError, type Issue, issuesCsv, QuestionError } from "../../src/index.ts";
import type { Lang } from "../command.ts";

/** What a run that cannot plan leaves behind: what reading found, and the reason where none of that says it. */
export function refusalIssues(error: InputError): readonly Issue[] {
  const found = error instanceof QuestionError ? error.issues : [];
  const asked = found.some(({ severity, question }) => severity === "error" && question !== undefined);
  if (asked || found.some(({ code }) => code === error.code)) return found;
  return [{ code: error.code, severity: "error", text: error.message }, ...found];
}

/** issues.csv of a refusal: the only result file that a run leaves which cannot plan. */
export const refusalFiles = (issues: readonly Issue[], lang: Lang): Map<string, Uint8Array> =>
  new Map([["issues.csv", new TextEncoder().encode([...issuesCsv(issues, lang)].join(""))]]);
