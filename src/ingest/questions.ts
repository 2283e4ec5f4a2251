import { InputError } from "../errors.ts";
import type { Issue } from "../issue.ts";

/** The input asks something that must be answered first; `issues` holds everything found so far. */
export class QuestionError extends InputError {
  readonly issues: readonly Issue[];
  constructor(code: string, message: string, issues: readonly Issue[]) {
    super(code, message);
    this.issues = issues;
  }
}

/** Answers of the user: question id -> candidate. */
export type Answers = Readonly<Record<string, string>>;

export const answerTo = (answers: Answers | undefined, id: string): string | undefined =>
  answers !== undefined && Object.hasOwn(answers, id) ? answers[id] : undefined;

/** One line that asks, with the option that answers it. */
export function askingLine(issue: Issue): string {
  const { question } = issue;
  if (issue.code === "column-unreadable")
    return `${issue.file ?? ""}: column "${issue.column}" should hold the ${issue.field} but cannot be read as one (e.g. ${issue.text}): correct it, or name another column with --map ${issue.field}=Heading`;
  if (question === undefined) return `${issue.file ?? ""}: ${issue.code}`;
  const list = question.candidates.slice(0, 8).join(", ");
  const place = issue.file === undefined ? "" : `${issue.file}: `;
  const example = question.candidates[0] ?? "…";
  if (issue.code === "column-unclear")
    return `${place}which column holds "${issue.field}"? Candidates: ${list === "" ? "none found" : list}. Answer with --map ${issue.field}=${quoted(example)}`;
  return `${place}${meaningOf(issue)} Answers: ${list}. Write {"${question.id}": "${example}"} into a file and name it with --answers FILE`;
}

const quoted = (text: string): string => (/^[\p{L}\p{N}._-]+$/u.test(text) ? text : `"${text}"`);

function meaningOf(issue: Issue): string {
  const column = issue.column === undefined ? "" : ` in column "${issue.column}"`;
  const text = issue.text === undefined ? "" : ` (e.g. ${issue.text})`;
  switch (issue.code) {
    case "number-style-unclear":
      return `is the separator${column} for thousands or decimals${text}?`;
    case "date-order-unclear":
      return `does the day or the month come first${column}${text}?`;
    case "year-unclear":
      return `to which year do the month columns belong${text}?`;
    case "periods-numbered":
      return `the columns ${issue.text} count periods without naming them. Which month, week, quarter or day is the last one?`;
    case "sign-unclear":
      return `are negative quantities${column} returns or issues?`;
    case "measure-unclear":
      return `which measure of the period columns is the quantity${text}?`;
    default:
      return `${issue.code}${column}${text}?`;
  }
}

/** True for what must be settled before anything is read. */
export const isBlocking = ({ code, severity, question }: Issue): boolean =>
  severity === "error" && (question !== undefined || code === "column-unreadable");

/** Stops when a question is open that must be answered first. */
export function refuseOpenQuestions(blocking: readonly Issue[], issues: readonly Issue[]): void {
  const [first] = blocking;
  if (first === undefined) return;
  const more = blocking.length > 1 ? ` (and ${blocking.length - 1} more questions, see issues.csv)` : "";
  throw new QuestionError("question", askingLine(first) + more, issues);
}
