import type { Policy } from "./policy.ts";
import { serviceLevels } from "./service-levels.ts";

/** (s, S): as (r, s, S), with the stock looked at every day. */
export const continuousLevels: Policy = { ...serviceLevels, reviewDays: () => 1 };
