export {
  type Policy,
  type PreviousBasis,
  type PreviousSuggestion,
  policies,
  type ReplenishContext,
  type ReplenishItem,
  type Replenishment,
  type ReplenishOptions,
  replenishOptions,
} from "./context.ts";
export { endRate } from "./end-rate.ts";
export { type Delivery, leadTimeSamplesOf, leadTimesOf } from "./lead-times.ts";
export * from "./replay/index.ts";
export { replenish } from "./replenish.ts";
export { silenceOf } from "./silent.ts";
export {
  requestDay,
  requestHorizon,
  type SuggestAnswer,
  type SuggestRequest,
  suggestOne,
} from "./stateless.ts";
