import { normaliseHeading } from "../../cells/heading-key.ts";
import type { Candidate } from "../candidates.ts";
import type { Columns } from "../mapping.ts";

const numbered = /^(.{3,})(code|nummer|id|number|sku)$/;
const names = ["name", "description", "desc", "bezeichnung", "text", "title", "label"];
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

/**
 * A code and the name of the same thing, where no heading is known for the item: "DrugCode" beside "DrugName", each
 * code with one name. Only one pair, of no customer or place, is taken.
 */
export function pairedItems(
  { kind, header, profile }: Columns,
  candidates: readonly Candidate[],
): Candidate[] {
  if (kind !== "orders" || candidates.some(({ field, score }) => field === "item" && score > 0.5)) return [];
  const keys = header.map((heading) => normaliseHeading(heading).key);
  const pairs = keys.flatMap((key, column) => {
    const stem = numbered.exec(key)?.[1] ?? "";
    const name = keys.findIndex((one) => stem !== "" && names.some((word) => one === stem + word));
    return name < 0 || other.test(stem) || !isPair(profile.head, column, name) ? [] : [column];
  });
  const [column] = pairs;
  return column === undefined || pairs.length > 1
    ? []
    : [{ column, field: "item", score: 0.8, rank: 945, exact: false }];
}
