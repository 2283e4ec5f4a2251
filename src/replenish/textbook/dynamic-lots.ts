/** Orders by period, and what ordering and holding them costs. */
export interface LotPlan {
  readonly orders: Float64Array;
  readonly cost: number;
}

/** Holding cost of one order in `from` that serves all demand before `to`. */
function holdingOf(demand: readonly number[], from: number, to: number, holding: number): number {
  let cost = 0;
  for (let t = from; t < to; t++) cost += holding * (t - from) * demand[t];
  return cost;
}

/** Least-cost lots for known demand (Wagner & Whitin 1958); of equal plans the one that orders later last. */
export function wagnerWhitin(demand: readonly number[], orderCost: number, holding: number): LotPlan {
  const n = demand.length;
  const best = new Float64Array(n + 1);
  const next = new Int32Array(n);
  for (let from = n - 1; from >= 0; from--) {
    best[from] = Number.POSITIVE_INFINITY;
    for (let to = from + 1; to <= n; to++) {
      const cost = orderCost + holdingOf(demand, from, to, holding) + best[to];
      if (cost < best[from] - 1e-12) {
        best[from] = cost;
        next[from] = to;
      }
    }
  }
  const orders = new Float64Array(n);
  for (let from = 0; from < n; from = next[from]) {
    for (let t = from; t < next[from]; t++) orders[from] += demand[t];
  }
  return { orders, cost: best[0] };
}

/** Lots that grow as long as the mean cost per period falls (Silver & Meal 1973). */
export function silverMeal(demand: readonly number[], orderCost: number, holding: number): LotPlan {
  const orders = new Float64Array(demand.length);
  let cost = 0;
  for (let from = 0; from < demand.length; ) {
    let to = from + 1;
    let mean = orderCost;
    while (to < demand.length) {
      const longer = (orderCost + holdingOf(demand, from, to + 1, holding)) / (to + 1 - from);
      if (longer > mean) break;
      mean = longer;
      to++;
    }
    for (let t = from; t < to; t++) orders[from] += demand[t];
    cost += orderCost + holdingOf(demand, from, to, holding);
    from = to;
  }
  return { orders, cost };
}
