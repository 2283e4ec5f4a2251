import { isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import { lineAmount } from "../../order-lines.ts";
import type { OrderPart, Suggestion } from "../../suggestion.ts";
import { expectedCost } from "../cost/expected-cost.ts";
import { asIsOf } from "../item/as-is.ts";
import { type ItemPlan, isBlocked } from "../item/item-plan.ts";
import { dayEmpty } from "../item/run-out.ts";
import { unitPriceOf } from "../lots/lot.ts";
import { brief, clean, roundUp } from "../lots/rounding.ts";
import type { BudgetedQuantity } from "../suppliers/budgeted-quantity.ts";
import { adviceOf } from "./advice.ts";
import { sourceOffers } from "./offers.ts";
import { amountOfParts, orderParts, partReasons } from "./order-parts.ts";
import { expectedService, isMostlyLeft, isNotStocked } from "./outlook.ts";
import { reasonsOf } from "./reasons.ts";

/** A service that lies this far below its target is no matter of rounding. */
const farBelow = 0.2;

/** Days by which an order may be late before anybody asks. */
const leastOverdue = 7;

/** True where the shelf is expected to be empty before anything comes, though something is to lie there. */
function isEmptyFirst(plan: ItemPlan, quantity: number): boolean {
  const { runsOut, receiptDay, orderDay, today, reviewDays, coverDays, reorderPoint } = plan;
  if (runsOut === undefined || runsOut >= receiptDay) return false;
  if (quantity > 0 || orderDay <= today + reviewDays) return true;
  return reorderPoint >= 0 && runsOut <= today + coverDays;
}

/** True where an order is late beyond belief, or by more than a lead time while another would have to go out without it. */
function isLongOverdue({ curve, position, leadDays, coverDays, today }: ItemPlan): boolean {
  const { supply, onHand, backorders } = position;
  const most = Math.max(0, ...supply.map(({ overdueDays }) => overdueDays));
  if (most > Math.max(90, 2 * leadDays)) return true;
  if (most <= Math.max(leastOverdue, leadDays)) return false;
  const onTime = supply.filter(({ overdueDays }) => overdueDays === 0);
  const empty = dayEmpty(curve, onHand - backorders, onTime);
  return empty !== undefined && empty < today + coverDays;
}

/** Codes of what a person should look at before this line goes out. */
function attentionCodes(plan: ItemPlan, { quantity, wanted }: BudgetedQuantity): string[] {
  const { request, item, order, leadTime } = plan;
  const codes = [...(request.blocked ?? [])];
  if (order.conflict !== undefined) codes.push(`${order.conflict}-conflict`);
  if (quantity > 0 && item.unitCost === undefined) codes.push("price-unknown");
  const yearly = plan.curve.mean(365);
  if (isMostlyLeft(plan, quantity)) codes.push("phase-out-conflict");
  else if (plan.lastDay === undefined && plan.need > 0 && quantity > Math.max(yearly, plan.need))
    codes.push("covers-over-a-year");
  if (yearly > 0 && plan.position.backorders + plan.position.reserved > yearly)
    codes.push("backorders-over-a-year");
  if (isLongOverdue(plan)) codes.push("open-order-long-overdue");
  if (leadTime.source === "observed" && leadTime.planned > Math.max(7, 1.5 * (item.leadTimeDays ?? 0)))
    codes.push("lead-time-longer-than-master");
  if (quantity > 0 && request.class === "new") codes.push("new-item");
  if (isEmptyFirst(plan, quantity)) codes.push("runs-out-before-receipt");
  if (plan.cut !== undefined) codes.push(plan.cut.once === true ? "level-once" : "level-cut");
  if (quantity < wanted && !isBlocked(plan)) codes.push("budget-cut");
  if (isNotStocked(plan)) codes.push("not-stocked");
  if (plan.coverDemand > 0 && !isBlocked(plan) && expectedService(plan, quantity) < plan.target - farBelow)
    codes.push("service-far-below-target");
  if (adviceOf(plan).some(({ advice }) => advice === "expedite")) codes.push("open-order-too-late");
  return codes;
}

const shown = (level: number, whole: boolean) => Math.max(0, whole ? level : roundUp(level, 1e-6));

/** Price of a unit and of the order: of all its parts, where sources share it. */
function priceOf({ item, lot }: ItemPlan, quantity: number, parts: readonly OrderPart[]) {
  const amount = amountOfParts(parts);
  if (amount !== undefined) return { unitPrice: brief(amount / quantity), amount };
  const unitPrice = unitPriceOf(item, quantity > 0 ? quantity : Math.max(lot.leastOrder, 1));
  return defined({
    unitPrice,
    amount: unitPrice === undefined ? undefined : lineAmount(unitPrice, quantity),
  });
}

/** The order line of a planned item. */
export function suggestionOf(plan: ItemPlan, budgeted: BudgetedQuantity): Suggestion {
  const { item, position } = plan;
  const blocked = isBlocked(plan);
  const quantity = blocked ? 0 : budgeted.quantity;
  const parts = orderParts(plan, quantity);
  const { unitPrice, amount } = priceOf(plan, quantity, parts);
  const units = item.unitsPerPurchaseUnit;
  const codes = attentionCodes(plan, { ...budgeted, quantity });
  const asIs = asIsOf(plan);
  const sources = sourceOffers(plan, quantity);
  const reorderPoint = clean(shown(plan.reorderPoint, plan.lotSize.whole));
  return {
    item: item.item,
    ...defined({ name: item.name, supplier: item.supplier }),
    quantity,
    ...defined({ unit: item.unit }),
    ...(item.purchaseUnit === undefined || units === undefined
      ? {}
      : { purchaseQuantity: clean(quantity / units), purchaseUnit: item.purchaseUnit }),
    ...defined({ supplierItem: item.supplierItem }),
    need: plan.need,
    orderBy: isoDate(plan.orderDay),
    receiptBy: isoDate(plan.receiptDay),
    ...defined({ unitPrice, amount }),
    ...defined({ currency: item.currency }),
    policy: plan.policy,
    serviceType: plan.serviceType,
    expectedService: expectedService(plan, blocked ? budgeted.quantity : quantity),
    reorderPoint,
    orderUpTo: clean(Math.max(reorderPoint, Math.min(plan.orderUpTo, item.maximumStock ?? plan.orderUpTo))),
    safetyStock: clean(Math.max(0, plan.reorderPoint - plan.coverDemand)),
    onHand: position.onHand,
    onOrder: clean(position.onOrder),
    backorders: position.backorders,
    ...(plan.runsOut === undefined ? {} : { runsOutOn: isoDate(plan.runsOut) }),
    ...(plan.safeUntil === undefined ? {} : { safeUntil: isoDate(plan.safeUntil) }),
    attention: blocked ? "blocked" : codes.length > 0 ? "review" : "none",
    ...(codes.length === 0 ? {} : { attentionCodes: codes }),
    ...defined({ asIs }),
    ...(position.decision === undefined ? {} : { decision: position.decision.action }),
    reasons: [...reasonsOf(plan, { ...budgeted, quantity }), ...partReasons(plan, parts)],
    ...(plan.costs === undefined
      ? {}
      : { expectedCost: expectedCost(plan.protection, position.position, quantity, plan.costs) }),
    ...(parts.length === 0 ? {} : { split: parts }),
    ...(sources.length === 0 ? {} : { sources }),
  };
}
