import { UsageError } from "../../errors.ts";
import { columnNamed } from "./column-names.ts";
import { type FileKind, fieldsOf, fileKinds, isField } from "./fields.ts";

const prefixes: Readonly<Record<string, FileKind>> = {
  ...Object.fromEntries(fileKinds.map((kind) => [kind, kind])),
  openOrders: "open-orders",
};

/**
 * Refuses a `--map` that can have no effect: an unknown field, or a heading that no orders file has. What the user
 * says about columns must not be dropped in silence.
 */
export function checkMap(
  map: Readonly<Record<string, string>>,
  tables: readonly { readonly header: readonly string[]; readonly width: number }[],
): void {
  for (const [name, heading] of Object.entries(map)) {
    const at = name.indexOf(".");
    const prefix = at < 0 ? "orders" : name.slice(0, at);
    const field = name.slice(at + 1).trim();
    const kind = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
    if (kind === undefined)
      throw new UsageError({
        code: "map-file-unknown",
        option: name,
        kind: prefix,
        known: Object.keys(prefixes),
      });
    if (!isField(field) || !fieldsOf[kind].includes(field))
      throw new UsageError({ code: "map-field-unknown", option: name, field, kind });
    if (kind !== "orders" || tables.some(({ header, width }) => columnNamed(heading, header, width) >= 0))
      continue;
    const known = tables[0]?.header.slice(0, 12) ?? [];
    throw new UsageError({ code: "map-heading-unknown", option: name, heading, known });
  }
}
