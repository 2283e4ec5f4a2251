import { bareText } from "../cells/cells.ts";
import { type CodedTable, Coder } from "../typed/coded-table.ts";

/** What systems write where an item has no variants. */
const noVariant =
  /^(default( title| variant)?|standard|standaard|est[aá]ndar|padrão|none|n\/a|keine|ohne|sans|aucune?|nessuna|geen|brak|-+)$/iu;

/** A table whose items are told apart by their variants: "TS-1" in "M rot" is the item "TS-1 M rot". */
export function splitVariants(coded: CodedTable): CodedTable {
  const { columns, length } = coded;
  const [items, variants] = [columns.get("item"), columns.get("variant")];
  if (items === undefined || variants === undefined) return coded;
  const coder = new Coder(length);
  for (let k = 0; k < length; k++) {
    const item = items.texts[items.codes[k]];
    const variant = bareText(variants.texts[variants.codes[k]]);
    const isNone = variant === "" || noVariant.test(variant.trim());
    coder.put(k, coder.code(item === "" || isNone ? item : `${item} ${variant}`));
  }
  return { ...coded, columns: new Map(columns).set("item", coder) };
}
