import type { SplitSeries } from "../sets.ts";
import { erpnext } from "./erpnext.ts";
import { frepple } from "./frepple.ts";
import { odoo } from "./odoo.ts";

/** What the forecasts of open ERP systems would have said, re-implemented from what is documented of them. */
export const erpRows: Readonly<Record<string, (one: SplitSeries) => Float64Array>> = {
  "ERPNext (re-implemented)": erpnext,
  "Odoo, 3 months (re-implemented)": odoo(1),
  "Odoo, 12 months (re-implemented)": odoo(4),
  "frePPLe (re-implemented)": frepple,
};
