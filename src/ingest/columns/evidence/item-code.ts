import { bareText } from "../../cells/cells.ts";
import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import { uniqueLabel } from "../column-names.ts";
import type { Field } from "../fields.ts";
import type { Mapping } from "../mapping.ts";
import type { TableProfile } from "../profile.ts";
import { isFiner, isUnique } from "./item-column.ts";
import { namesVariant } from "./variant-columns.ts";

/** From this share of its texts on a column holds names, or codes. */
const mostly = 0.6;
/** Headings of what an item is called by; a number alone is a code only below one of them. */
const codeHeading = keyPattern(
  /(sku|^plu$|code|kod|cod|codigo|codice|clave|nummer|numero|ref|reference|referencia|referenz|riferimento|symbol|index|indeks|kurzel|schlussel|артикул|код)\p{L}{0,3}$/u,
);
/** Headings of codes that are no item's. */
const otherCode = keyPattern(
  /(order|auftrag|beleg|bestell|document|invoice|rechnung|commande|facture|pedido|ordine|fattura|folio|customer|kunde|client|klant|kund|supplier|lieferant|vendor|fournisseur|proveedor|user|zip|plz|postal|country|currency|tax|discount|coupon|gutschein|track|serial|lot|charge|batch|location|lager|warehouse|store|filiale|ean|gtin|upc|barcode|reason|status|konto|account|parent|gruppe|group|categor|kategor|tran)/,
);
const stockKeeping = /sku/;
/** The number by which a partner calls the item: its code where the list has no other. */
const partnersCode = keyPattern(
  /^(supplier|vendor|merchant|seller|retailer|lieferanten?|handler|fournisseur|proveedor)(s|s? ?own)?(sku|item|product|part|article|artikel|material|produit|articulo)(key|code|id|ref|nummer|number)?$/,
);
/** A key that a shop's database gives, which nobody outside of it knows. */
const internalId = /(product|item|variant|variation|article|artikel|produkt)?id$/;

const isName = (text: string): boolean =>
  /\p{L}\p{Ll}/u.test(text) && (/\s/.test(text) || /^\p{L}{3,}$/u.test(text));
const isCode = (text: string): boolean =>
  /^[^\s]{2,40}$/.test(text) && (/\d/.test(text) || /^[A-Z]+([-_.][A-Z]+)+$/.test(text));

const share = (texts: readonly string[], holds: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(holds).length / texts.length;

/** True for codes, of which some may be of capital letters alone: "TEE-BLK-S" beside "CAP". */
const areCodes = (texts: readonly string[]): boolean =>
  share(texts, isCode) >= mostly && texts.every((text) => isCode(text) || /^[A-Z]{2,10}$/.test(text));

const textsOf = (profile: TableProfile, column: number): string[] =>
  (profile.columns[column]?.texts ?? []).map((text) => bareText(text).trim()).filter((text) => text !== "");

/** True where each text of one column goes with one of the other, and the other way round. */
function goesWith({ head }: TableProfile, one: number, other: number): boolean {
  const [there, back] = [new Map<string, string>(), new Map<string, string>()];
  for (const cells of head) {
    const [a, b] = [(cells[one] ?? "").trim(), (cells[other] ?? "").trim()];
    if (a === "" || b === "") return false;
    if ((there.get(a) ?? b) !== b || (back.get(b) ?? a) !== a) return false;
    there.set(a, b);
    back.set(b, a);
  }
  return there.size > 1 && there.size < head.length;
}

/**
 * A mapping whose item is a code where the heading named the names ("Artículo" beside "Clave") or the key of a database
 * ("product_id" beside "product_reference") and both go together, or the code tells variants of it apart.
 */
export function itemByCode(
  mapping: Mapping,
  header: readonly string[],
  profile: TableProfile,
  said: ReadonlyMap<Field, number>,
): Mapping {
  const named = mapping.fields.get("item");
  // Without an item the names say which column holds its codes.
  const item = named ?? mapping.fields.get("name");
  if (item === undefined || said.has("item")) return mapping;
  const own = textsOf(profile, item);
  const areNames = share(own, isName) >= mostly;
  const areIds =
    internalId.test(normaliseHeading(header[item] ?? "").key) && own.every((text) => /^\d+$/.test(text));
  if (!areNames && !areIds) return mapping;
  const used = new Set(mapping.fields.values());
  const hasVariants = header.some((heading) => namesVariant(normaliseHeading(heading).key));
  const codes = profile.columns.filter(({ index, filled, dateRate }) => {
    const { key } = normaliseHeading(header[index] ?? "");
    const isOther = otherCode.test(key) && !(named === undefined && partnersCode.test(key));
    if (used.has(index) || filled < profile.records || dateRate > 0.5 || isOther) return false;
    const texts = textsOf(profile, index);
    const isLettered = texts.every((text) => isCode(text) && /\p{L}/u.test(text));
    // Below "SKU" a word is a code as well.
    if (areIds && stockKeeping.test(key) && texts.every((text) => /^\S*\p{L}\S*$/u.test(text)))
      return goesWith(profile, item, index);
    if (!(codeHeading.test(key) ? areCodes(texts) : areNames && isLettered)) return false;
    if (areIds && !isLettered) return false;
    const isVariant = isFiner(profile.head, index, item) && (hasVariants || !isUnique(profile.head, index));
    return goesWith(profile, item, index) || isVariant;
  });
  const [code] = codes;
  if (code === undefined || (named === undefined && codes.length > 1)) return mapping;
  const fields = new Map(mapping.fields).set("item", code.index);
  if (areNames && !fields.has("name")) fields.set("name", item);
  const confidence = new Map(mapping.confidence).set(code.index, 0.9);
  const column = uniqueLabel(header, code.index);
  const issues = [
    ...mapping.issues.filter(
      (issue) =>
        !((issue.code === "column-chosen" || issue.code === "column-unclear") && issue.field === "item"),
    ),
    { code: "column-guessed", severity: "info", field: "item", column, confidence: 0.9 } as const,
  ];
  return { ...mapping, fields, confidence, issues };
}
