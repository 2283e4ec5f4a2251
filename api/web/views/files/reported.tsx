import { Fragment, type VNode } from "preact";
import { say, value, whole } from "../../language.ts";
import { fieldName, pageSentence } from "../../names.ts";
import { Chip } from "../../parts/chip.tsx";
import type { Inspection, Issue, UploadReport } from "../../shapes.ts";
import { filesWords } from "../../words/files.ts";
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
}

/** What was repaired or left out of a file, with row numbers, the worst first. */
export function Reported({ report, columns, isHeads, correct }: ReportedProps): VNode {
  const { used, rows, issueCounts } = report;
  const issues = report.issues
    .filter((issue) => !(isHeads && isOfLines(issue)) && !isOfSheets(issue))
    .sort((a, b) => rank[a.severity] - rank[b.severity]);
  const total = Object.values(issueCounts).reduce((sum, count) => sum + count, 0);
  const list = (from: number, to: number): VNode => (
    <ul class="plain">
      {issues.slice(from, to).map((issue, k) => (
        <IssueLine key={k} issue={issue} columns={columns} correct={correct} />
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
      {issues.length > inSight && (
        <details>
          <summary>
            {say(filesWords.moreIssues, { count: whole(Math.max(total, issues.length) - inSight) })}
          </summary>
          {list(inSight, mostIssues)}
        </details>
      )}
    </div>
  );
}

interface IssueLineProps extends Pick<ReportedProps, "columns" | "correct"> {
  readonly issue: Issue;
}

/** An issue; where it asks for the column of a field, with the columns to choose from. */
function IssueLine({ issue, columns, correct }: IssueLineProps): VNode {
  const field = "field" in issue ? issue.field : "";
  const asked = issue.question?.id.startsWith(`column:${field}:`) ? issue.question.candidates : [];
  const named = asked.flatMap((candidate) => columns.find(({ header }) => header.trim() === candidate) ?? []);
  const choices = named.length === 0 && issue.code === "column-missing" ? offered(columns) : named;
  return (
    <li>
      <Chip kind={issue.severity}>{value(issue.severity)}</Chip> {pageSentence(issue)}
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
