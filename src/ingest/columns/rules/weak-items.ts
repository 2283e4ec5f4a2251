import { bareText } from "../../cells/cells.ts";
import { normaliseHeading } from "../../cells/heading-key.ts";
import type { Candidate } from "../candidates.ts";
import { isRowNumber } from "../evidence/item-column.ts";
import type { Columns } from "../mapping.ts";
import type { TableProfile } from "../profile.ts";

/** True for a column of codes, letters and digits, beside which no other column holds any. */
function isOnlyCode({ columns }: TableProfile, column: number): boolean {
  const isCode = (text: string): boolean => /\p{L}/u.test(text) && /\d/.test(text) && !/\s/.test(text.trim());
  const holdsCodes = columns.filter(
    ({ texts, dateRate, filled }) =>
      filled > 0 && dateRate < 0.5 && texts.some((text) => isCode(bareText(text))),
  );
  const [own] = holdsCodes;
  return (
    holdsCodes.length === 1 &&
    own?.index === column &&
    own.texts.length > 1 &&
    own.texts.every((text) => isCode(bareText(text)))
  );
}

const weakKeys = /^(id|code|kod|cod|codice|codigo|key|nummer|nr|ident|schlussel|referenz|reference)$/;

/**
 * "id" or "code" names the item where no better heading does; surely where each row has its own: codes of letters, or
 * any but running numbers where the table has a row an item and its periods in columns.
 */
export function weakItems(
  { header, profile }: Columns,
  candidates: readonly Candidate[],
  isWide: boolean,
): Candidate[] {
  const weak = header.flatMap((text, column) => (weakKeys.test(normaliseHeading(text).key) ? [column] : []));
  const isOther = ({ field, score, exact, column }: Candidate): boolean =>
    field === "item" && score > 0.5 && (exact || !weak.includes(column));
  if (candidates.some(isOther)) return [];
  return weak.map((column) => {
    const own = profile.columns[column];
    const unique = own !== undefined && own.texts.length >= 0.99 * Math.min(profile.records, 5000);
    const isOnly = own !== undefined && isOnlyCode(profile, column);
    const coded =
      own !== undefined && (own.numberRate < 0.5 || (isWide && !isRowNumber(profile.head, column)));
    return {
      column,
      field: "item",
      score: ((unique && coded) || isOnly) && weak.length === 1 ? 0.8 : 0.6,
      rank: 950_000,
      exact: false,
    };
  });
}
