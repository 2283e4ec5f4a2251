import { UsageError } from "../../errors.ts";
import { columnNamed, columnsSummed, oneARow } from "./column-names.ts";
import { type FileKind, fieldsOf, fileKinds, isField } from "./fields.ts";
import type { OpenedFile } from "./file-layout.ts";

const prefixes: Readonly<Record<string, FileKind>> = {
  ...Object.fromEntries(fileKinds.map((kind) => [kind, kind])),
  openOrders: "open-orders",
};

/**
 * Throws UsageError for a `--map` that can have no effect: an unknown field, or a heading that none of the orders
 * files has. What the user says about columns must not be dropped in silence.
 */
export function checkMap(
  map: Readonly<Record<string, string>> | undefined,
  files: readonly Pick<OpenedFile, "table" | "profile">[],
): void {
  for (const [name, heading] of Object.entries(map ?? {})) {
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
    const holds = ({ table, profile }: (typeof files)[number]): boolean =>
      columnNamed(heading, table.header, profile.columns.length) >= 0;
    const isSum = ({ table, profile }: (typeof files)[number]): boolean =>
      columnsSummed(heading, table.header, profile.columns.length).length > 0;
    const isMade = field === "quantity" && (heading === oneARow || files.some(isSum));
    if (kind !== "orders" || isMade || files.some(holds)) continue;
    const known = files[0]?.table.header.slice(0, 12) ?? [];
    throw new UsageError({ code: "map-heading-unknown", option: name, heading, known });
  }
}
