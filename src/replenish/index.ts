export {
  type PreviousBasis,
  type PreviousSuggestion,
  panelOptions,
  type ReplenishContext,
  type ReplenishItem,
  type Replenishment,
  type ReplenishOptions,
  replenishOptions,
  type Takeover,
  usualClassSize,
} from "./context.ts";
export { tunedOrigins } from "./cost/tuned.ts";
export { holdingPerUnitYear, lostShareOf, shortageCostOf } from "./cost/unit-costs.ts";
export { endRate } from "./demand/end-rate.ts";
export { type Delivery, type LeadTimesOfAll, leadTimes } from "./demand/lead-times.ts";
export { isWhole, recentMean } from "./demand/recent.ts";
export { lotsOfOffer, orderableFrom, orderFrom } from "./explain/order-from.ts";
export { amountOfParts } from "./explain/order-parts.ts";
export { isShared } from "./lots/sources.ts";
export { type PolicyChoice, type PolicyName, policyChoices } from "./policies/index.ts";
export * from "./replay/index.ts";
export { replenish } from "./replenish.ts";
export { silenceOf } from "./service/silent.ts";
export {
  daysOutside,
  requestDay,
  requestHorizon,
  type SuggestAnswer,
  type SuggestRequest,
  suggestOne,
} from "./suggest-one.ts";
export { suggestTogether } from "./suggest-together.ts";
export { orderedFrom } from "./suppliers/ordered-from.ts";
export { orderTotals } from "./totals.ts";
