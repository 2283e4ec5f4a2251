import type { Policy } from "./policy.ts";
import { lifted } from "./service-levels.ts";

/**
 * Reorder point and maximum stock as they stand in the ERP, never beyond the maximum; without one, or with one below
 * the reorder point, one lot above the reorder point.
 */
export const minMax: Policy = {
  suits: ({ reorderPoint }) => reorderPoint !== undefined,
  reviewDays: (asked) => asked,
  levels: ({ reorderPoint = 0, maximumStock = 0 }, { lot }) => ({
    reorderPoint,
    orderUpTo:
      maximumStock >= reorderPoint && maximumStock > 0 ? maximumStock : reorderPoint + lot.leastOrder,
  }),
  need: lifted,
  hasLots: true,
  isOurs: false,
};
