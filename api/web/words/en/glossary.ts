/** What every figure of the page means, in one or two sentences, by its name. */
export const glossary = {
  total:
    "Everything that the plan suggests to order, at the prices of the files. Nothing of it is ordered yet.",
  minMax: "What the reorder points and maximum stocks in your files would order on the same day.",
  shortages:
    "Lines whose goods are expected to be missing before an order of today can arrive; with what they would cost.",
  decided: "What was accepted or changed in this plan, and how many lines were rejected.",
  orderBy:
    "The last day on which an order still arrives in time for the target. At once: in one case of twenty goods are missing before they come.",
  receiptBy: "The day on which the goods are needed: order day plus lead time, on an open day.",
  safeUntil:
    "Until then stock and open orders last in 19 of 20 cases, without a new order. On average they last longer.",
  service:
    "Share of demand that is expected to be served from stock until the next order arrives, with this suggestion.",
  classes:
    "A, B, C: share of the item in the value of all demand. X, Y, Z: how evenly it is used. Then the kind of demand.",
  cover: "Lead time plus the time until the next chance to order: so long the stock has to last.",
  onHand: "Stock on the shelf on the day of the stock count in your files.",
  onOrder: "Ordered already and not received yet.",
  backorders: "Promised to customers or production and not delivered yet.",
  reorderPoint: "When stock plus open orders fall below this, something is ordered.",
  orderUpTo: "The stock that an order fills up to, open orders included.",
  safetyStock: "The part of the reorder point that lies above the expected demand, for surprises.",
  leadTimeDays: "Calendar days from the order to the goods on the shelf.",
  model: "How the forecast is made: usually several methods averaged by how well they did.",
  wape: "How far forecasts were off on average, as a share of demand, over the lead time. Smaller is better.",
  bias: "Above zero the forecasts were too high on average, below zero too low.",
  fva: "Points by which the forecast is better than simply taking last year's values.",
  coverage: "In how many cases the demand lay inside the 90% range. Near 90% is right.",
  effectAmount: "Quantity times unit price.",
  effectStock: "Stock, open orders and this quantity together.",
  effectLasts: "With this quantity the stock lasts until then if demand is as expected.",
  effectSafe: "With this quantity the stock lasts until then in 19 of 20 cases.",
  effectCovered: "How likely nothing is missing before the delivery after this one could arrive.",
  asOf: "The last day whose order lines count. Today in the plan is the later of it and the stock date.",
  quantity: "The suggestion in whole packs, above the minimum order.",
  amount: "Quantity times unit price, in the currency of the files.",
};
