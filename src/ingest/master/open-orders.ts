import { defined } from "../../defined.ts";
import type { OpenOrder } from "../../item.ts";
import { bareText } from "../cells/cells.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { stateCounts } from "../columns/evidence/state-words.ts";
import type { ReadOptions } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import { textAt } from "../typed/coded-table.ts";
import { type MasterRead, type MasterRows, masterRead, openMasterRows } from "../typed/master-rows.ts";
import { hasTotalLabel, isYes } from "../typed/row-checks.ts";
import { columnName } from "../typed/styles.ts";
import { splitSupplier, supplierId } from "../typed/typed-columns.ts";

/** What suppliers still have to deliver. */
export interface OpenOrdersRead extends MasterRead {
  readonly openOrders: OpenOrder[];
}

/**
 * Reads what suppliers still have to deliver. Where the file has ordered and delivered quantities instead of the
 * open one, the difference counts; completed and deleted lines are not open, whatever their figure says.
 */
export function readOpenOrders(source: ByteSource, options: ReadOptions = {}): OpenOrdersRead {
  const rows = openMasterRows(source, "open-orders", options);
  const openOrders: OpenOrder[] = [];
  const heading = normaliseHeading(columnName(rows.coded, "quantity") ?? "").key;
  const isOpen = /offen|open|rest|noch|still|outstanding|remaining|ausstehend/.test(heading);
  const known = new Set<string>();
  for (let k = 0; k < rows.coded.length; k++) {
    if (isYes(textAt(rows.coded, "deleted", k)) || isYes(textAt(rows.coded, "completed", k))) {
      rows.report("open-order-closed", "info", k, rows.has("deleted") ? "deleted" : "completed");
      continue;
    }
    if (isDone(textAt(rows.coded, "status", k))) {
      rows.report("open-order-closed", "info", k, "status");
      continue;
    }
    const line = openLine(rows, k, isOpen);
    if (line === undefined) continue;
    if (isRepeated(line, rows.id("line", k), known))
      rows.report("open-order-repeated", "warning", k, "order");
    else openOrders.push({ ...line, ...rows.place(k) });
  }
  return { openOrders, ...masterRead(rows, openOrders.length) };
}

/** True for a line of an order that stood there before with the same day and quantity; without a number none is known again. */
function isRepeated(open: OpenOrder, line: string | undefined, known: Set<string>): boolean {
  if (open.order === undefined || line === undefined) return false;
  const key = JSON.stringify([open, line]);
  const isKnown = known.has(key);
  known.add(key);
  return isKnown;
}

/** Words for an order of which nothing comes any more; what stands at the beginning of a word is no part of it. */
const done =
  /^(closed|complet(e|ed)?|done|finished|finali[sz]ed|(fully |fully_)?(received|delivered)|erledigt|abgeschlossen|geschlossen|fertig|(voll(ständig|st\.)? |komplett )?(geliefert|eingegangen|erhalten)|wareneingang gebucht|clôturée?|terminée?|reçue?|livrée?|cerrad[oa]|completad[oa]|recibid[oa]|chius[oa]|evas[oa]|ricevut[oa]|afgesloten|ontvangen|geleverd|afgehandeld|zamknięt[ea]|zrealizowan[ea])$/i;

/** True for the state of an order that was cancelled, never placed, or has come. */
function isDone(text: string): boolean {
  const word = bareText(text).trim();
  return word !== "" && (done.test(word) || stateCounts(word) === false);
}

function openLine(rows: MasterRows, k: number, isOpen: boolean): OpenOrder | undefined {
  const item = rows.id("item", k);
  if (item === undefined) {
    if (hasTotalLabel(rows.coded, k)) rows.report("total-row", "info", k, "item");
    else rows.report("row-without-item", "warning", k, "item");
    return undefined;
  }
  // What is not confirmed yet comes when it is asked for.
  const date = rows.date("date", k) ?? rows.date("dueDate", k);
  if (date === undefined) {
    rows.report("open-order-without-date", "warning", k, "date");
    return undefined;
  }
  const ordered = rows.number("quantity", k);
  if (ordered === undefined) {
    rows.report("quantity-missing", "warning", k, "quantity");
    return undefined;
  }
  const delivered = isOpen ? 0 : (rows.number("receivedQuantity", k) ?? 0);
  const factor = rows.number("unitFactor", k) ?? 1;
  const quantity = (ordered - delivered) * (factor > 0 ? factor : 1);
  if (quantity < 0) rows.report("open-quantity-negative", "warning", k, "quantity");
  if (quantity <= 0) return undefined;
  const combined = rows.text("supplierAndName", k);
  const own = rows.text("supplier", k);
  const supplier =
    combined !== undefined
      ? supplierId(true)(combined)
      : own === undefined
        ? rows.text("supplierName", k)
        : (splitSupplier(own, false)?.id ?? rows.id("supplier", k));
  const [order, location] = [rows.id("order", k), rows.id("location", k)];
  return {
    item,
    date,
    quantity,
    ...defined({ order, supplier, location }),
  };
}
