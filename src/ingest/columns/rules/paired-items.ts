import { bareText } from "../../cells/cells.ts";
import { normaliseHeading } from "../../cells/heading-key.ts";
import type { Candidate } from "../candidates.ts";
import { fieldTypes } from "../fields.ts";
import type { Columns } from "../mapping.ts";

/** What has numbers and names as well, and is no item. */
const other =
  /(customer|kunde|kunden|debitor|client|klant|supplier|vendor|lieferant|kreditor|store|shop|filial|branch|location|standort|warehouse|lager|werk|plant|site|country|land$|user|benutzer|employee|mitarbeiter|person|sales|rep$|buyer|categor|kategor|grupp|group|class|department|abteil|ward|project|projekt|account|konto|company|firma|currency|unit|payment|tax|region|state|city|brand|marke|patient|presc|doctor|machine|maschine|campaign|channel|kanal|order|auftrag|beleg|document|transact|reason|grund|status|type|typ$|art$|route|tour|carrier|level|team)/;

/** True where every code has one name and most names have one code, and both come again. */
function isPair(rows: Columns["profile"]["head"], code: number, name: number): boolean {
  const nameOf = new Map<string, string>();
  for (const cells of rows) {
    const [id, text] = [cells[code] ?? "", cells[name] ?? ""];
    const known = nameOf.get(id);
    if (id === "" || (known !== undefined && known !== text)) return false;
    nameOf.set(id, text);
  }
  return nameOf.size > 1 && nameOf.size < rows.length && new Set(nameOf.values()).size > 0.8 * nameOf.size;
}

/** Headings of names: "Drug Name", "ITEMDESC". */
const naming = /^(.*)(name|description|desc|bezeichnung|title|titel|benennung)$/;

/** True for a heading of names that belong to no customer and no place. */
const isNaming = (key: string): boolean => {
  const [, stem] = naming.exec(key) ?? [];
  return stem !== undefined && !other.test(stem);
};

/** True for texts without blanks that all hold a digit: codes, no words. */
const areCodes = ({ texts, dateRate, filled }: Columns["profile"]["columns"][number]): boolean =>
  filled > 0 &&
  dateRate < 0.5 &&
  texts.every((text) => /^\S*\d\S*$/.test(bareText(text)) && !/^-?\d*[.,]\d+$/.test(bareText(text)));

/**
 * A code and the name of the same thing, where no heading is known for the item: "DrugCode" beside "DrugName", "ISBN"
 * beside "Title", each code with one name. Only one pair, of no customer or place, is taken.
 */
export function pairedItems(
  { kind, header, profile }: Columns,
  candidates: readonly Candidate[],
): Candidate[] {
  if (kind !== "orders" || candidates.some(({ field, score }) => field === "item" && score > 0.5)) return [];
  const keys = header.map((heading) => normaliseHeading(heading).key);
  const names = keys.flatMap((key, column) => (isNaming(key) ? [column] : []));
  // What may be a number or a day ("Item Qty") is no code, though each stand beside one name.
  const taken = new Set(
    candidates.flatMap(({ column, exact, field, score }) =>
      exact || (["number", "date"].includes(fieldTypes[field]) && score >= 0.7) ? [column] : [],
    ),
  );
  const pairs = profile.columns.flatMap((own) => {
    const { index } = own;
    const key = keys[index] ?? "";
    if (key === "" || taken.has(index) || other.test(key) || !areCodes(own)) return [];
    return names.some((name) => name !== index && isPair(profile.head, index, name)) ? [index] : [];
  });
  const [column] = pairs;
  return column === undefined || pairs.length > 1
    ? []
    : [{ column, field: "item", score: 0.8, rank: 945_000, exact: false }];
}
