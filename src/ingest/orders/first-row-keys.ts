import type { Issue } from "../../issue.ts";
import { totalSaid } from "../cells/total-words.ts";
import type { Field } from "../columns/fields.ts";
import type { Mapping } from "../columns/mapping.ts";
import type { TableProfile } from "../columns/profile.ts";
import { type Answers, answerTo } from "../questions.ts";

/** Fields of an item that a report names in its first row only. */
const itemLevel: readonly Field[] = ["item", "name", "unit", "group", "supplier", "supplierName", "location"];
/** Fields above the item, in a report of their groups. */
const above: readonly Field[] = ["customer", "supplier", "supplierName", "location", "group", "project"];
/** From this share of rows without an item on a list is one of groups. */
const manyBlanks = 0.3;
/** From this share on, and more than one, it is asked whether it is. */
const someBlanks = 0.1;

/** Fields whose empty cells repeat the row above, and what must be asked about them. */
interface FirstRowKeys {
  readonly fields: readonly Field[];
  readonly issues: readonly Issue[];
}

const cell = (cells: readonly string[], column: number): string => (cells[column] ?? "").trim();

/**
 * Finds the lists whose item stands in the first of its rows alone: it never stands in two rows that follow, in the
 * whole list or in each group above it. Where rows with nothing but day and quantity prove no layout, it is asked.
 */
export function firstRowKeys(
  { fields, fingerprint }: Mapping,
  { head }: TableProfile,
  answers: Answers | undefined,
): FirstRowKeys {
  const at = (field: Field): number => fields.get(field) ?? -1;
  const [item, quantity] = [at("item"), at("quantity")];
  // "Total A-1" below the rows of A-1 has no day, and no item of its own.
  const isSum = (cells: readonly string[]): boolean =>
    fields.has("date") &&
    cell(cells, at("date")) === "" &&
    cells.some((text) => totalSaid(text.trim()) !== undefined);
  const lines = head.filter((cells) => cell(cells, quantity) !== "" && !isSum(cells));
  const blank = lines.filter((cells) => cell(cells, item) === "");
  const own = itemLevel.filter((field) => fields.has(field));
  if (blank.length === 0 && item >= 0 && quantity >= 0 && datesFirst(lines, at("date")))
    return { fields: ["date"], issues: [] };
  if (item < 0 || quantity < 0 || cell(head[0] ?? [], item) === "" || blank.length === 0)
    return { fields: [], issues: [] };
  const items = lines.map((cells) => cell(cells, item)).filter((text) => text !== "");
  const isGrouped = items.every((text, k) => k === 0 || text !== items[k - 1]);
  // what has no number but a name of its own is no further row of the item above
  const isNamed = blank.some((cells) => {
    const name = cell(cells, at("name"));
    return name !== "" && name !== cell(lines[lines.indexOf(cells) - 1] ?? [], at("name"));
  });
  if (isNamed) return { fields: [], issues: [] };
  if (blank.length >= manyBlanks * lines.length && isGrouped && new Set(items).size === items.length)
    return { fields: own, issues: [] };
  const parents = parentsOf(lines, item);
  if (parents.length > 0)
    return {
      fields: [...new Set([...own, ...above.filter((field) => parents.includes(at(field)))])],
      issues: [],
    };
  const names = (["name", "rowType", "amount", "price"] as const).map(at).filter((column) => column >= 0);
  const bare = blank.filter(
    (cells) => cell(cells, at("date")) !== "" && names.every((k) => cell(cells, k) === ""),
  );
  if (bare.length < 2 || bare.length < someBlanks * lines.length) return { fields: [], issues: [] };
  const id = `blank-items:${fingerprint}`;
  const answer = answerTo(answers, id);
  if (answer === "above") return { fields: own, issues: [] };
  if (answer === "leave-out") return { fields: [], issues: [] };
  const question = { id, candidates: ["above", "leave-out"] };
  return {
    fields: [],
    issues: [{ code: "items-blank", severity: "error", count: bare.length, question }],
  };
}

/** True for a list that writes each day in the first of its rows alone: many rows have none, and no day stands twice. */
function datesFirst(lines: readonly (readonly string[])[], date: number): boolean {
  if (date < 0 || cell(lines[0] ?? [], date) === "") return false;
  const days = lines.map((cells) => cell(cells, date)).filter((text) => text !== "");
  return lines.length - days.length >= manyBlanks * lines.length && new Set(days).size === days.length;
}

/** Columns before the item that group its rows: each is empty where the item is, and never stands without one. */
function parentsOf(lines: readonly (readonly string[])[], item: number): number[] {
  const columns = Array.from({ length: item }, (_, column) => column).filter((column) => {
    const filled = lines.filter((cells) => cell(cells, column) !== "");
    return (
      filled.length < lines.length &&
      cell(lines[0] ?? [], column) !== "" &&
      filled.every((cells) => cell(cells, item) !== "")
    );
  });
  let [group, last] = ["", ""];
  for (const cells of lines) {
    const [parent, own] = [columns.map((column) => cell(cells, column)).join("\u001f"), cell(cells, item)];
    const isNew = columns.some((column) => cell(cells, column) !== "");
    if (isNew) [group, last] = [parent, ""];
    // the same item twice in a row of one group: empty cells mean something else
    if (own !== "" && own === last) return [];
    if (own !== "") last = own;
  }
  return group === "" ? [] : columns;
}
