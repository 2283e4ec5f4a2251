import type { Policy } from "./policy.ts";
import { serviceLevels } from "./service-levels.ts";

/** (R, S): at each review what is missing up to S is ordered, however little. */
export const periodicTarget: Policy = { ...serviceLevels, hasLots: false };
