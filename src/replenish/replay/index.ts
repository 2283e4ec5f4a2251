export {
  bucketClock,
  type EnginePolicy,
  enginePolicies,
  type ForecastAt,
  type ReplayClock,
} from "./engine-policy.ts";
export { allowed, asIsPolicy, levelPolicy, naivePolicy, oraclePolicy } from "./policies.ts";
export { type ReplayInput, replay } from "./replay.ts";
export {
  type ItemRun,
  type PolicyRun,
  type ReplayItem,
  type ReplayPolicy,
  type ReplaySpan,
  type StockState,
  simulate,
} from "./simulate.ts";
export { summaryOf } from "./summary.ts";
