import { defined } from "../defined.ts";
import { InputError } from "../errors.ts";
import type { Fault } from "../fault.ts";
import type { Issue } from "../issue.ts";

/** The input asks something that must be answered first; `issues` holds everything found so far. */
export class QuestionError extends InputError {
  readonly issues: readonly Issue[];
  constructor(fault: Fault, issues: readonly Issue[]) {
    super(fault);
    this.issues = issues;
  }
}

/** Answers of the user: question id -> candidate. */
export type Answers = Readonly<Record<string, string>>;

/** The answer to a question, undefined where it is open. */
export const answerTo = (answers: Answers | undefined, id: string): string | undefined =>
  answers !== undefined && Object.hasOwn(answers, id) ? answers[id] : undefined;

/** True for what must be settled before anything is read. */
const isBlocking = ({ code, severity, question }: Issue): boolean =>
  severity === "error" && (question !== undefined || code === "column-unreadable");

/** Throws QuestionError when one of the issues is a question that must be answered first. */
export function refuseOpenQuestions(issues: readonly Issue[]): void {
  const blocking = issues.filter(isBlocking);
  const [first] = blocking;
  if (first === undefined) return;
  const fault = {
    code: "question",
    issue: first,
    more: blocking.length - 1,
    ...defined({ file: first.file }),
  } as const;
  throw new QuestionError(fault, issues);
}
