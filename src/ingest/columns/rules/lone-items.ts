import { keyPattern } from "../../cells/heading-key.ts";
import { isNamedOnce, isNumberOf } from "../evidence/item-column.ts";
import { isFilled, type Rule } from "./rule.ts";

/** Headings that may head the name or the position of an item as well as its number. */
export const bareItem = /^(item|artikel|article|produkt|product|teil|part|ware|material|komponente)$/;

/** Headings of a French list in letters without accents, as programs write them. */
const french = keyPattern(
  /^(quantite|qte|designation|libelle|date_?(de|du|d)?(sortie|vente|commande|mouvement))/,
);

/** "Référence" of a French or Spanish list is the number of the item where nothing else is, or "Article" a position or its name. */
export const romanceReference: Rule = (candidate, all, look) => {
  const { field, column } = candidate;
  const isReference = /^(reference|referencia|riferimento)$/.test(look.keys[column] ?? "");
  if (field !== "reference" || look.kind !== "orders" || !isReference) return candidate;
  const isForeign =
    /^(Réf|Refer[êe]nci|Riferimento)/i.test(look.raw[column] ?? "") ||
    look.keys.some((key) => french.test(key));
  const isRivalled = all.some(
    (other) =>
      other.field === "item" &&
      other.column !== column &&
      other.score >= 0.7 &&
      !(bareItem.test(look.keys[other.column] ?? "") && isNumberOf(look.profile.head, column, other.column)),
  );
  const isWhole = isFilled(look, column) || isNamedOnce(look.profile.head, column);
  return isForeign && isWhole && !isRivalled ? { ...candidate, field: "item" } : candidate;
};

/** "Variant" is the number of the item where nothing else is, not even a name. */
export const variantAlone: Rule = (candidate, all, look) => {
  const { field, column } = candidate;
  if (field !== "variant" || look.kind !== "orders" || !isFilled(look, column)) return candidate;
  const isRivalled = all.some(
    (other) => (other.field === "item" || other.field === "name") && other.column !== column,
  );
  return isRivalled ? candidate : { ...candidate, field: "item" };
};

const component =
  /^(komponente|component|composant|componente)n?(nummer|item|part|material|artikel|product|sku|code)*$/;
const assembly =
  /^(header|parent|finished|fg|kopf)?(material|artikel|item|product|produkt|article|assembly|baugruppe|erzeugnis)(nummer|code|id)?$/;

/** In a list of components "Material" is what is made of them, and the lines move the component that each of them names. */
export const madeOfComponents: Rule = (candidate, all, look) => {
  const { field, column } = candidate;
  if (field !== "item" || look.kind !== "orders" || !assembly.test(look.keys[column] ?? "")) return candidate;
  const isListed = all.some(
    (other) =>
      other.field === "item" &&
      other.exact &&
      component.test(look.keys[other.column] ?? "") &&
      isFilled(look, other.column),
  );
  return isListed ? { ...candidate, rank: 950_000 } : candidate;
};

/** "N° pièce" of a French list is the number of the document where something else names the item. */
export const frenchPiece: Rule = (candidate, all, look) => {
  const { field, column } = candidate;
  if (field !== "item" || !/^(n|numero)(de)?(la)?piece$/.test(look.keys[column] ?? "")) return candidate;
  const isRivalled = all.some(
    (other) =>
      (other.field === "item" || other.field === "reference") && other.column !== column && other.exact,
  );
  return isRivalled ? { ...candidate, field: "order" } : candidate;
};
