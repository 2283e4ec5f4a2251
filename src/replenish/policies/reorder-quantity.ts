import type { Policy } from "./policy.ts";
import { lifted, serviceLevels } from "./service-levels.ts";

/** (s, Q): as many equal lots as lift the position above s. */
export const reorderQuantity: Policy = {
  ...serviceLevels,
  need: (position, levels, leastOrder) =>
    leastOrder > 0
      ? (Math.floor((levels.reorderPoint - position) / leastOrder + 1e-9) + 1) * leastOrder
      : lifted(position, levels),
};
