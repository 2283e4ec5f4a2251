import type { Issue } from "../../../issue.ts";
import { keyPattern } from "../../cells/heading-key.ts";
import { type Answers, answerTo } from "../../questions.ts";
import type { TableProfile } from "../profile.ts";
import type { DerivedField } from "./derived.ts";

const heading = keyPattern(
  /^(?:codigo|codice|code|kod|cod)?(?:de|di|du|da)?((?:schuh|kleider|konfektions)?grosse|farbe|(?:shoe|clothing)?size|colou?r|variante?n?s?|variantencode|variantcode|varianttitle|lineitemvariant|variations?|ausfuhrung|taille|couleur|coloris|pointure|misura|colore|maat|kleur|talla|taglia|tamanho|cor|rozmiar|kolor|velikost|barva|farba|storlek|farg|farve|storrelse|meret|szin|beden|renk|koko|vari|marime|culoare|boja|размер|цвет|サイズ|カラー|色|颜色|尺码|尺寸|사이즈|색상|option[123]?(valu)?|attribut[123]?|attribute[123]?|auspragung|style|dessin|(artikel|material)?(unter|sub|zusatz)(artikel|nummer|item|number)|suffix|merkmal[12]?wert)(code|kod|cod|nummer|name|id|kurzel|text|bezeichnung|value)?$/,
);

/** True for the heading of a size, a colour or another trait of a variant. */
export const namesVariant = (key: string): boolean => heading.test(key);

/** What was decided about variants: their text beside the item, or a question. */
interface Variants {
  readonly derived?: DerivedField;
  /** The columns that say nothing else. */
  readonly columns?: readonly number[];
  readonly issues: readonly Issue[];
}

/** True where one item stands in several variants. */
function tellsApart(profile: TableProfile, item: number, columns: readonly number[]): boolean {
  const first = new Map<string, string>();
  for (const cells of profile.head) {
    const id = cells[item] ?? "";
    const variant = columns.map((column) => cells[column] ?? "").join("\u001f");
    const known = first.get(id);
    if (known !== undefined && known !== variant) return true;
    first.set(id, variant);
  }
  return false;
}

/**
 * Sizes and colours beside an item number that is the same for all of them: kept apart or added up, as the user
 * says. What a column given as variant holds is always kept apart.
 */
export function variantsOf(
  table: {
    readonly header: readonly string[];
    readonly keys: readonly string[];
    readonly profile: TableProfile;
  },
  item: number | undefined,
  used: ReadonlySet<number>,
  print: string,
  answers: Answers | undefined,
): Variants {
  const { header, keys, profile } = table;
  const columns = keys.flatMap((key, column) =>
    !used.has(column) && heading.test(key) && (profile.columns[column]?.filled ?? 0) > 0 ? [column] : [],
  );
  if (item === undefined || columns.length === 0 || !tellsApart(profile, item, columns))
    return { issues: [] };
  const id = `variants:${print}`;
  const answer = answerTo(answers, id);
  const of = (cells: readonly string[]): string =>
    columns
      .map((column) => (cells[column] ?? "").trim())
      .filter((text) => text !== "")
      .join(" ");
  if (answer === "apart") return { derived: { field: "variant", columns, of }, issues: [] };
  if (answer === "together") return { columns, issues: [] };
  const column = columns.map((each) => header[each]?.trim()).join(", ");
  const question = { id, candidates: ["apart", "together"] };
  return { issues: [{ code: "variants-unclear", severity: "error", column, question }] };
}
