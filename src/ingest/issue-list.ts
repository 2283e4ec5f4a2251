import type { Issue } from "../issue.ts";

/** Collects issues of one file; beyond `most` of a code the rest is counted in one more issue of that code. */
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

export function issueList(file: string, most: number): IssueList {
  const issues: Issue[] = [];
  const counts = new Map<string, number>();
  return {
    add(issue) {
      const count = (counts.get(issue.code) ?? 0) + 1;
      counts.set(issue.code, count);
      if (count > most) return;
      const text = issue.text === undefined ? {} : { text: shortText(issue.text) };
      issues.push({ ...issue, ...text, file });
    },
    list() {
      const more = [...counts]
        .filter(([, count]) => count > most)
        .map(
          ([code, count]): Issue => ({
            code: "more-like-this",
            severity: "warning",
            file,
            of: code,
            count: count - most,
          }),
        );
      return [...issues, ...more];
    },
  };
}
