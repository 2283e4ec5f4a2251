import { linkTo, readAddress } from "../address.ts";
import { lang } from "../language.ts";
import { isFree, ofSupplier } from "../session/order-book.ts";
import type { Session } from "../session/session.ts";
import type { WorkLine } from "../session/work-line.ts";
import type { OrderView } from "../shapes.ts";
import { bookWords } from "../words/book.ts";
import { ordersWords } from "../words/orders.ts";
import type { FileRow } from "./order-file.ts";

/** How a list can be kept as a file. */
type FileFormat = "csv" | "xlsx";

/** Hands a file to the browser. */
function save(name: string, parts: readonly BlobPart[], type: string): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Hands a text to the browser as a table that spreadsheets open. */
export const saveText = (name: string, text: string): void =>
  save(name, [`\ufeff${text}`], "text/csv;charset=utf-8");

async function saveRows(name: string, rows: readonly FileRow[], format: FileFormat): Promise<void> {
  const { orderFile } = await import("./order-file.ts");
  const { parts, type } = orderFile(rows, format, lang());
  save(`${name.replaceAll(/[^\w.-]+/g, "_")}.${format}`, parts, type);
}

/** Saves the shown lines of the work list, decided or not: a list, and no order. */
export async function saveList(
  session: Session,
  lines: readonly WorkLine[],
  format: FileFormat,
): Promise<void> {
  const { rowOfLine } = await import("./order-file.ts");
  const day = session.plans.get().shown?.asOf ?? "";
  await saveRows(
    `${ordersWords.listFile}-${day}`,
    lines.map((line) => rowOfLine(line, lang())),
    format,
  );
}

/** Saves some orders as one file and notes them as saved. */
export async function saveOrders(
  session: Session,
  orders: readonly OrderView[],
  format: FileFormat,
): Promise<void> {
  const [first] = orders;
  if (first === undefined) return;
  const { rowOfOrder } = await import("./order-file.ts");
  const day = orders.map(({ at }) => at.slice(0, 10)).reduce((a, b) => (a > b ? a : b));
  await saveRows(
    `${bookWords.orderFile}-${first.supplier ?? ""}-${day}`,
    orders.map((order) => rowOfOrder(order, lang())),
    format,
  );
  const fresh = orders.filter(({ state }) => state === "accepted");
  if (fresh.length > 0) await session.book.mark(fresh, "saved");
  // the list of orders says itself what comes next
  if (readAddress(location.hash).view === "book") return;
  session.notify("good", bookWords.savedNow, {
    name: bookWords.title,
    act: () => location.assign(linkTo({ view: "book" })),
  });
}

/** What was accepted of a supplier, is not ordered and awaits no approval: that alone is an order. */
export const unplacedOf = (orders: readonly OrderView[], supplier: string): OrderView[] =>
  ofSupplier(orders, supplier).filter(isFree);
