import type { Issue } from "../issue.ts";

const quoted = (text: string): string => (/^[\p{L}\p{N}._-]+$/u.test(text) ? text : `"${text}"`);

/** What answers an open question on the command line: a `--map`, or the text of an answers file. */
export function readyAnswer(issue: Issue): { readonly map?: string; readonly answers?: string } {
  if (issue.question === undefined) return {};
  const [first = "…"] = issue.question.candidates;
  return issue.code === "column-unclear"
    ? { map: `${issue.field}=${quoted(first)}` }
    : { answers: `{"${issue.question.id}": "${first}"}` };
}
