import { bareText, isTypedDate } from "../cells/cells.ts";
import { scanDateCell } from "../cells/column-values.ts";
import {
  type Identifier,
  isCommentCode,
  isMethodCode,
  isPseudoCode,
  isPseudoName,
  isTotalLabel,
  readIdentifier,
} from "../cells/identifiers.ts";
import { monthNumber } from "../cells/month-names.ts";
import { totalSaid } from "../cells/total-words.ts";
import type { Field } from "../columns/fields.ts";
import { type CodedColumn, type CodedTable, textAt } from "./coded-table.ts";

/** What a distinct item text is. */
export type ItemText = Identifier | { readonly problem: "total" | "pseudo" | "date" };

const labelFields: readonly Field[] = [
  "item",
  "name",
  "order",
  "supplier",
  "supplierName",
  "supplierAndName",
  "date",
  "group",
];

/** True when a cell of the line is the label of a total. */
export const hasTotalLabel = (coded: CodedTable, line: number): boolean =>
  labelFields.some((field) => isTotalLabel(bareText(textAt(coded, field, line))));

/** Items whose lines mostly bear the name of a charge. */
function namedCharges(coded: CodedTable): ReadonlySet<number> {
  const items = coded.columns.get("item");
  const names = coded.columns.get("name");
  if (items === undefined || names === undefined) return new Set();
  const charge = names.texts.map((text) => isPseudoName(bareText(text)));
  if (!charge.some(Boolean)) return new Set();
  const hits = new Map<number, number>();
  for (let k = 0; k < coded.length; k++) {
    if (charge[names.codes[k]] !== true) continue;
    const item = items.codes[k];
    hits.set(item, (hits.get(item) ?? 0) + 1);
  }
  return new Set([...hits].filter(([item, count]) => count * 2 > items.counts[item]).map(([item]) => item));
}

/** Item numbers that a program wrote as numbers with ".0" behind them: all there are, or beside the same without it. */
function pointZeros({ texts }: CodedColumn): (text: string) => boolean {
  const [filled, known] = [texts.filter((text) => text !== ""), new Set(texts)];
  const isDecimal = (text: string): boolean => /^\d+[.,]0$/.test(text);
  const areAll = filled.length > 1 && filled.every(isDecimal);
  return (text) => isDecimal(text) && (areAll || known.has(text.slice(0, -2)));
}

const dayAndMonth = /^(\d{1,2}[. -]+\p{L}{3,4}\.?|\p{L}{3}\.?[ -]\d{2}|\d{1,2}\.\d{1,2}\.(19|20)\d{2})$/u;

/** Outline of a code: capitals, small letters, digits. */
const outline = (text: string): string =>
  text
    .replace(/\p{Lu}/gu, "A")
    .replace(/\p{Ll}/gu, "a")
    .replace(/\d/g, "9");

/** Item numbers that a spreadsheet took for dates: cells of dates, or texts of a day and month among others. */
function dateItems({ texts }: CodedColumn): ReadonlySet<number> {
  const isText = (text: string): boolean => {
    const month = /\p{L}{3,4}/u.exec(text)?.[0] ?? "";
    return dayAndMonth.test(text) && (month === "" || monthNumber(month) > 0);
  };
  const bare = texts.map((text) => bareText(text).trim());
  // "ARA-03" beside "TOR-01" is a code of the firm, whatever month is called so somewhere.
  const codes = new Set(bare.filter((text) => /\p{L}/u.test(text) && !isText(text)).map(outline));
  const isDate = texts.map((text, code) => {
    const own = bare[code] ?? "";
    return isTypedDate(text) || (isText(own) && !codes.has(outline(own)));
  });
  const found = isDate.flatMap((one, code) => (one ? [code] : []));
  const typed = texts.some((text, code) => isDate[code] === true && isTypedDate(text));
  return new Set(typed || found.length < 0.8 * texts.length ? found : []);
}

/**
 * True for an item whose name only begins as a total does ("Total Station GPS"): each of its lines has its day, and
 * what follows the word names nothing that the table holds.
 */
function isDatedItem(coded: CodedTable, { texts, codes }: CodedColumn, code: number): boolean {
  const text = bareText(texts[code] ?? "").trim();
  const rest = text.replace(/^[^\s:.]+[\s:.]+/u, "").toLowerCase();
  const date = coded.columns.get("date");
  if (date === undefined || coded.wide !== undefined || rest === text.toLowerCase()) return false;
  if (/^\*|:/.test(text) || totalSaid(text) === "whole") return false;
  const names = labelFields.flatMap((field) => coded.columns.get(field)?.texts ?? []);
  if (names.some((name) => bareText(name).trim().toLowerCase() === rest)) return false;
  for (let k = 0; k < coded.length; k++)
    if (codes[k] === code && scanDateCell(date.texts[date.codes[k]] ?? "").kind === "missing") return false;
  return true;
}

/** Reads every distinct item text: identifier, damaged, total label, or postage and the like. */
export function itemTexts(coded: CodedTable, restored?: (text: string) => string | undefined): ItemText[] {
  const column = coded.columns.get("item");
  if (column === undefined) return [];
  const isPointZero = pointZeros(column);
  const read = column.texts.map((text) =>
    isPointZero(text)
      ? { ...readIdentifier(text.replace(/[.,]0$/, "")), cleaned: true }
      : readIdentifier(text),
  );
  const ids = read.filter((each) => "id" in each);
  // Codes without digits are charges only where nearly all codes have digits.
  const numbered = ids.filter((each) => /\d{3}/.test(each.id)).length > 0.8 * ids.length && ids.length >= 10;
  const charges = namedCharges(coded);
  const asDate = dateItems(column);
  return read.map((each, code): ItemText => {
    if (asDate.has(code)) return { problem: "date" };
    if (!("id" in each)) {
      const id = restored?.(bareText(column.texts[code]));
      return id === undefined ? each : { id, cleaned: true };
    }
    if (isTotalLabel(each.id) && !isDatedItem(coded, column, code)) return { problem: "total" };
    if (isCommentCode(each.id)) return { problem: "pseudo" };
    const short = !/\d{3}/.test(each.id);
    const pseudo =
      (each.id === "0" && charges.has(code)) ||
      (isPseudoCode(each.id) && charges.has(code)) ||
      isMethodCode(each.id) ||
      (numbered && ((short && isPseudoCode(each.id)) || (charges.has(code) && !/^\d{5}/.test(each.id))));
    return pseudo ? { problem: "pseudo" } : each;
  });
}

const yes = new Set(["x", "l", "s", "1", "true", "ja", "yes", "y", "j", "wahr", "t"]);

/** True for a cell that says yes. */
export const isYes = (text: string): boolean => yes.has(bareText(text).toLowerCase());
