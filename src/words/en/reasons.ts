import type { AlternativeValues, Reasons } from "../../suggestion.ts";
import { counted, type Sentences, wordOr } from "../sentences.ts";
import { format } from "./format.ts";

const { date, money, percent, quantity } = format;

const signed = (value: number): string => (value < 0 ? `− ${quantity(-value)}` : `+ ${quantity(value)}`);

/** What is there, taken off; what is promised beyond it comes on top. */
const less = (value: number): string =>
  value < 0 ? `+ ${quantity(-value)} spoken for` : `− ${quantity(value)} available`;

/** Buffer and lot above the expected demand; a buffer below zero is what may wait. */
function upTo({ buffer, lot }: Reasons["sum"]): string {
  if (buffer > 0) return `${signed(buffer)} buffer ${signed(lot)} lot`;
  return buffer + lot >= 0 ? `${signed(buffer + lot)} lot` : `${signed(buffer + lot)} that may wait`;
}

/** What may be missing before an order comes; plans of earlier versions name no day of receipt. */
function before({ receiptBy, until }: Reasons["late"]): string {
  if (receiptBy === undefined) return "goods may be missing before they come";
  return until === undefined
    ? `the shelf is expected to be empty before the goods come on ${date(receiptBy)}`
    : `in one case of twenty it is used up by ${date(until)}, before the goods come on ${date(receiptBy)}`;
}

function alternative(r: AlternativeValues): string {
  const { amountChange, currency, coverDays, service, serviceNow } = r;
  const change =
    amountChange === undefined ? "" : `${amountChange >= 0 ? "+" : ""}${money(amountChange, currency)}, `;
  const cover = coverDays === undefined ? "" : `lasts ${counted(quantity(coverDays), "day", "days")}, `;
  const [other, now] = [percent(service), percent(serviceNow)];
  // what differs by less than is shown is no difference
  return `${change}${cover}expected service ${other === now ? `${now} as with the one suggested` : `${other} instead of ${now}`}`;
}

/** Short names of what a person should look at, by attention code; also of the reasons of a change of master data. */
export const attention = {
  "maximum-conflict": "quantity above maximum stock",
  "shelf-life-conflict": "quantity expires before use",
  "phase-out-conflict": "left over after the phase-out",
  "price-unknown": "no price known",
  "covers-over-a-year": "lasts over a year",
  "open-order-too-late": "open order arrives after the stock has run out",
  "open-order-long-overdue": "open order long overdue",
  "lead-time-longer-than-master": "lead time longer than in the master data",
  "new-item": "new item, short history",
  "runs-out-before-receipt": "runs out before receipt",
  "backorders-over-a-year": "more is owed or reserved than is used in a year",
  "level-cut": "reorder point far beyond everything ever used",
  "level-once": "asked for a single time",
  "budget-cut": "cut by the budget",
  "large-order": "large part of all orders of the plan",
  "not-stocked": "nothing there and nothing on order",
  "service-far-below-target": "service far below its target",
  "unit-change-suspected": "unit change suspected",
  "end-of-life-suspected": "end of life suspected",
  "unit-change": "unit change suspected",
  "end-of-life": "end of life suspected",
  unchanged: "unchanged",
  "gain-below-cost": "change not worth it",
  "demand-drifted": "demand has changed since it was maintained",
  "no-reorder-point": "no reorder point maintained yet",
  "lead-time-differs": "lead time differs",
  "too-little-service": "reorder point too low",
  "too-much-stock": "reorder point too high",
};

function lasting({ until, years }: Reasons["enough"]): string {
  if (years !== undefined) return `, lasts for more than ${counted(quantity(years), "year", "years")}`;
  return until === undefined ? "" : `, lasts until about ${date(until)}`;
}

/** One sentence for every reason of a suggestion. */
export const reasons: Sentences<Reasons> = {
  blocked: (r) => `Blocked (${wordOr(attention, r.why)}): settle this before ordering.`,
  "below-reorder-point": (r) =>
    `Available ${quantity(r.position)}, reorder point ${quantity(r.reorderPoint)}: ${r.blocked === true ? "to be ordered once that is settled" : r.held === true ? "an order is due, none goes out" : "order now"}.`,
  enough: (r) =>
    `Available ${quantity(r.position)} is above the reorder point ${quantity(r.reorderPoint)}: nothing to order${lasting(r)}.`,
  "runs-out": (r) => `Without an order it runs out about ${date(r.on)}.`,
  "out-of-stock": () => "The stock on hand is not enough even today.",
  late: (r) => `Order at once, ${date(r.orderBy)} at the latest: ${before(r)}.`,
  "late-for-target": (r) =>
    `The last day to order for the target has passed; not urgent: ${r.until === undefined ? "it lasts over two years in 19 of 20 cases" : `it lasts until ${date(r.until)} in 19 of 20 cases`}.`,
  "not-stocked": () =>
    "Nothing there and nothing on order: the smallest order lasts so long that it is placed only when somebody waits. Settle quantity or stock-keeping.",
  "no-demand": () => "No demand is expected: nothing to order.",
  "within-review": (r) =>
    `Ordered in this review period already; available ${quantity(r.position)}, reorder point ${quantity(r.reorderPoint)}: what is missing since then waits for the next review.`,
  "empty-before-receipt": (r) =>
    `The shelf is empty${r.empty === undefined ? "" : ` from about ${date(r.empty)} on`} until ${quantity(r.quantity)} of what is on order come on ${date(r.on)}: ask the supplier to bring them forward.`,
  "supply-late": (r) =>
    `${quantity(r.quantity)} of what is on order do not count yet: they come from ${date(r.on)} on${r.empty === undefined ? "" : `, the shelf is empty about ${date(r.empty)}: have them brought forward or bridge the gap with this order`}.`,
  "known-reserved": (r) => `Reserved for known orders: ${quantity(r.quantity)}.`,
  "bridge-source": (r) =>
    `${r.supplier} can bridge the gap by ${date(r.on)}: ${quantity(r.quantity)}${r.amount === undefined ? "" : ` for ${money(r.amount, r.currency)}`}.`,
  "from-source": (r) =>
    `${quantity(r.quantity)} of it from ${r.supplier} (agreed share ${percent(r.share)}), there by ${date(r.on)}${r.amount === undefined ? "" : `, ${money(r.amount, r.currency)}`}.`,
  "covers-closure": (r) =>
    `${r.party === "supplier" ? "The supplier is" : "The own plant is"} closed from ${date(r.from)} to ${date(r.to)}: what is ordered now has to last until ${date(r.until)}.`,
  "closed-keeps-demand": (r) =>
    `The own plant is closed from ${date(r.from)} to ${date(r.to)}, and a demand of ${quantity(r.demand)} is expected in it all the same: no past closure in the calendar shows that it falls away.`,
  "cover-demand": (r) =>
    `Expected demand in ${counted(quantity(r.leadDays), "day", "days")} of lead time and ${counted(quantity(r.reviewDays), "day", "days")} ${r.shut === true ? "until the next order arrives" : "to the next review"}: ${quantity(r.demand)}${r.known === undefined ? "" : ` (${quantity(r.known)} of it known already)`}.`,
  "waits-for-order-day": (r) =>
    `The supplier takes orders again on ${date(r.on)}: the days until then add ${quantity(r.demand)}.`,
  "lost-before-arrival": (r) =>
    `${quantity(r.lost)} more are expected to find the shelf empty before the order arrives; they are lost, so nothing is ordered for them.`,
  "buffer-fill": (r) =>
    `Buffer ${quantity(r.buffer)} so that ${percent(r.target)} of demand is served from stock.`,
  "buffer-cycle": (r) =>
    `Buffer ${quantity(r.buffer)} so that nothing is short in ${percent(r.target)} of the order cycles.`,
  "buffer-class": (r) =>
    `Buffer ${quantity(r.buffer)}: ${percent(r.target)} of this item's demand is served from stock, so that all items of its class together reach ${percent(r.classTarget)} with the least stock.`,
  "buffer-cost": (r) =>
    `Buffer ${quantity(r.buffer)}: holding and shortage cost together are least here (${percent(r.target)} from stock).`,
  "buffer-none": (r) =>
    `No buffer beyond the expected demand is needed: ${percent(r.target)} is reached without.`,
  "fraction-tuned": (r) =>
    `Costs alone would serve ${percent(r.theory)} of what can be asked for; orders over the last ${quantity(r.windows)} windows of its class would have cost least at ${percent(r.fraction)}, which counts instead.`,
  "level-cut": (r) =>
    r.history !== undefined
      ? `Reorder point limited to ${quantity(r.reorderPoint)} (computed ${quantity(r.wanted)}): the history is ${counted(quantity(r.history), "day", "days")} long, and by its mean and spread ${counted(quantity(r.days), "day", "days")} of lead time and review need no more. Please check what is expected.`
      : `Reorder point limited to ${quantity(r.reorderPoint)} (computed ${quantity(r.wanted)}): ${r.giant === undefined ? "" : `apart from a single demand of ${quantity(r.giant)} `}never more than ${quantity(r.largest)} were used in ${counted(quantity(r.days), "day", "days")}. Please check the history.`,
  "level-once": (r) =>
    `Asked for a single time, ${quantity(r.largest)}: no more than that is kept (computed ${quantity(r.wanted)}) until it is asked for again.`,
  "level-at-maximum": (r) =>
    `${percent(r.target)} would need a reorder point of ${quantity(r.wanted)}; the maximum stock ${quantity(r.maximumStock)} limits it.`,
  "levels-given": (r) =>
    `Reorder point ${quantity(r.reorderPoint)} and maximum stock ${quantity(r.orderUpTo)} are those of the master data.`,
  position: (r) =>
    `On hand ${quantity(r.onHand)}, on order ${quantity(r.onOrder)}, backorders ${quantity(r.backorders)}.`,
  "lot-economic": (r) => `Economic lot ${quantity(r.lot)}.`,
  "rule-minimum": (r) =>
    `Minimum order ${quantity(r.minimumOrder)} instead of the need of ${quantity(r.need)}.`,
  "rule-pack": (r) => `Rounded to full packs of ${quantity(r.packSize)}.`,
  "rule-maximum": (r) => `Limited by the maximum stock of ${quantity(r.maximumStock)}.`,
  "rule-shelf-life": (r) =>
    `Limited by the shelf life of ${counted(quantity(r.shelfLifeDays), "day", "days")}.`,
  "conflict-maximum": () =>
    "The smallest allowed quantity does not fit below the maximum stock: check minimum order, pack size or maximum.",
  "conflict-shelf-life": () =>
    "The smallest allowed quantity is not used up before it expires: settle the quantity with the supplier.",
  "conflict-phase-out": (r) =>
    `On the item's last day (${date(r.on)}) ${quantity(r.quantity)} of it are expected to be left: negotiate a smaller quantity or cover the rest of the demand in another way.`,
  sum: (r) =>
    `Sum: demand ${quantity(r.demand)} ${upTo(r)} ${less(r.position)} ${signed(r.rounding)} ${r.limited === true ? "limit" : r.kept === true ? "rounding and keeping" : "rounding"} = ${quantity(r.quantity)}.`,
  "sum-levels": (r) =>
    `Sum: up to ${quantity(r.orderUpTo)} ${less(r.position)} ${signed(r.rounding)} rounding = ${quantity(r.quantity)}.`,
  "budget-cut": (r) =>
    `Budget: ${quantity(r.quantity)} instead of ${quantity(r.wanted)}; expected service ${percent(r.service)} instead of ${percent(r.serviceWanted)}.`,
  "large-order": (r) =>
    `This order alone is ${percent(r.share)} of the value of all orders of the plan (${money(r.amount, r.currency)} of ${money(r.plan, r.currency)}), more than ${percent(r.largest)}: check quantity and price before it goes out.`,
  "next-smaller": (r) => `Next smaller quantity ${quantity(r.quantity)}: ${alternative(r)}.`,
  "next-larger": (r) => `Next larger quantity ${quantity(r.quantity)}: ${alternative(r)}.`,
  "next-price-break": (r) => `Next price break from ${quantity(r.quantity)}: ${alternative(r)}.`,
  "joins-order": (r) =>
    `Goes along with the order to ${r.supplier || "this supplier"} ${counted(quantity(r.days), "day", "days")} early: that costs ${money(r.holdingCost, r.currency)} of holding and saves ${money(r.saves, r.currency)} of an order of its own.`,
  "quantity-frozen": (r) =>
    `Frozen window: the last run's quantity ${quantity(r.quantity)} stays (computed anew: ${quantity(r.fresh)}), the service keeps within its target's tolerance.`,
  "quantity-steady": (r) =>
    r.fresh === 0
      ? `The last run's order of ${quantity(r.quantity)} stays: by today's figures it is due a little later, and waiting would save less than the change costs.`
      : `Quantity ${quantity(r.quantity)} of the last run kept (computed anew: ${quantity(r.fresh)}): a change would gain less than it costs.`,
  "levels-kept": (r) =>
    `Reorder point ${quantity(r.reorderPoint)} of the last run kept: a change would gain next to nothing.`,
  "comes-after-end": (r) =>
    `What is ordered now would come only on ${date(r.on)}, after the item's last day (${date(r.last)}): nothing more is ordered for it.`,
  "phase-out": (r) =>
    `Phased out${r.on === undefined ? "" : ` from ${date(r.on)}`}: only demand up to then is covered.`,
  "takes-over": (r) => `Takes over the demand of ${r.item} from ${date(r.from)} on.`,
  successor: (r) => `Successor ${r.successor} takes over from ${date(r.from)}.`,
  "requirements-only": () => "Only known requirements count (planning: requirements).",
  "overdue-orders": (r) =>
    `${counted(quantity(r.orders), "open order", "open orders")} overdue; receipt is taken to be on ${date(r.expected)}.`,
  "lead-time-observed": (r) =>
    `Lead time ${counted(quantity(r.master), "day", "days")} in the ERP, in fact ${quantity(r.observed)}: the observed deliveries are used.`,
  "lead-time-outlier": (r) =>
    r.count === 1
      ? `A single delivery took ${counted(quantity(r.days), "day", "days")}: as an outlier it counts with ${counted(quantity(r.used), "day", "days")}.`
      : `${quantity(r.count)}${r.of === undefined ? "" : ` of ${quantity(r.of)}`} deliveries took up to ${counted(quantity(r.days), "day", "days")}: as outliers they count with ${counted(quantity(r.used), "day", "days")}.`,
  "decision-accept": (r) =>
    `Accepted already${r.quantity === undefined ? "" : ` (${quantity(r.quantity)})`}: counts as ordered.`,
  "decision-change": (r) => `Accepted with the changed quantity ${quantity(r.quantity)}: counts as ordered.`,
  "decision-ordered": (r) =>
    `Ordered already${r.quantity === undefined ? "" : ` (${quantity(r.quantity)})`}.`,
  "decision-reject": () => "Rejected by the buyer: goes into no order.",
};
