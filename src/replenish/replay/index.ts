export { type EnginePolicy, enginePolicies, type ForecastAt } from "./engine-policy.ts";
export { allowed, asIsPolicy, levelPolicy, naivePolicy, oraclePolicy } from "./policies.ts";
export {
  type ItemRun,
  type PolicyRun,
  type ReplayItem,
  type ReplayPolicy,
  type ReplaySpan,
  type StockState,
  simulate,
} from "./simulate.ts";
export { type PolicySummary, summaryOf } from "./summary.ts";
