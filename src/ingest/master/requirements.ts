import { defined } from "../../defined.ts";
import type { Requirement } from "../../item.ts";
import type { ReadOptions } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import { type MasterRead, masterRead, openMasterRows } from "../typed/master-rows.ts";

/** Known customer or production orders. */
export interface RequirementsRead extends MasterRead {
  readonly requirements: Requirement[];
}

/** Reads known customer or production orders. */
export function readRequirements(source: ByteSource, options: ReadOptions = {}): RequirementsRead {
  const rows = openMasterRows(source, "requirements", options);
  const requirements: Requirement[] = [];
  for (let k = 0; k < rows.coded.length; k++) {
    const [item, date, quantity] = [rows.id("item", k), rows.date("date", k), rows.number("quantity", k)];
    if (item === undefined) rows.report("row-without-item", "warning", k, "item");
    else if (date === undefined) rows.report("date-missing", "warning", k, "date");
    else if (quantity === undefined) rows.report("quantity-missing", "warning", k, "quantity");
    else if (quantity < 0) rows.report("value-negative", "warning", k, "quantity");
    else {
      const [kind, reference] = [rows.text("kind", k), rows.id("reference", k)];
      const location = rows.id("location", k);
      requirements.push({
        item,
        date,
        quantity,
        ...defined({ kind, reference, location }),
        ...rows.place(k),
      });
    }
  }
  return { requirements, ...masterRead(rows, requirements.length) };
}
