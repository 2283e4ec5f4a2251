import { defined } from "../../../defined.ts";
import { countOf, type Issue, type IssueCode } from "../../../issue.ts";
import { lineKinds, type OrderLines } from "../../../order.ts";
import { answerTo } from "../../questions.ts";
import type { ReadOptions } from "../../read-options.ts";
import type { AppendedFile } from "../append-lines.ts";
import { filesApart, oddShares } from "./shares.ts";

/** From this share of its rows on that could not be used a file is asked about before anything is planned on it. */
const mostLeftOut = 0.5;
/** Fewer rows are seen without being asked about. */
const fewestRows = 3;
/** In fewer rows a table that stands apart below is left aside without a question. */
const fewestApart = 10;
/** Fewer lines than these may stand on one day, or be of an article each, by chance. */
const fewestLines = 20;
/** From this share of the articles on that stand in one line alone their column may be a key of the line. */
const mostOnce = 0.98;

/** What is left out for good reason: it never was a line of demand. */
const expected = new Set<IssueCode>([
  ...(["total-row", "row-without-data", "state-not-counted", "line-deleted", "not-an-item-row"] as const),
  ...(["pseudo-item", "zero-price-correction", "blank-row", "rule-row", "footer-row"] as const),
]);

/** Codes that say what a row lacks. */
const reasons = {
  item: /^(item-|row-without-item)/,
  date: /^(date-|no-such-date)/,
  quantity: /^quantity-/,
} as const;

/** Rows of a file that were left out though they looked like lines, and why most of them were. */
function leftOut({ input, issues }: AppendedFile): number {
  const fine = issues
    .filter(({ code }) => expected.has(code))
    .reduce((sum, issue) => sum + countOf(issue), 0);
  const more = issues.reduce(
    (sum, issue) =>
      sum + (issue.code === "more-like-this" && expected.has(issue.of as IssueCode) ? issue.count : 0),
    0,
  );
  return input.lines - input.used - fine - more;
}

/**
 * Looks at what was read before it is used: a file of which half the rows could not be used raises a question; a history
 * of one day, or of one line an article, is told, as a stock list or a key of the line may have been taken for it; and receipts or returns beyond all demand, and a file
 * in another unit than the others.
 */
export function plausibility(
  files: readonly AppendedFile[],
  lines: OrderLines,
  print: string,
  { answers }: ReadOptions,
): Issue[] {
  return [
    ...files.flatMap((file) => halfLeftOut(file, lines, print, answers)),
    ...withoutDemand(lines),
    ...oneOfEach(lines),
    ...oddShares(lines),
    ...filesApart(lines),
  ];
}

const demanded = new Set(["sale", "issue", "purchase"]);

/** A history in which nothing is demand, as of receipts alone: nothing can be planned on it. */
function withoutDemand({ length, kind }: OrderLines): Issue[] {
  const kinds = [...new Set(kind.subarray(0, length))].map((code) => lineKinds[code] ?? "");
  if (length === 0 || kinds.some((one) => demanded.has(one))) return [];
  return [{ code: "no-demand", severity: "warning", count: length, text: kinds.join(", ") }];
}

/** True where all rows of a small file that were left out stand below its lines, apart from them: a table of its own. */
function standsApart({ input, issues }: AppendedFile, lines: OrderLines): boolean {
  if (input.lines >= fewestApart || input.used === 0) return false;
  const file = lines.files.indexOf(input.file);
  const used = lines.row.subarray(0, lines.length).filter((_, k) => lines.file[k] === file);
  const out = issues.flatMap(({ code, severity, row }) =>
    row === undefined || severity === "info" || expected.has(code) ? [] : [row],
  );
  return out.length > 0 && Math.min(...out) > Math.max(...used) + 1;
}

/** What most of the rows lack that were left out, and the column it should stand in. */
function whatLacks({
  issues,
}: AppendedFile): { of: "item" | "date" | "quantity"; column?: string } | undefined {
  const [most] = (["item", "date", "quantity"] as const)
    .map((of) => ({
      of,
      own: issues.filter(({ code, severity }) => severity !== "info" && reasons[of].test(code)),
    }))
    .sort((a, b) => b.own.length - a.own.length);
  const column = most?.own.find((issue) => issue.column !== undefined)?.column;
  return most === undefined || most.own.length === 0 ? undefined : { of: most.of, ...defined({ column }) };
}

function halfLeftOut(
  file: AppendedFile,
  lines: OrderLines,
  print: string,
  answers: ReadOptions["answers"],
): Issue[] {
  const { input } = file;
  const count = leftOut(file);
  if (input.lines < fewestRows || count <= mostLeftOut * input.lines || standsApart(file, lines)) return [];
  const id = `left-out:${print}`;
  const isAccepted = answerTo(answers, id) === "go-on";
  const lacks = whatLacks(file);
  const found = {
    code: "half-left-out",
    file: input.file,
    count,
    lines: input.lines,
    ...defined({ of: lacks?.of, column: lacks?.column }),
  } as const;
  return isAccepted
    ? [{ ...found, severity: "warning" }]
    : [{ ...found, severity: "error", question: { id, candidates: ["go-on"] } }];
}

function oneOfEach(lines: OrderLines): Issue[] {
  const { length } = lines;
  if (length < fewestLines) return [];
  const issues: Issue[] = [];
  const counts = new Int32Array(lines.items.values.length);
  let isOneDay = true;
  for (let k = 0; k < length; k++) {
    counts[lines.item[k]] += 1;
    if (lines.day[k] !== lines.day[0] || lines.byPeriod[k] === 1) isOneDay = false;
  }
  const items = counts.filter((count) => count > 0).length;
  const once = counts.filter((count) => count === 1).length;
  if (isOneDay && items > 1) issues.push({ code: "all-on-one-day", severity: "warning", count: length });
  else if (items > 1 && once >= mostOnce * items)
    issues.push({ code: "items-once-each", severity: "warning", count: once });
  return issues;
}
