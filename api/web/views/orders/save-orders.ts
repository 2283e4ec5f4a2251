import { lang, t } from "../../language.ts";
import type { Session } from "../../session/session.ts";
import { orderedQuantity, type WorkLine } from "../../session/work-list.ts";
import { orderWords } from "../../words/orders.ts";

/** Lines that go onto an order: the accepted ones, or every open suggestion where nothing is decided yet. */
export function linesToOrder(lines: readonly WorkLine[], supplier: string | undefined): WorkLine[] {
  const of = lines.filter((line) => supplier === undefined || (line.supplier ?? "") === supplier);
  const accepted = of.filter(({ decided }) => decided !== undefined && decided.action !== "reject");
  return (accepted.length > 0 ? accepted : of.filter(({ decided }) => decided === undefined)).filter(
    (line) => orderedQuantity(line) > 0,
  );
}

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
  if (lines.length === 0) return session.notify("warning", t(orderWords.nothing));
  const { orderFile } = await import("./order-file.ts");
  const name = `${session.plans.get().shown?.asOf ?? "plan"}${supplier === undefined ? "" : `-${supplier.replaceAll(/[^\w.-]+/g, "_")}`}.${kind}`;
  const { parts, type } = orderFile(lines, kind, lang());
  save(name, parts, type);
}
