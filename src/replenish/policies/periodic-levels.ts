import type { Policy } from "./policy.ts";
import { serviceLevels } from "./service-levels.ts";

/** (r, s, S): at each review a position at or below s is lifted to S, the economic lot above s. */
export const periodicLevels: Policy = serviceLevels;
