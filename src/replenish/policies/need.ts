import type { Policy } from "./policy.ts";
import { serviceLevels } from "./service-levels.ts";

/** No safety stock: at each review what expected demand over lead time and review will take beyond the position. */
export const need: Policy = {
  ...serviceLevels,
  levels(_, { coverDemand, lot, whole }) {
    // an order is placed at or below the reorder point: what covers demand exactly is enough
    const reorderPoint = whole ? Math.ceil(coverDemand - 1e-9) - 1 : coverDemand - 1e-9;
    return { reorderPoint, orderUpTo: reorderPoint + Math.max(lot.quantity, 1e-9) };
  },
  hasLots: false,
};
