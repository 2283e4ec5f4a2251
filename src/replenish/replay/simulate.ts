import { clean } from "../lots/rounding.ts";

/** An item as the replay sees it. Times are steps (buckets or days), quantities base units. */
export interface ReplayItem {
  readonly item: string;
  /** Demand of every step of the axis, the future of the replay included. */
  readonly demand: Float64Array;
  /** Steps from order to receipt: an order of step t serves demand from step t + leadSteps on. */
  readonly leadSteps: number;
  readonly unitCost: number;
  /** Holding cost of one unit for one step. */
  readonly holdingPerStep: number;
  readonly orderCost: number;
  /** Cost of one unit short, once. */
  readonly shortCost: number;
  /** Cost of one unit waiting for one step. */
  readonly waitingPerStep: number;
  readonly minimumOrder?: number;
  readonly packSize?: number;
  readonly maximumStock?: number;
  readonly reorderPoint?: number;
  readonly whole: boolean;
}

export interface ReplaySpan {
  /** First step: the empty shop is filled. */
  readonly start: number;
  /** First step that counts. */
  readonly count: number;
  /** Step after the last one. */
  readonly end: number;
  readonly reviewSteps: number;
}

export interface StockState {
  readonly onHand: number;
  readonly onOrder: number;
  readonly backorders: number;
}

/** A way of ordering: told when a review begins, then asked item by item. */
export interface ReplayPolicy {
  readonly name: string;
  review?(step: number): void | Promise<void>;
  /** Quantity to order now, already in allowed lots. */
  order(item: number, step: number, state: StockState): number;
  /** Level that the last order aimed at: how much the plan moves between reviews is measured on it. */
  level?(item: number): number;
}

/** What one policy did with one item in the counted steps. */
export interface ItemRun {
  demand: number;
  served: number;
  /** Sum over steps of stock at the end of the step. */
  stock: number;
  backorderSteps: number;
  orders: number;
  ordered: number;
  cycles: number;
  cyclesServed: number;
  levelMoves: number;
  levelSize: number;
}

export interface PolicyRun {
  readonly name: string;
  readonly items: readonly ItemRun[];
  /** Stock value at the end of each counted step. */
  readonly stockValue: Float64Array;
  /** Value of goods received in each counted step. */
  readonly purchases: Float64Array;
  /** Reviews at which anything was ordered. */
  readonly orders: number;
}

const emptyRun = (): ItemRun => ({
  demand: 0,
  served: 0,
  stock: 0,
  backorderSteps: 0,
  orders: 0,
  ordered: 0,
  cycles: 0,
  cyclesServed: 0,
  levelMoves: 0,
  levelSize: 0,
});

/** Stock of one item while it is replayed. */
interface StockedItem {
  onHand: number;
  onOrder: number;
  backorders: number;
  /** Receipts by step less the first one. */
  readonly due: Float64Array;
  /** True when the running cycle has been short. */
  short: boolean;
  lastLevel: number;
}

/**
 * Lives the steps again with one policy: receipts, review on review steps, demand, count. The first order of an item
 * arrives at once; what cannot be served waits and is served first.
 */
export async function simulate(
  items: readonly ReplayItem[],
  span: ReplaySpan,
  policy: ReplayPolicy,
): Promise<PolicyRun> {
  const counted = span.end - span.count;
  const runs = items.map(emptyRun);
  const stockValue = new Float64Array(counted);
  const purchases = new Float64Array(counted);
  const shelves = items.map(
    ({ leadSteps }): StockedItem => ({
      onHand: 0,
      onOrder: 0,
      backorders: 0,
      due: new Float64Array(span.end - span.start + leadSteps + 1),
      short: false,
      lastLevel: Number.NaN,
    }),
  );
  let orders = 0;
  for (let step = span.start; step < span.end; step++) {
    const isReview = (step - span.start) % span.reviewSteps === 0;
    if (isReview) await policy.review?.(step);
    let orderedNow = false;
    for (let k = 0; k < items.length; k++) {
      const counts = step >= span.count;
      const shelf = shelves[k];
      const run = runs[k];
      const { leadSteps, unitCost, demand } = items[k];
      const arrived = receive(shelf, step - span.start, counts ? run : undefined);
      if (counts) purchases[step - span.count] += arrived * unitCost;
      if (isReview) {
        const quantity = policy.order(k, step, shelf);
        if (quantity > 0) {
          const first = step === span.start;
          shelf.due[step - span.start + (first ? 0 : leadSteps)] += quantity;
          shelf.onOrder += quantity;
          if (first || leadSteps === 0) receive(shelf, step - span.start, undefined);
          if (counts) {
            run.orders++;
            run.ordered += quantity;
            orderedNow = true;
          }
        }
        if (counts && policy.level !== undefined) follow(shelf, run, policy.level(k));
      }
      sell(shelf, demand[step], counts ? run : undefined);
      if (counts) stockValue[step - span.count] += shelf.onHand * unitCost;
    }
    if (orderedNow) orders++;
  }
  for (let k = 0; k < items.length; k++) closeCycle(shelves[k], runs[k]);
  return { name: policy.name, items: runs, stockValue, purchases, orders };
}

function receive(shelf: StockedItem, at: number, run: ItemRun | undefined): number {
  const quantity = shelf.due[at];
  if (quantity === 0) return 0;
  shelf.due[at] = 0;
  shelf.onOrder = clean(shelf.onOrder - quantity);
  const owed = Math.min(shelf.backorders, quantity);
  shelf.backorders = clean(shelf.backorders - owed);
  shelf.onHand = clean(shelf.onHand + quantity - owed);
  if (run !== undefined) closeCycle(shelf, run);
  return quantity;
}

/** A cycle lasts from receipt to receipt; the last one to the end of the replay. */
function closeCycle(shelf: StockedItem, run: ItemRun): void {
  run.cycles++;
  if (!shelf.short) run.cyclesServed++;
  shelf.short = false;
}

function sell(shelf: StockedItem, wanted: number, run: ItemRun | undefined): void {
  const served = Math.min(wanted, shelf.onHand);
  if (wanted > 0) {
    shelf.onHand = clean(shelf.onHand - served);
    shelf.backorders = clean(shelf.backorders + wanted - served);
  }
  if (served < wanted * (1 - 1e-12)) shelf.short = true;
  if (run === undefined) return;
  run.demand += wanted;
  run.served += served;
  run.stock += shelf.onHand;
  run.backorderSteps += shelf.backorders;
}

function follow(shelf: StockedItem, run: ItemRun, level: number): void {
  if (!Number.isNaN(shelf.lastLevel)) {
    run.levelMoves += Math.abs(level - shelf.lastLevel);
    run.levelSize += Math.max(Math.abs(level), Math.abs(shelf.lastLevel));
  }
  shelf.lastLevel = level;
}
