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
  /** Share of the demand short that is lost; absent: all of it waits. */
  readonly lostShare?: number;
  readonly minimumOrder?: number;
  readonly packSize?: number;
  readonly maximumStock?: number;
  readonly reorderPoint?: number;
  readonly whole: boolean;
}

/** Steps of a replay (buckets or days), numbered from the first one of the demand. */
export interface ReplaySpan {
  /** First step: the empty shop is filled. */
  readonly start: number;
  /** First step that counts. */
  readonly count: number;
  /** Step after the last one. */
  readonly end: number;
  readonly reviewSteps: number;
}

/** Stock of an item as a policy sees it, in base units. */
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
  /** Demand that found the shelf empty and never came back. */
  lost: number;
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

/** What one policy did in the counted steps. Money in the currency of the items. */
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
  lost: 0,
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
  /** Level that the order before aimed at; NaN before the first one. */
  lastLevel: number;
}

const emptyStock = ({ leadSteps }: ReplayItem, { start, end }: ReplaySpan): StockedItem => ({
  onHand: 0,
  onOrder: 0,
  backorders: 0,
  due: new Float64Array(end - start + leadSteps + 1),
  short: false,
  lastLevel: Number.NaN,
});

/** A replay on its way: the stock of every item, and what the counted steps have brought. */
interface Course {
  readonly items: readonly ReplayItem[];
  readonly span: ReplaySpan;
  readonly policy: ReplayPolicy;
  readonly stock: readonly StockedItem[];
  readonly runs: readonly ItemRun[];
  readonly stockValue: Float64Array;
  readonly purchases: Float64Array;
}

/**
 * Lives the steps again with one policy: receipts, review on review steps, demand, count. The first order of an item
 * arrives at once; what cannot be served waits and is served first, or is lost by its share.
 */
export async function simulate(
  items: readonly ReplayItem[],
  span: ReplaySpan,
  policy: ReplayPolicy,
): Promise<PolicyRun> {
  const counted = span.end - span.count;
  const runs = items.map(emptyRun);
  const stock = items.map((item) => emptyStock(item, span));
  const [stockValue, purchases] = [new Float64Array(counted), new Float64Array(counted)];
  const course = { items, span, policy, stock, runs, stockValue, purchases };
  let orders = 0;
  for (let step = span.start; step < span.end; step++) {
    const isReview = (step - span.start) % span.reviewSteps === 0;
    if (isReview) await policy.review?.(step);
    let isOrdered = false;
    for (let k = 0; k < items.length; k++) isOrdered = live(course, k, step, isReview) || isOrdered;
    if (isOrdered) orders++;
  }
  for (const [k, one] of stock.entries()) closeCycle(one, runs[k]);
  return { name: policy.name, items: runs, stockValue, purchases, orders };
}

/** One step of one item; true where it ordered in a step that counts. */
function live(course: Course, k: number, step: number, isReview: boolean): boolean {
  const { items, span, stockValue, purchases } = course;
  const { unitCost, demand, lostShare = 0 } = items[k];
  const stock = course.stock[k];
  const run = step >= span.count ? course.runs[k] : undefined;
  const arrived = receive(stock, step - span.start, run);
  if (run !== undefined) purchases[step - span.count] += arrived * unitCost;
  const isOrdered = isReview && review(course, k, step, run);
  sell(stock, demand[step], lostShare, run);
  if (run !== undefined) stockValue[step - span.count] += stock.onHand * unitCost;
  return isOrdered && run !== undefined;
}

/** Asks the policy, and places what it orders; true where it orders anything. */
function review(course: Course, k: number, step: number, run: ItemRun | undefined): boolean {
  const { items, span, policy } = course;
  const { leadSteps } = items[k];
  const stock = course.stock[k];
  const quantity = policy.order(k, step, stock);
  if (quantity > 0) {
    const at = step - span.start;
    const arrivesAtOnce = at === 0 || leadSteps === 0;
    stock.due[at + (arrivesAtOnce ? 0 : leadSteps)] += quantity;
    stock.onOrder += quantity;
    if (arrivesAtOnce) receive(stock, at, undefined);
    if (run !== undefined) {
      run.orders++;
      run.ordered += quantity;
    }
  }
  if (run !== undefined && policy.level !== undefined) follow(stock, run, policy.level(k));
  return quantity > 0;
}

/** Takes in what is due and serves what waits; quantity that arrived. */
function receive(stock: StockedItem, at: number, run: ItemRun | undefined): number {
  const quantity = stock.due[at];
  if (quantity === 0) return 0;
  stock.due[at] = 0;
  stock.onOrder = clean(stock.onOrder - quantity);
  const owed = Math.min(stock.backorders, quantity);
  stock.backorders = clean(stock.backorders - owed);
  stock.onHand = clean(stock.onHand + quantity - owed);
  if (run !== undefined) closeCycle(stock, run);
  return quantity;
}

/** A cycle lasts from receipt to receipt; the last one to the end of the replay. */
function closeCycle(stock: StockedItem, run: ItemRun): void {
  run.cycles++;
  if (!stock.short) run.cyclesServed++;
  stock.short = false;
}

/** Serves what is wanted; what finds the shelf empty is lost by its share, the rest waits. */
function sell(stock: StockedItem, wanted: number, lostShare: number, run: ItemRun | undefined): void {
  const served = Math.min(wanted, stock.onHand);
  const lost = lostShare * (wanted - served);
  if (wanted > 0) {
    stock.onHand = clean(stock.onHand - served);
    stock.backorders = clean(stock.backorders + wanted - served - lost);
  }
  if (served < wanted * (1 - 1e-12)) stock.short = true;
  if (run === undefined) return;
  run.demand += wanted;
  run.served += served;
  run.lost += lost;
  run.stock += stock.onHand;
  run.backorderSteps += stock.backorders;
}

/** Counts how far the level moved since the review before. */
function follow(stock: StockedItem, run: ItemRun, level: number): void {
  if (!Number.isNaN(stock.lastLevel)) {
    run.levelMoves += Math.abs(level - stock.lastLevel);
    run.levelSize += Math.max(Math.abs(level), Math.abs(stock.lastLevel));
  }
  stock.lastLevel = level;
}
