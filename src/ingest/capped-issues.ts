import type { Issue } from "../issue.ts";

/** Issues of one code in a file that are listed one by one; the rest is counted. */
export const issuesOfACode = 1000;

/** Issues with at most `issuesOfACode` of one code and file; what is beyond is counted in one more issue each. */
export function capped(issues: readonly Issue[]): Issue[] {
  const counts = new Map<string, { first: Issue; count: number }>();
  const kept = issues.filter((issue) => {
    const key = `${issue.file ?? ""}\u0000${issue.code}`;
    const known = counts.get(key) ?? { first: issue, count: 0 };
    counts.set(key, known);
    known.count++;
    return known.count <= issuesOfACode;
  });
  for (const { first, count } of counts.values()) {
    if (count <= issuesOfACode) continue;
    const file = first.file === undefined ? {} : { file: first.file };
    kept.push({
      code: "more-like-this",
      severity: "info",
      ...file,
      of: first.code,
      count: count - issuesOfACode,
    });
  }
  return kept;
}
