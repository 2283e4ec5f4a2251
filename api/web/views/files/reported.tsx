import { Fragment, type VNode } from "preact";
import { say, value, whole } from "../../language.ts";
import { answerName, fieldName, pageSentence } from "../../names.ts";
import { Chip } from "../../parts/chip.tsx";
import type { Inspection, Issue, UploadReport } from "../../shapes.ts";
import { filesWords } from "../../words/files.ts";
import { type Alike, alikeTogether } from "./alike.ts";
import { offered } from "./incoming.ts";

/** So many issues are in sight, so many more behind a click; so many columns are offered for a field. */
const [inSight, mostIssues, mostColumns] = [8, 200, 6];

const rank = { error: 0, warning: 1, info: 2 } as const;

/** What the file with the lines says of orders, their heads need not. */
const isOfLines = ({ code }: Issue): boolean => code === "column-unclear";

/** Which sheets are read stands above, with what is read of them as another kind. */
const isOfSheets = ({ code }: Issue): boolean => code === "other-sheets" || code === "sheets-together";

interface ReportedProps {
  readonly report: UploadReport;
  readonly columns: Inspection["columns"];
  /** The file holds order heads: what these lack stands in the file with their lines. */
  readonly isHeads: boolean;
  readonly correct: (column: number, field: string) => void;
  /** Answers a question about the file, for it and all later ones like it. */
  readonly answer: (question: string, candidate: string) => void;
  /** True for a field that another of the dropped files brings. */
  readonly isBrought: (field: string) => boolean;
}

/** What a question that is still open explains: the cells that nothing was made of while nobody answered. */
function withoutExplained(issues: readonly Issue[]): Issue[] {
  const asked = new Set(
    issues.flatMap(({ code, column }) => (code === "number-style-unclear" ? [column] : [])),
  );
  return issues.filter(({ code, column }) => code !== "value-unreadable" || !asked.has(column));
}

/** What was repaired or left out of a file, with row numbers, the worst first. */
export function Reported({ report, columns, isHeads, correct, answer, isBrought }: ReportedProps): VNode {
  const { used, rows, issueCounts } = report;
  const isElsewhere = (issue: Issue): boolean => issue.code === "column-missing" && isBrought(issue.field);
  const issues = withoutExplained(report.issues)
    .filter((issue) => !(isHeads && isOfLines(issue)) && !isOfSheets(issue) && !isElsewhere(issue))
    .sort((a, b) => Number(isAnswerable(b)) - Number(isAnswerable(a)) || rank[a.severity] - rank[b.severity]);
  const total = Object.values(issueCounts).reduce((sum, count) => sum + count, 0);
  const alike = alikeTogether(issues, issueCounts);
  const shown = alike.slice(0, inSight).reduce((sum, { others }) => sum + 1 + others, 0);
  const list = (from: number, to: number): VNode => (
    <ul class="plain">
      {alike.slice(from, to).map((of, k) => (
        <IssueLine key={k} {...{ ...of, columns, correct, answer }} />
      ))}
    </ul>
  );
  return (
    <div>
      <h3>{filesWords.issues}</h3>
      {used !== undefined && (
        <p class="muted small">{say(filesWords.used, { used: whole(used), rows: whole(rows) })}</p>
      )}
      {issues.length === 0 ? <p>{filesWords.noIssues}</p> : list(0, inSight)}
      {alike.length > inSight && (
        <details>
          <summary>
            {say(filesWords.moreIssues, { count: whole(Math.max(total - shown, alike.length - inSight)) })}
          </summary>
          {list(inSight, mostIssues)}
        </details>
      )}
    </div>
  );
}

/** True for an issue that asks something else than which column holds a field. */
const isAnswerable = ({ question }: Issue): boolean =>
  question !== undefined && !question.id.startsWith("column:");

/** So many rows are named of those that something is said of. */
const mostRows = 6;

/** That other rows are as the one before, and which. */
function othersText({ others, rows }: Alike): string {
  const named = rows.slice(0, mostRows).map(whole).join(", ");
  return say(filesWords.alike, { count: whole(others), rows: others > mostRows ? `${named} …` : named });
}

interface IssueLineProps extends Alike, Pick<ReportedProps, "columns" | "correct" | "answer"> {}

/** An issue; where it asks something, with the answers or columns to choose from. */
function IssueLine({ columns, correct, answer, ...alike }: IssueLineProps): VNode {
  const { issue, others } = alike;
  const field = "field" in issue ? issue.field : "";
  const asked = issue.question?.id.startsWith(`column:${field}:`) ? issue.question.candidates : [];
  const named = asked.flatMap((candidate) => columns.find(({ header }) => header.trim() === candidate) ?? []);
  const choices = named.length === 0 && issue.code === "column-missing" ? offered(columns, field) : named;
  return (
    <li>
      <Chip kind={issue.severity}>{value(issue.severity)}</Chip> {pageSentence(issue)}
      {others > 0 && <span class="muted"> {othersText(alike)}</span>}
      {isAnswerable(issue) &&
        issue.question?.candidates.slice(0, mostColumns).map((candidate) => (
          <Fragment key={candidate}>
            {" "}
            <button type="button" onClick={() => answer(issue.question?.id ?? "", candidate)}>
              {answerName(candidate)}
            </button>
          </Fragment>
        ))}
      {choices.slice(0, mostColumns).map(({ index, header }) => (
        <Fragment key={index}>
          {" "}
          <button type="button" onClick={() => correct(index, field)}>
            {say(filesWords.isField, { column: header, field: fieldName(field) })}
          </button>
        </Fragment>
      ))}
    </li>
  );
}
