import { defined } from "../../defined.ts";
import { type IssueCode, type IssueValues, issueOf, type Severity } from "../../issue.ts";
import { bareText } from "../cells/cells.ts";
import type { Field } from "../columns/fields.ts";
import type { IssueList } from "../issue-list.ts";
import { type CodedTable, textAt } from "../typed/coded-table.ts";
import { columnName } from "../typed/styles.ts";

/** Reports something about a line: place and text come from the table. */
export type LineReport = <C extends IssueCode>(
  code: C,
  line: number,
  field: Field,
  ...values: IssueValues<C>
) => void;

const severityOf: { readonly [C in IssueCode]?: Severity } = {
  "row-without-data": "info",
  "total-row": "info",
  "line-deleted": "info",
  "state-not-counted": "info",
  "not-an-item-row": "info",
  "pseudo-item": "info",
  "zero-price-correction": "info",
  "number-scientific": "info",
  "price-unreadable": "info",
  "price-missing": "info",
  "item-cleaned": "info",
  "side-date-unusable": "info",
  "item-damaged": "error",
  "item-digits-lost": "error",
  "kind-unknown": "error",
};

/** Reports the lines of a table to its list. */
export const lineReport =
  (coded: CodedTable, issues: IssueList): LineReport =>
  (code, line, field, ...values) => {
    const wide = field === "quantity" ? coded.wideHeadings?.get(textAt(coded, "date", line)) : undefined;
    const column = wide ?? columnName(coded, field);
    const text = bareText(textAt(coded, field, line));
    const place = { row: coded.rows[line], ...defined({ column }), ...(text === "" ? {} : { text }) };
    issues.add(issueOf(code, severityOf[code] ?? "warning", place, ...values));
  };
