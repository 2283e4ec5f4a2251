import { lang, t } from "../../language.ts";
import type { Session } from "../../session/session.ts";
import { linesToOrder } from "../../session/work-line.ts";

/** Hands a file to the browser. */
function save(name: string, parts: readonly BlobPart[], type: string): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Saves the lines to order of one supplier, or of all; made here, so that decisions on their way are in it. */
export async function saveOrders(
  session: Session,
  supplier: string | undefined,
  kind: "csv" | "xlsx",
): Promise<void> {
  const lines = linesToOrder(session.work.get().lines, supplier);
  if (lines.length === 0) return session.notify("warning", t.orders.nothing);
  const { orderFile } = await import("./order-file.ts");
  const of = supplier === undefined ? "" : `-${supplier.replaceAll(/[^\w.-]+/g, "_")}`;
  const { parts, type } = orderFile(lines, kind, lang());
  save(`${session.plans.get().shown?.asOf ?? "plan"}${of}.${kind}`, parts, type);
}
