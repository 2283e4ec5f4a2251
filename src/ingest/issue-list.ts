import { defined } from "../defined.ts";
import type { Issue } from "../issue.ts";

/** Collects issues, of which it may be handed a million. */
export interface IssueList {
  add(issue: Issue): void;
  list(): readonly Issue[];
}

const longestText = 200;

/** What stands in the file, cut to 200 characters. */
export const shortText = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;

/** Ascending rows in short. @example rowRanges([2, 3, 4, 9]) // "2–4, 9" */
export function rowRanges(rows: readonly number[]): string {
  const parts: string[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (rows[to + 1] === rows[to] + 1) to++;
    parts.push(to === from ? `${rows[from]}` : `${rows[from]}–${rows[to]}`);
    from = to + 1;
  }
  return parts.join(", ");
}

/** Issues as a list holds them. */
export function capped(issues: readonly Issue[]): readonly Issue[] {
  const list = issueList();
  for (const issue of issues) list.add(issue);
  return list.list();
}

/** Issues of one code in a file that are listed one by one, unless a reader is given another limit. */
const issuesOfACode = 1000;

/**
 * Makes the list of a file; without `file` its issues speak of several. Beyond `most` of a code the rest is counted in
 * one more issue, as severe as those it counts.
 */
export function issueList(file?: string, most = issuesOfACode): IssueList {
  const place = defined({ file });
  const issues: Issue[] = [];
  const found = new Map<string, { readonly severity: Issue["severity"]; count: number }>();
  return {
    add(issue) {
      const known = found.get(issue.code) ?? { severity: issue.severity, count: 0 };
      found.set(issue.code, known);
      if (++known.count > most) return;
      const text = issue.text === undefined ? {} : { text: shortText(issue.text) };
      issues.push({ ...issue, ...text, ...place });
    },
    list() {
      const more = [...found].flatMap(([of, { severity, count }]): Issue[] =>
        count > most ? [{ code: "more-like-this", severity, ...place, of, count: count - most }] : [],
      );
      return [...issues, ...more];
    },
  };
}
