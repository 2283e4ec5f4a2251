import type { Issue } from "../../../src/index.ts";
import type {
  Basket,
  CashWeek,
  ChangeLine,
  DecisionView,
  ForecastHistory,
  ItemLine,
  ItemMaster,
  ItemWhole,
  KpiGroups,
  Line,
  NewDecision,
  OpenOrder,
  OrderView,
  SignalLine,
  WhatIfAnswer,
} from "../shapes.ts";
import { type Http, withQuery } from "./http.ts";

interface NamedSupplier {
  readonly supplier: string;
  readonly name: string;
}

const plan = (id: string) => `/v1/plans/${encodeURIComponent(id)}`;

/** The results of a plan, and the decisions on them. */
export const resultRoutes = ({ ask, all, send }: Http) => ({
  lines: (id: string) => all<Line>(`${plan(id)}/suggestions`),
  async line(id: string, item: string): Promise<Line | undefined> {
    const path = withQuery(`${plan(id)}/suggestions`, { item });
    return (await ask<{ items: readonly Line[] }>(path)).items[0];
  },
  items: (id: string) => all<ItemLine>(`${plan(id)}/items`),
  /** The same without histories. */
  masters: (id: string) => all<ItemMaster>(`${plan(id)}/masters`),
  baskets: (id: string) => all<Basket>(`${plan(id)}/baskets`),
  suppliers: (id: string) => all<NamedSupplier>(`${plan(id)}/suppliers`),
  signals: (id: string) => all<SignalLine>(`${plan(id)}/signals`),
  cash: (id: string) => all<CashWeek>(`${plan(id)}/cash`),
  issues: (id: string) => all<Issue>(`${plan(id)}/issues`),
  changes: (id: string) => all<ChangeLine>(`${plan(id)}/changes`),
  openOrders: (id: string) => all<OpenOrder>(`${plan(id)}/open-orders`),
  kpis: (id: string) => ask<KpiGroups>(`${plan(id)}/kpis`),
  item: (id: string, item: string) => ask<ItemWhole>(`${plan(id)}/items/${encodeURIComponent(item)}`),
  itemIssues: async (id: string, item: string) =>
    (await ask<{ items: readonly Issue[] }>(withQuery(`${plan(id)}/issues`, { item }))).items,
  /** What each run said of each bucket of an item, runs oldest first. */
  forecasts: (item: string) => ask<ForecastHistory>(`/v1/items/${encodeURIComponent(item)}/history`),
  /** What would be suggested for an item with other values; `pool`: the plan whose learned pool is used. */
  async whatIf(line: object, pool: string): Promise<WhatIfAnswer> {
    const response = await send(withQuery("/v1/suggest", { pool }), {
      method: "POST",
      body: `${JSON.stringify(line)}\n`,
      headers: { "content-type": "application/x-ndjson", accept: "application/x-ndjson" },
    });
    const answer = JSON.parse((await response.text()).trim()) as WhatIfAnswer & {
      error?: { message: string };
    };
    if (answer.error !== undefined) throw new Error(answer.error.message);
    return answer;
  },
  /** Decides; `version` is that of the decision that was seen, 0 for none. Fails with 412 where another came between. */
  decide: (id: string, { item, ...decision }: NewDecision, version: number) =>
    ask<DecisionView>(`${plan(id)}/suggestions/${encodeURIComponent(item)}/decision`, {
      method: "POST",
      json: decision,
      headers: { "if-match": `"${version}"` },
    }),
  /** What was accepted, whatever plans came after, and not yet delivered. */
  orders: async (): Promise<OrderView[]> => {
    const lists = await Promise.all(
      ["accepted", "saved", "ordered"].map((state) =>
        all<OrderView>("/v1/orders", { state, approval: "all" }),
      ),
    );
    return lists.flat();
  },
  /** Approves orders as they were seen, all or none. */
  approve: (orders: readonly Pick<OrderView, "plan" | "item" | "version">[]) =>
    ask<{ items: readonly DecisionView[] }>("/v1/orders/approve", { method: "POST", json: { orders } }),
  /** Decides about many lines at once; each answer is the decision, or why it was not kept. */
  async decideAll(
    id: string,
    lines: readonly (NewDecision & { version: number })[],
  ): Promise<(DecisionView | { readonly error: { readonly code: string; readonly message: string } })[]> {
    const response = await send(`${plan(id)}/decisions`, {
      method: "POST",
      body: lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
      headers: { "content-type": "application/x-ndjson", accept: "application/x-ndjson" },
    });
    return (await response.text())
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  },
});
