import { cellText } from "../../cells/cells.ts";
import type { DerivedField } from "../evidence/derived.ts";
import { isOtherThing, measures } from "../evidence/only-columns.ts";
import type { Mapping } from "../mapping.ts";
import type { TableProfile } from "../profile.ts";

interface Pieces {
  readonly mapping: Mapping;
  readonly derived: readonly DerivedField[];
}

/** True where an order names one item in several rows: each of them is a piece. */
function repeatsItems({ head }: TableProfile, order: number, item: number): boolean {
  const seen = new Set<string>();
  return head.some((cells) => {
    const [document = "", article = ""] = [cells[order], cells[item]];
    const key = `${document}\u001f${article}`;
    if (document === "" || article === "" || !seen.has(key)) {
      seen.add(key);
      return false;
    }
    return true;
  });
}

/**
 * The quantity of a list with a row for each piece, as marketplaces and tills write it: no column of numbers is left
 * that could be one, a price stands in each row, and an order names the same item more than once.
 * @example onePiece(mapping, ["Order", "Date", "SKU", "Price"], profile).derived // [{ field: "quantity", … }]
 */
export function onePiece(mapping: Mapping, header: readonly string[], profile: TableProfile): Pieces {
  const [item, order] = [mapping.fields.get("item"), mapping.fields.get("order")];
  const nothing = { mapping, derived: [] };
  if (mapping.fields.has("quantity") || !mapping.fields.has("date")) return nothing;
  if (item === undefined || order === undefined || header.length === 0) return nothing;
  const taken = new Set(mapping.fields.values());
  const numbers = profile.columns.filter(
    ({ numberRate, dateRate, filled }) => filled > 0 && numberRate > 0.5 && dateRate < 0.9,
  );
  const isMoney = (column: number): boolean => isOtherThing("quantity", header[column] ?? "");
  const mayCount = numbers.some(
    ({ index, texts }) =>
      !taken.has(index) &&
      !isMoney(index) &&
      !measures.test(header[index]?.toLowerCase() ?? "") &&
      !texts.every((text) => /^\u0001?[01]?$/.test(text)),
  );
  const isPriced =
    mapping.fields.has("price") ||
    mapping.fields.has("amount") ||
    numbers.some(({ index }) => isMoney(index));
  if (mayCount || !isPriced || !repeatsItems(profile, order, item)) return nothing;
  // No column holds it: it stands behind the last one.
  const fields = new Map(mapping.fields).set("quantity", header.length);
  const issues = mapping.issues.filter(
    (issue) => !(issue.code === "column-unclear" && issue.field === "quantity"),
  );
  return {
    mapping: { ...mapping, fields, issues: [...issues, { code: "one-piece", severity: "info" }] },
    derived: [{ field: "quantity", columns: [], of: () => cellText("1", 1) }],
  };
}
