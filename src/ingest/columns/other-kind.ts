import { InputError } from "../../errors.ts";
import { scanNumberCell } from "../cells/column-values.ts";
import { numberValue } from "../cells/numbers.ts";
import { oneARow } from "./column-names.ts";
import type { FileLayout, OpenedFile } from "./file-layout.ts";
import { isPlanned, kindOfTable } from "./kind-of-file.ts";
import { mapColumns } from "./map-columns.ts";

/** Fewer lines of a history may all be open by chance. */
const fewestOpen = 3;

/**
 * Refuses by name what is no history: a list of items or stock, in which no column can be the date or the quantity, and
 * a list of open orders, each of which has something open. Who names the date reads it as a history all the same.
 */
export function refuseOtherKind(opened: OpenedFile, layout: FileLayout): void {
  const { issues } = layout;
  const isUnfound = issues.some(
    (issue) =>
      issue.code === "column-unclear" &&
      issue.field !== "item" &&
      issue.question?.candidates.every((name) => name === oneARow) === true,
  );
  const isByDue = issues.some((issue) => issue.code === "date-from-due" && issue.field === "dueDate");
  if (!isUnfound && !isByDue) return;
  const { kind } = kindOfTable(opened);
  // Days of lines whose quantity has no column are no list of items.
  const isList =
    !layout.mapping.fields.has("date") || isPlanned(mapColumns("items", opened.table.header, opened.profile));
  const isOther = kind === "open-orders" ? areAllOpen(layout) : kind === "items" && isUnfound && isList;
  if (isOther && (kind === "items" || kind === "open-orders"))
    throw new InputError({ code: "not-a-history", kind, file: opened.source.name });
}

/** True where every line has something open. */
function areAllOpen({ table, profile, mapping }: FileLayout): boolean {
  const column =
    mapping.fields.get("openQuantity") ??
    mapColumns("open-orders", table.header, profile).fields.get("quantity");
  const texts = profile.columns[column ?? -1]?.texts ?? [];
  return (
    profile.records >= fewestOpen &&
    texts.length > 0 &&
    texts.every((text) => numberValue(scanNumberCell(text), "comma") > 0)
  );
}
