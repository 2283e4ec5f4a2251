import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import { type LineKind, lineKinds } from "../../order.ts";
import { bareText } from "../cells/cells.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { type Movement, movedQuantity, movementsOf, takesOut } from "../cells/movements.ts";
import { isMissing } from "../cells/numbers.ts";
import type { Field } from "../columns/fields.ts";
import { shortText } from "../issue-list.ts";
import { type Answers, answerTo } from "../questions.ts";
import type { CodedTable } from "../typed/coded-table.ts";
import { columnName } from "../typed/styles.ts";
import { type DefaultKind, defaultKind } from "./default-movement.ts";

/** How the lines of a file are to be read: kind and sign. */
export interface LineKinds {
  /** Movement by kind code; undefined where the text is unknown, null where the cell is empty. */
  readonly byCode: readonly (Movement | undefined | null)[] | undefined;
  readonly fallback: DefaultKind;
  /** Debit/credit by code: 1 in, -1 out, 0 unknown. */
  readonly direction: readonly (1 | -1 | 0)[] | undefined;
  /** What leaves the stock is negative. */
  readonly signed: boolean;
  readonly issues: readonly Issue[];
}

const lineFields = new Set<Field>([
  ...(["item", "date", "quantity", "kind", "unit", "price", "supplier", "order", "line", "dueDate"] as const),
  ...([
    "receiptDate",
    "receivedQuantity",
    "supplierName",
    "supplierAndName",
    "customer",
    "orderQuantity",
  ] as const),
  ...(["openQuantity", "amount", "reference"] as const),
]);

const kindNames = new Set<string>(lineKinds);
const asKind = (text: string | undefined): LineKind | undefined =>
  text !== undefined && kindNames.has(text) ? (text as LineKind) : undefined;

/** Decides kinds and signs from all lines; `quantities` are the raw values by code. */
export function lineKindsOf(
  coded: CodedTable,
  header: readonly string[],
  quantities: Float64Array,
  answers: Answers | undefined,
): LineKinds {
  const print = coded.mapping.fingerprint;
  const issues: Issue[] = [];
  const fields = new Set(coded.columns.keys());
  const assumed = asKind(answerTo(answers, `kind:${print}`));
  const fallback =
    assumed === undefined
      ? defaultKind(lineHeadings(coded, header), fields)
      : { kind: assumed, because: "answer" };
  const column = coded.columns.get("kind");
  const name = columnName(coded, "kind");
  const ledger = name !== undefined && /postenart|entrytype/.test(normaliseHeading(name).key);
  const byCode =
    column === undefined
      ? undefined
      : movementsOf(column.texts.map(bareText), ledger).map((movement, code) => {
          const text = bareText(column.texts[code]);
          const answered = asKind(answerTo(answers, `kind:${print}:${text}`));
          if (answered !== undefined) return { kind: answered, reversal: false };
          return movement ?? (isMissing(text) ? null : undefined);
        });
  const direction = coded.columns.get("direction")?.texts.map(directionOf);
  if (byCode === undefined && direction === undefined) {
    const signed = signsAlone(coded, quantities, print, answers, issues);
    const question = { id: `kind:${print}`, candidates: ["sale", "issue", "purchase"] };
    const base = { severity: "info" as const, kind: fallback.kind };
    if (fallback.because === "") issues.push({ code: "kind-assumed", ...base, question });
    else issues.push({ code: "kind-from-heading", ...base, text: fallback.because });
    return { byCode, fallback, direction, signed, issues };
  }
  const signed = direction !== undefined || signsBeside(coded, byCode, quantities);
  if (byCode !== undefined && column !== undefined) {
    const text = byCode
      .map((movement, code) => ({
        movement,
        text: bareText(column.texts[code]),
        count: column.counts[code],
      }))
      .filter(({ movement }) => movement !== undefined)
      .map(
        ({ movement, text, count }) =>
          `${text || "-"} = ${movement?.kind ?? fallback.kind}${movement?.reversal === true ? " (reversal)" : ""}: ${count}`,
      )
      .sort()
      .join("; ");
    issues.push({
      code: "kinds-read",
      severity: "info",
      ...defined({ column: name }),
      text: shortText(text),
      signed,
    });
  }
  return { byCode, fallback, direction, signed, issues };
}

/** Headings without those of master data: a minimum order quantity says nothing about the lines. */
function lineHeadings(coded: CodedTable, header: readonly string[]): readonly string[] {
  const master = new Set(
    [...coded.mapping.fields].filter(([field]) => !lineFields.has(field)).map(([, column]) => column),
  );
  return header.filter((_, column) => !master.has(column));
}

function directionOf(text: string): 1 | -1 | 0 {
  const word = bareText(text).toLowerCase();
  if (["s", "soll", "d", "debit", "dr", "+", "in"].includes(word)) return 1;
  return ["h", "haben", "c", "credit", "cr", "-", "out"].includes(word) ? -1 : 0;
}

/** Signs beside a kind column: do issues carry a minus? */
function signsBeside(coded: CodedTable, byCode: LineKinds["byCode"], quantities: Float64Array): boolean {
  const kinds = coded.columns.get("kind");
  const amounts = coded.columns.get("quantity");
  if (kinds === undefined || amounts === undefined || byCode === undefined) return false;
  let [minus, plus] = [0, 0];
  for (let k = 0; k < coded.length; k++) {
    const movement = byCode[kinds.codes[k]];
    if (!movement || !takesOut(movement.kind) || movement.reversal) continue;
    const raw = quantities[amounts.codes[k]];
    if (raw < 0) minus++;
    else if (raw > 0) plus++;
  }
  return minus > plus;
}

/** Signs without a kind column: few negative lines are returns, nearly all negative means issues with a minus. */
function signsAlone(
  coded: CodedTable,
  quantities: Float64Array,
  print: string,
  answers: Answers | undefined,
  issues: Issue[],
): boolean {
  const amounts = coded.columns.get("quantity");
  let [minus, plus] = [0, 0];
  amounts?.texts.forEach((_, code) => {
    const raw = quantities[code];
    if (raw < 0) minus += amounts.counts[code];
    else if (raw > 0) plus += amounts.counts[code];
  });
  const share = minus + plus === 0 ? 0 : minus / (minus + plus);
  const column = columnName(coded, "quantity");
  const at = column === undefined ? {} : { column };
  const answer = answerTo(answers, `sign:${print}`);
  if (answer !== undefined) return answer === "negative-is-issue";
  if (share >= 0.9) {
    issues.push({ code: "signs-turned", severity: "info", ...at, count: minus });
    return true;
  }
  if (share > 0.3 && minus >= 5) {
    const question = { id: `sign:${print}`, candidates: ["negative-is-return", "negative-is-issue"] };
    issues.push({ code: "sign-unclear", severity: "error", ...at, count: minus, question });
  }
  return false;
}

/** Kind and quantity of one line. */
export interface LineMove {
  kind: LineKind;
  quantity: number;
}

/** Reads one line; undefined when its kind is unknown. */
export function moveOf(
  kinds: LineKinds,
  raw: number,
  kindCode: number,
  directionCode: number,
): LineMove | undefined {
  const { byCode, fallback, direction, signed } = kinds;
  const movement = byCode === undefined || kindCode < 0 ? null : byCode[kindCode];
  if (movement === undefined) return undefined;
  const way = direction === undefined || directionCode < 0 ? 0 : (direction[directionCode] ?? 0);
  const value = way === 0 ? raw : way * Math.abs(raw);
  if (movement === null) return withoutMovement(fallback.kind, value, signed, way);
  const quantity = movedQuantity(value, movement, signed);
  const demand = movement.kind === "issue" || movement.kind === "sale";
  return { kind: demand && quantity < 0 ? "return" : movement.kind, quantity };
}

function withoutMovement(kind: LineKind, value: number, signed: boolean, way: 1 | -1 | 0): LineMove {
  if (way !== 0)
    return way < 0
      ? { kind: kind === "purchase" ? "issue" : kind, quantity: 0 - value }
      : { kind: "receipt", quantity: value };
  const quantity = signed ? 0 - value : value;
  if (signed && quantity < 0) return { kind: "receipt", quantity: value };
  return { kind: quantity < 0 && kind !== "purchase" ? "return" : kind, quantity };
}
