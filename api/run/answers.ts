import { type Issue, QuestionError, UsageError, words } from "../../src/index.ts";
import type { Lang } from "../command.ts";
import { isTexts } from "./config.ts";
import { readJson } from "./files.ts";

/** `--answers F`: an object of texts, question id to candidate. */
export function answersOf(path: string): Record<string, string> {
  const json = readJson(path);
  if (!isTexts(json)) throw new UsageError(`${path} must be a JSON object {"question id": "candidate"}`);
  return json;
}

/** What answers an open question on the command line: a ready `--map`, or the line of an answers file. */
function readyAnswer(issue: Issue): string {
  const [first = "…"] = issue.question?.candidates ?? [];
  const shown = /^[\p{L}\p{N}._-]+$/u.test(first) ? first : `"${first}"`;
  return issue.code === "column-unclear"
    ? `--map ${issue.field}=${shown}`
    : `{"${issue.question?.id}": "${first}"} in eine Datei schreiben und sie mit --answers DATEI nennen`;
}

/** A question in the user's language; other errors stay as they are. */
export function inLanguage(error: unknown, lang: Lang): unknown {
  if (!(error instanceof QuestionError) || lang === "en") return error;
  const open = error.issues.filter(
    ({ severity, question, code }) =>
      severity === "error" && (question !== undefined || code === "column-unreadable"),
  );
  const [first] = open;
  if (first === undefined) return error;
  const file = first.file === undefined ? "" : `${first.file}: `;
  const ready = first.question === undefined ? "" : ` Antwort: ${readyAnswer(first)}`;
  const more = open.length > 1 ? ` (und ${open.length - 1} weitere, siehe issues.csv)` : "";
  return new QuestionError(
    error.code,
    `${file}${words.issueSentence(first, lang)}${ready}${more}`,
    error.issues,
  );
}
