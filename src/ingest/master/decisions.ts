import { defined } from "../../defined.ts";
import type { Decision } from "../../item.ts";
import { decisionOf } from "../columns/rules/decision-words.ts";
import type { ReadOptions } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import { type MasterRead, masterRead, openMasterRows } from "../typed/master-rows.ts";

/** What buyers decided. */
export interface DecisionsRead extends MasterRead {
  readonly decisions: Decision[];
}

/** Reads what buyers decided about suggestions. */
export function readDecisions(source: ByteSource, options: ReadOptions = {}): DecisionsRead {
  const rows = openMasterRows(source, "decisions", options);
  const decisions: Decision[] = [];
  for (let k = 0; k < rows.coded.length; k++) {
    const item = rows.id("item", k);
    const action = decisionOf(rows.text("action", k) ?? "");
    if (item === undefined) rows.report("row-without-item", "warning", k, "item");
    else if (action === undefined) rows.report("action-unknown", "warning", k, "action");
    else {
      const [quantity, date] = [rows.number("quantity", k), rows.date("date", k)];
      if (quantity !== undefined && quantity < 0) {
        rows.report("value-negative", "warning", k, "quantity");
        continue;
      }
      const [supplier, order] = [rows.id("supplier", k), rows.id("order", k)];
      const [reason, by] = [rows.text("reason", k), rows.text("by", k)];
      const location = rows.id("location", k);
      decisions.push({
        item,
        action,
        ...defined({ quantity, supplier, reason, order, date, by, location }),
        ...rows.place(k),
      });
    }
  }
  return { decisions, ...masterRead(rows, decisions.length) };
}
