import { type WorkLine, workLine } from "../../api/web/session/work-line.ts";
import type { Line } from "../../api/web/shapes.ts";

/** A suggestion with everything a list needs. */
export const line = (item: string, of: Partial<Line> = {}): Line => ({
  item,
  name: `Teil ${item}`,
  supplier: "S1",
  quantity: 100,
  unit: "ST",
  need: 90,
  orderBy: "2026-10-20",
  receiptBy: "2026-11-02",
  unitPrice: 2,
  amount: 200,
  currency: "EUR",
  policy: "rsS",
  serviceType: "fill",
  expectedService: 0.98,
  reorderPoint: 150,
  orderUpTo: 250,
  safetyStock: 40,
  onHand: 30,
  onOrder: 20,
  backorders: 0,
  attention: "none",
  reasons: [
    { code: "rule-pack", need: 90, quantity: 100, minimumOrder: 50, packSize: 20, maximumStock: 400 },
  ],
  version: 0,
  ...of,
});

export const listed = (item: string, of: Partial<Line> = {}, owner?: string): WorkLine =>
  workLine(line(item, of), owner === undefined ? undefined : { owner });
