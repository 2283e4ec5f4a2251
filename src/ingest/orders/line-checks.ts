import { dayNumber } from "../../calendar/date.ts";
import type { PlainIssueCode } from "../../issue.ts";
import { lineKinds } from "../../order.ts";
import { bareText } from "../cells/cells.ts";
import { isPseudoName } from "../cells/identifiers.ts";
import { isOtherRow } from "../cells/row-types.ts";
import type { Field } from "../columns/fields.ts";
import { type CodedTable, textAt } from "../typed/coded-table.ts";
import { hasTotalLabel, type ItemText, isYes, itemTexts } from "../typed/row-checks.ts";
import type { CountedStates } from "./counted-states.ts";
import type { LineColumns } from "./line-columns.ts";
import type { LineReport } from "./line-report.ts";
import { type LineMove, type LineMovements, moveOf } from "./movement-of-line.ts";

/** A line that counts. */
export interface UsableLine {
  readonly itemCode: number;
  readonly item: string;
  readonly cleaned: boolean;
  readonly day: number;
  readonly byPeriod: boolean;
  readonly move: LineMove;
}

const earliest = dayNumber(1950, 1, 1);
const latest = dayNumber(2200, 12, 31);

const dateCodes = {
  missing: "date-missing",
  open: "date-open-end",
  impossible: "no-such-date",
  unreadable: "date-unreadable",
  ambiguous: "date-unreadable",
} as const;

/** Reads item, date, quantity and kind of a line; what cannot count is reported, and the answer is undefined. */
export function lineChecks(
  coded: CodedTable,
  columns: LineColumns,
  movements: LineMovements,
  states: CountedStates,
  report: LineReport,
  restored?: (text: string) => string | undefined,
): (line: number) => UsableLine | undefined {
  const items = itemTexts(coded, restored);
  const itemCodes = coded.columns.get("item")?.codes ?? new Int32Array(coded.length);
  const deleted = flags(coded, "deleted", isYes);
  const otherRow = flags(coded, "rowType", isOtherRow);
  const isOut = flags(coded, "status", (text) => !states.counts(bareText(text)));
  const kindCodes = coded.columns.get("kind")?.codes;
  const moveAt = moveReader(coded, columns, movements, report);
  // A row of a wide table is reported once, whatever the number of its cells.
  let saidRow = -1;
  return (k) => {
    if (deleted(k)) report("line-deleted", k, "deleted");
    else if (otherRow(k)) report("not-an-item-row", k, "rowType");
    else if (isOut(k)) report("state-not-counted", k, "status");
    else if (movements.leavesOut[kindCodes?.[k] ?? -1] === true) report("state-not-counted", k, "kind");
    else {
      const itemCode = itemCodes[k];
      const item: ItemText = items[itemCode] ?? { problem: "missing" };
      if ("id" in item) return dated(k, itemCode, item);
      if (coded.wide === undefined || saidRow !== coded.rows[k])
        report(withoutItem(coded, columns, item.problem, k), k, "item");
      saidRow = coded.rows[k];
    }
    return undefined;
  };

  function dated(
    k: number,
    itemCode: number,
    item: { id: string; cleaned: boolean },
  ): UsableLine | undefined {
    const when = columns.date.at(k);
    if (!("day" in when)) {
      if (hasTotalLabel(coded, k)) report("total-row", k, "date");
      else report(dateCodes[when.problem], k, "date", { item: item.id });
    } else if (when.day < earliest || when.day > latest) report("no-such-date", k, "date", { item: item.id });
    else {
      const move = moveAt(k, item.id);
      if (move !== undefined)
        return {
          itemCode,
          item: item.id,
          cleaned: item.cleaned,
          day: when.day,
          byPeriod: when.byPeriod,
          move,
        };
    }
    return undefined;
  }
}

/** Cells of a column that pass a test, by line. */
function flags(coded: CodedTable, field: Field, test: (text: string) => boolean): (line: number) => boolean {
  const column = coded.columns.get(field);
  if (column === undefined) return () => false;
  const set = column.texts.map(test);
  return (line) => set[column.codes[line]];
}

/** Why a line without a usable item number is left out. */
function withoutItem(
  coded: CodedTable,
  columns: LineColumns,
  problem: "missing" | "damaged" | "digits-lost" | "total" | "pseudo" | "date",
  k: number,
): PlainIssueCode {
  switch (problem) {
    case "total":
      return "total-row";
    case "pseudo":
      return "pseudo-item";
    case "damaged":
      return "item-damaged";
    case "date":
      return "item-as-date";
    case "digits-lost":
      return "item-digits-lost";
    default: {
      if (hasTotalLabel(coded, k)) return "total-row";
      if (isPseudoName(bareText(textAt(coded, "name", k)))) return "pseudo-item";
      // A text between the lines: none of something, or a type column that says nothing where items say "Item".
      const empty = !columns.quantity.at(k) || "problem" in columns.date.at(k);
      const isText = coded.columns.has("rowType") && bareText(textAt(coded, "rowType", k)).trim() === "";
      return isText ? "not-an-item-row" : empty ? "row-without-data" : "row-without-item";
    }
  }
}

/** Reads quantity and kind of a line. */
function moveReader(
  coded: CodedTable,
  { quantity }: LineColumns,
  movements: LineMovements,
  report: LineReport,
): (line: number, item: string) => LineMove | undefined {
  const kindCodes = coded.columns.get("kind")?.codes;
  const directionCodes = coded.columns.get("direction")?.codes;
  const asked = new Set<number>();
  return (k, item) => {
    const raw = quantity.at(k);
    const scan = quantity.scanAt(k);
    if (Number.isNaN(raw) || scan === undefined) {
      const shape = scan?.shape ?? "missing";
      if (shape === "missing") report("quantity-missing", k, "quantity", { item });
      else if (shape === "unreadable") report("quantity-unreadable", k, "quantity", { item });
      else report("quantity-against-style", k, "quantity", { item });
      return undefined;
    }
    const kind = kindCodes?.[k] ?? -1;
    const move = moveOf(movements, raw, kind, directionCodes?.[k] ?? -1);
    if (move === undefined) {
      const text = bareText(textAt(coded, "kind", k));
      const question = { id: `kind:${coded.mapping.fingerprint}:${text}`, candidates: lineKinds };
      report("kind-unknown", k, "kind", { item, ...(asked.has(kind) ? {} : { question }) });
      asked.add(kind);
    } else if (scan.scientific) report("number-scientific", k, "quantity", { item, value: raw });
    return move;
  };
}
