import {
  levelPolicy,
  negativeBinomialQuantile,
  normalQuantile,
  type ReplayItem,
  type ReplayPolicy,
  type ReplaySpan,
} from "../../src/index.ts";

/** What the textbook policies know of an item at a review. */
interface Known {
  /** Level of simple exponential smoothing and standard deviation of its one-step errors. */
  readonly level: number;
  readonly sd: number;
  /** Overlapping sums over lead time and review, ascending. */
  readonly sums: Float64Array;
}

const smoothing = 0.1;

/** Simple exponential smoothing from the mean of the first year (or half), with its squared errors, step by step. */
function knownOf({ demand, leadSteps }: ReplayItem, step: number, reviewSteps: number): Known | undefined {
  let first = 0;
  while (first < step && demand[first] === 0) first++;
  if (first === step) return undefined;
  const warm = Math.max(1, Math.min(12, Math.floor(step / 2)));
  let level = 0;
  for (let t = 0; t < warm; t++) level += demand[t] / warm;
  let squares = 0;
  for (let t = warm; t < step; t++) {
    const error = demand[t] - level;
    squares += error * error;
    level += smoothing * error;
  }
  const length = leadSteps + reviewSteps;
  const count = Math.max(0, step - length + 1);
  const sums = new Float64Array(count);
  let sum = 0;
  for (let t = 0; t < step; t++) {
    sum += demand[t] - (t >= length ? demand[t - length] : 0);
    if (t >= length - 1) sums[t - length + 1] = sum;
  }
  sums.sort();
  return { level, sd: Math.sqrt(squares / Math.max(1, step - warm)), sums };
}

/** Order-up-to level of a textbook method for a probability of no stockout. */
const textbookLevels = {
  normal: ({ level, sd }: Known, length: number, target: number) =>
    level * length + normalQuantile(target) * sd * Math.sqrt(length),
  "negative-binomial": ({ level, sd }: Known, length: number, target: number) =>
    negativeBinomialQuantile(target, { mean: level * length, variance: Math.max(sd * sd, level) * length }),
  empirical: ({ sums }: Known, _: number, target: number) =>
    sums.length === 0 ? 0 : sums[Math.min(sums.length - 1, Math.ceil(target * sums.length - 1e-9) - 1)],
} as const;
export type TextbookMethod = keyof typeof textbookLevels;

export interface TextbookPolicy {
  readonly name: string;
  readonly method: TextbookMethod;
  /** Cycle target for all items; or a price of one unit short, from which each item's critical ratio follows. */
  readonly target?: number;
  readonly short?: number;
  readonly lots: "economic" | "each";
}

/** What is known at every review, made once for all textbook policies. */
export function knowledge(items: readonly ReplayItem[], span: ReplaySpan): (Known | undefined)[][] {
  const table: (Known | undefined)[][] = [];
  for (let step = span.start; step < span.end; step += span.reviewSteps) {
    table.push(items.map((item) => knownOf(item, step, span.reviewSteps)));
  }
  return table;
}

/** A textbook policy: order up to the level of its method, at least the economic quantity where asked for. */
export function textbookPolicy(
  items: readonly ReplayItem[],
  span: ReplaySpan,
  known: (Known | undefined)[][],
  policy: TextbookPolicy,
): ReplayPolicy {
  return levelPolicy(policy.name, items, (k, step) => {
    const state = known[(step - span.start) / span.reviewSteps][k];
    if (state === undefined) return { level: -1e-9, upTo: 0 };
    const item = items[k];
    const length = item.leadSteps + span.reviewSteps;
    const holding = item.holdingPerStep * span.reviewSteps;
    const target = policy.target ?? Math.min(0.9999, (policy.short ?? 0) / ((policy.short ?? 0) + holding));
    const sized = Math.max(0, textbookLevels[policy.method](state, length, Math.max(target, 1e-6)));
    const upTo = item.whole ? Math.ceil(sized - 1e-9) : sized;
    const economic = Math.sqrt((2 * item.orderCost * state.level) / item.holdingPerStep);
    const lot = policy.lots === "economic" ? (item.whole ? Math.max(1, Math.round(economic)) : economic) : 0;
    // ordered when below the level: with a lot, at least that much
    return {
      level: upTo - (item.whole ? 1 : 1e-9),
      upTo: policy.lots === "economic" ? upTo - 1 + Math.max(1, lot) : upTo,
    };
  });
}
