import { scanNumberCell } from "../../cells/column-values.ts";
import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import { numberValue } from "../../cells/numbers.ts";
import type { Field } from "../fields.ts";
import type { Mapping } from "../mapping.ts";
import type { TableProfile } from "../profile.ts";

/** From this share of the rows on a quantity is another one in a smaller unit. */
const proof = 0.95;
const mostRows = 500;
const mostColumns = 10;

/** Headings of a quantity in the unit of the stock. */
const baseHeading = keyPattern(
  /(base|basis|primary|(quantite|qte)us$|lagerme$|stock(ing)?(unit|uom|quantity)|(^|in)(stk|stuck|pieces|pcs|eaches|each|singles)$|(stuck|stk|pieces|pcs|eaches)(menge|quantity|zahl|gesamt|total|insgesamt)?$|(menge|quantity|quantite|cantidad|quantita|aantal|antal|ilosc|mnozstvi)(gesamt|total|totale|totaal|insgesamt|razem|celkem)$|^(gesamt|total)(menge|quantity|stuck|units|pieces)$|(piece|pezzi|piezas|pecas|stuks|sztuk|kusu|adet)$)/,
);

/** Headings of what one package holds. */
const contentHeading = keyPattern(
  /(inhalt|content|pack(size|ung|ungsgrosse)|gebinde(grosse)?$|(stk|stuck|pcs|pieces|units|menge)(je|pro|per)|(je|pro|per|par|por|x)(ve|karton|kt|box|case|carton|pack|conf|cf|caja|colis|doos|opak|bal)$)/,
);

/** "Meter per rulle", "Pezzi per confezione": what is measured, and in what it stands. */
const perPackage = /\s(?:per|pro|je|par|por|na|à|x|in)\s|\//iu;

/** True for the content of a package in the measure of a quantity: "Meter per rulle" beside "Meter totalt". */
function isContentOf(content: string, base: string): boolean {
  const { key } = normaliseHeading(content.slice(0, perPackage.exec(content)?.index ?? 0));
  return key.length > 1 && !money.test(key) && normaliseHeading(base).key.includes(key);
}

/** Headings of what is no quantity, though it is a multiple of one. */
const money = keyPattern(
  /(price|preis|prix|prezzo|precio|prijs|cena|amount|betrag|montant|importe|importo|wert$|value|cost|kosten|tax|steuer|rabatt|discount|total$|umsatz|revenue|gewicht|weight|^id|id$|nummer$)/,
);

/** Headings of SAP and ERPNext for a quantity that is in the base unit, whatever factor stands beside it. */
export const isBaseHeading = (heading: string): boolean =>
  /^(mengeinlagerme|stockquantity)$/.test(normaliseHeading(heading).key);

type Rows = TableProfile["head"];

const valueAt = (cells: readonly string[], column: number): number =>
  numberValue(scanNumberCell(cells[column] ?? ""), "comma");

/** True where `base` is `ordered` times a factor in nearly all rows, and the factor is not always 1. */
function isMultiple(
  rows: Rows,
  ordered: number,
  base: number,
  factorOf: (cells: readonly string[], ratio: number) => number | undefined,
): boolean {
  let [all, hits, telling] = [0, 0, 0];
  for (const cells of rows) {
    const [a, b] = [valueAt(cells, ordered), valueAt(cells, base)];
    if (Number.isNaN(a) || Number.isNaN(b) || (a === 0 && b === 0)) continue;
    all++;
    const factor = factorOf(cells, b / a);
    if (factor === undefined || Math.abs(a * factor - b) > 1e-6 * Math.max(1, Math.abs(b))) continue;
    hits++;
    if (factor !== 1) telling++;
  }
  return telling > 0 && all > 1 && hits >= proof * all;
}

/** Whole factors that stay the same inside an item and unit, and are 1 where the unit is that of single pieces. */
function steadyFactors(item: number | undefined, unit: number | undefined) {
  const known = new Map<string, number>();
  return (cells: readonly string[], ratio: number): number | undefined => {
    if (!Number.isInteger(ratio) || ratio < 1) return undefined;
    const key = [item, unit].map((at) => (at === undefined ? "" : (cells[at] ?? ""))).join("\u001f");
    const before = known.get(key) ?? ratio;
    known.set(key, before);
    return before;
  };
}

/** True where rows of factor 1 and others have different units: pieces beside boxes. */
function unitsTell(rows: Rows, ordered: number, base: number, unit: number): boolean {
  const [single, packed] = [new Set<string>(), new Set<string>()];
  for (const cells of rows) {
    const ratio = valueAt(cells, base) / valueAt(cells, ordered);
    if (Number.isNaN(ratio)) continue;
    (ratio === 1 ? single : packed).add((cells[unit] ?? "").trim());
  }
  return single.size > 0 && packed.size > 0 && [...single].every((text) => !packed.has(text));
}

interface Pair {
  readonly ordered: number;
  readonly base: number;
}

/** The quantity as ordered and in base units, where the numbers prove that one is a multiple of the other. */
function pairOf(mapping: Mapping, header: readonly string[], profile: TableProfile): Pair | undefined {
  const { fields } = mapping;
  const rows = profile.head.slice(0, mostRows);
  const [item, unit, factor] = [fields.get("item"), fields.get("unit"), fields.get("unitFactor")];
  const asked = mapping.issues.find((issue) => issue.code === "column-unclear" && issue.field === "quantity");
  const own = header[fields.get("quantity") ?? -1];
  if (own !== undefined && isBaseHeading(own) && fields.has("orderQuantity")) return undefined;
  const apart = new Set([...fields].flatMap(([field, at]) => (quantities.has(field) ? [] : [at])));
  const contents = profile.columns
    .map(({ index }) => index)
    .filter((index) => contentHeading.test(fullKey(header[index] ?? "")));
  const numbers = profile.columns
    .filter(
      ({ index, numberRate, dateRate, filled }) =>
        filled > 0 &&
        numberRate > 0.95 &&
        dateRate < 0.5 &&
        !apart.has(index) &&
        !money.test(normaliseHeading(header[index] ?? "").key),
    )
    .map(({ index }) => index);
  if (numbers.length > mostColumns) return undefined;
  const quantity = fields.get("quantity");
  const mayBe = (column: number): boolean =>
    quantity === undefined ? asked !== undefined : column === quantity;
  for (const ordered of numbers)
    for (const base of numbers) {
      if (ordered === base || (!mayBe(ordered) && !mayBe(base))) continue;
      const isNamed = baseHeading.test(fullKey(header[base] ?? ""));
      const measured = numbers.filter((at) => isContentOf(header[at] ?? "", header[base] ?? ""));
      const byFactor = [...(factor === undefined ? [] : [factor]), ...contents, ...measured].some(
        (at) =>
          at !== ordered && at !== base && isMultiple(rows, ordered, base, (cells) => valueAt(cells, at)),
      );
      // The unit beside the quantity as ordered tells its factor, where that of the base stands for the unit.
      const bySteady =
        (isNamed || (unit !== undefined && unitsTell(rows, ordered, base, unit))) &&
        [unit, ...(isNamed ? [ordered + 1] : [])].some((of) =>
          isMultiple(rows, ordered, base, steadyFactors(item, of)),
        );
      if (byFactor || bySteady) return { ordered, base };
    }
  return undefined;
}

const quantities = new Set<Field>([
  "quantity",
  "orderQuantity",
  "receivedQuantity",
  "openQuantity",
  "onHand",
]);

/** The words of a heading with those in brackets: "Quantity (Base)". */
const fullKey = (heading: string): string => {
  const { key, hint } = normaliseHeading(heading);
  return key + hint.replace(/[^\p{L}\p{N}]/gu, "");
};

/**
 * A mapping that takes the quantity in base units where a column holds it, by what multiplies: ordered x factor = base.
 * No factor is applied to it again, and no question asks which of the two counts.
 */
export function inBaseUnits(
  mapping: Mapping,
  header: readonly string[],
  profile: TableProfile,
  said: ReadonlyMap<Field, number>,
): Mapping {
  const pair = pairOf(mapping, header, profile);
  const own = said.get("quantity");
  if (pair === undefined || (own !== undefined && own !== pair.base)) return mapping;
  const fields = new Map([...mapping.fields].filter(([, at]) => at !== pair.base && at !== pair.ordered));
  fields.set("quantity", pair.base).set("orderQuantity", pair.ordered);
  fields.delete("unitFactor");
  const confidence = new Map(mapping.confidence).set(pair.base, 0.95).set(pair.ordered, 0.95);
  const issues = mapping.issues.filter(
    (issue) =>
      !(
        (issue.code === "column-unclear" ||
          issue.code === "column-chosen" ||
          issue.code === "column-guessed") &&
        issue.field === "quantity"
      ),
  );
  return { ...mapping, fields, confidence, issues, isBaseQuantity: true };
}
