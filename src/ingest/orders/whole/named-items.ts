import type { Issue } from "../../../issue.ts";
import { bareText } from "../../cells/cells.ts";
import { scanNumberCell } from "../../cells/column-values.ts";
import { isPseudoName, isTotalLabel } from "../../cells/identifiers.ts";
import { isMissing, numberValue } from "../../cells/numbers.ts";
import { isOtherRow, isService } from "../../cells/row-types.ts";
import { totalSaid } from "../../cells/total-words.ts";
import type { DerivedField } from "../../columns/evidence/derived.ts";
import type { FileLayout } from "../../columns/file-layout.ts";
import { shortText } from "../../issue-list.ts";
import { type Answers, answerTo } from "../../questions.ts";

/** From this share of the lines or of their quantity on that name no number it is asked whether their names do. */
const fromShare = 0.25;
/** Fewer such lines are told alone. */
const fewestLines = 2;

type Cells = readonly string[];
const cell = (cells: Cells, column: number): string => bareText(cells[column] ?? "").trim();

interface Columns {
  readonly item: number;
  readonly name: number;
  readonly date: number | undefined;
  readonly type: number | undefined;
  readonly quantities: readonly number[];
}

function columnsOf({ mapping: { fields }, wide, derived = [] }: FileLayout): Columns | undefined {
  const [item, name] = [fields.get("item"), fields.get("name")];
  const quantity = fields.get("quantity");
  const quantities =
    wide?.quantities.map(({ column }) => column) ?? (quantity === undefined ? [] : [quantity]);
  const isMade = derived.some(({ field }) => field === "item");
  if (item === undefined || name === undefined || item === name || quantities.length === 0 || isMade)
    return undefined;
  return { item, name, date: fields.get("date"), type: fields.get("rowType"), quantities };
}

/** What a row moves; 0 for one that is no line. */
function movedBy(cells: Cells, { date, type, quantities }: Columns): number {
  if (date !== undefined && isMissing(cell(cells, date))) return 0;
  if (cells.some((text) => totalSaid(bareText(text).trim()) === "whole")) return 0;
  if (type !== undefined && isOtherRow(cell(cells, type))) return 0;
  if (cells.some((text) => isService(bareText(text).trim()))) return 0;
  return quantities.reduce((sum, column) => {
    const value = numberValue(scanNumberCell(cells[column] ?? ""), "comma");
    return Number.isNaN(value) ? sum : sum + Math.abs(value);
  }, 0);
}

/** The number that each name stands beside, where it is always the same. */
function numbersByName(head: readonly Cells[], { item, name }: Columns): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const cells of head) {
    const [number, own] = [cell(cells, item), cell(cells, name)];
    if (isMissing(number) || own === "") continue;
    found.set(own, (found.get(own) ?? number) === number ? number : "");
  }
  return found;
}

/**
 * Lines that name their item in words and leave its number out: many of them are not left aside without a word. By their
 * names they count as items of their own, or as the one whose number stands beside the same name elsewhere.
 */
export function namedItems(
  file: FileLayout,
  answers: Answers | undefined,
): { readonly derived: readonly DerivedField[]; readonly issues: readonly Issue[] } {
  const columns = columnsOf(file);
  const { head } = file.profile;
  if (columns === undefined) return { derived: [], issues: [] };
  const { item, name } = columns;
  const lines = head.flatMap((cells) => {
    const moved = movedBy(cells, columns);
    return moved > 0 ? [{ cells, moved }] : [];
  });
  const unnumbered = lines.filter(({ cells }) => {
    const own = cell(cells, name);
    return isMissing(cell(cells, item)) && /\p{L}/u.test(own) && !isPseudoName(own) && !isTotalLabel(own);
  });
  const sumOf = (own: typeof lines): number => own.reduce((sum, { moved }) => sum + moved, 0);
  const isMany =
    unnumbered.length >= fromShare * lines.length || sumOf(unnumbered) >= fromShare * sumOf(lines);
  if (unnumbered.length < fewestLines || unnumbered.length === lines.length || !isMany)
    return { derived: [], issues: [] };
  const id = `unnumbered:${file.mapping.fingerprint}`;
  const answer = answerTo(answers, id);
  if (answer === "leave-out") return { derived: [], issues: [] };
  if (answer !== "by-name") {
    const text = shortText([...new Set(unnumbered.map(({ cells }) => cell(cells, name)))].join(", "));
    const question = { id, candidates: ["by-name", "leave-out"] };
    const count = unnumbered.length;
    const asked: Issue = { code: "items-unnumbered", severity: "error", count, text, question };
    return { derived: [], issues: [asked] };
  }
  const numbers = numbersByName(head, columns);
  const of = (cells: Cells): string => {
    const [number, own] = [cell(cells, item), cell(cells, name)];
    if (!isMissing(number)) return number;
    const isCharge = isPseudoName(own) || cells.some((text) => isService(text.trim()));
    return isCharge ? "" : numbers.get(own) || own;
  };
  return { derived: [{ field: "item", columns: [item], of }], issues: [] };
}
