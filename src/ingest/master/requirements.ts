import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import type { Requirement } from "../../item.ts";
import type { InputCount, ReadOptions } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import { allIssues, openKind } from "../typed/master-rows.ts";

export interface RequirementsRead {
  readonly requirements: Requirement[];
  readonly inputs: InputCount[];
  readonly issues: Issue[];
}

/** Reads known customer or production orders. */
export function readRequirements(source: ByteSource, options: ReadOptions = {}): RequirementsRead {
  const rows = openKind(source, "requirements", options);
  const requirements: Requirement[] = [];
  for (let k = 0; k < rows.coded.length; k++) {
    const [item, date, quantity] = [rows.id("item", k), rows.date("date", k), rows.number("quantity", k)];
    if (item === undefined) rows.report("row-without-item", "warning", k, "item");
    else if (date === undefined) rows.report("date-missing", "warning", k, "date");
    else if (quantity === undefined) rows.report("quantity-missing", "warning", k, "quantity");
    else if (quantity < 0) rows.report("value-negative", "warning", k, "quantity");
    else {
      const [kind, reference] = [rows.text("kind", k), rows.id("reference", k)];
      requirements.push({
        item,
        date,
        quantity,
        ...defined({ kind, reference }),
        file: source.name,
        row: rows.coded.rows[k],
      });
    }
  }
  return {
    requirements,
    inputs: [{ file: source.name, lines: rows.coded.records, used: requirements.length }],
    issues: allIssues(rows),
  };
}
