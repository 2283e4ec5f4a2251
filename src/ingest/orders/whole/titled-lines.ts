import type { Issue } from "../../../issue.ts";
import { bareText } from "../../cells/cells.ts";
import { movementOf, takesOut } from "../../cells/movements.ts";
import { shortText } from "../../issue-list.ts";
import { type Answers, answerTo } from "../../questions.ts";
import { namesMoney, type Subject, subjectOfName, subjectOfTitle, titleText } from "../../title-subjects.ts";
import type { CodedTable } from "../../typed/coded-table.ts";
import { columnName } from "../../typed/styles.ts";
import type { DefaultMovement } from "../default-movement.ts";

/** From this share of the figures on that have cents they may be money. */
const mostCents = 0.5;

interface Titled {
  readonly movement?: DefaultMovement;
  readonly issues: readonly Issue[];
}

/** True where figures are written with cents. */
function haveCents(coded: CodedTable): boolean {
  const texts = (coded.columns.get("quantity")?.texts ?? []).map(bareText).filter((text) => text !== "");
  const cents = texts.filter((text) => /[.,]\d{1,2}$/.test(text)).length;
  return texts.length > 0 && cents >= mostCents * texts.length;
}

/** What stands above a table, on its sheet or is the name of its file, and what it says of the figures. */
function titleOf(coded: CodedTable): { readonly text: string; readonly subject: Subject } | undefined {
  const { table, columns } = coded;
  const hasMoney = columns.has("price") || columns.has("amount");
  // Of a plan beside what came of it each line says which it is.
  const isTold = columns.get("status")?.texts.some((text) => bareText(text) === "actual") === true;
  const named = [
    ...table.preamble.map((text) => ({ text, subject: subjectOfTitle(text) })),
    ...[table.sheet ?? "", coded.file].map((text) => ({ text, subject: subjectOfName(text) })),
  ];
  for (const { text, subject } of named) {
    if (subject === undefined || (subject === "plan" && isTold)) continue;
    if (subject === "money" && (hasMoney || !(namesMoney(text) || haveCents(coded)))) continue;
    return { text: titleText(text), subject };
  }
  return undefined;
}

/** True where the heading of the quantities says that they left the stock: "Abg." */
function isWayOut(coded: CodedTable): boolean {
  const heading = coded.wide ?? columnName(coded, "quantity") ?? "";
  const said = [heading, ...heading.split(/\s+/)].flatMap((words) => movementOf(words) ?? []);
  return said.length > 0 && said.every(({ kind }) => takesOut(kind));
}

/**
 * What a title says of lines of which no column and no heading says it: goods received are purchases; figures of a
 * stock, a plan or of money are no demand, which is asked about.
 */
export function titledLines(coded: CodedTable, answers: Answers | undefined): Titled {
  const title = titleOf(coded);
  const id = `figures:${coded.mapping.fingerprint}`;
  if (title === undefined || answerTo(answers, id) === "demand") return { issues: [] };
  const { text, subject } = title;
  if (subject === "purchase" || subject === "return")
    return { movement: { kind: subject, because: shortText(text) }, issues: [] };
  if (subject !== "stock" && subject !== "plan" && subject !== "money") return { issues: [] };
  // In a list of stocks the column of what went out says itself what its figures are.
  if (subject === "stock" && isWayOut(coded)) return { issues: [] };
  const question = { id, candidates: ["demand"] };
  return {
    issues: [{ code: "figures-unclear", severity: "error", text: shortText(text), of: subject, question }],
  };
}
