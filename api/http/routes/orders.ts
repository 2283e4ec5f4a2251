import { z } from "@hono/zod-openapi";
import {
  amountOfParts,
  ascending,
  defined,
  lineAmount,
  type OrderPart,
  orderFrom,
  partsOf,
  type SourceOffer,
} from "../../../src/index.ts";
import { type OrderRow, orderStateOf, orderStates } from "../../store/decisions.ts";
import type { Store } from "../../store/index.ts";
import { jsonAnswer, type Route, read } from "../route.ts";
import { cursor, lang, limit } from "../schemas/common.ts";
import { type OrderView, orders } from "../schemas/decisions.ts";
import { partsSoFar } from "./decided-parts.ts";
import { decisionView } from "./judged-decision.ts";

interface Suggested {
  readonly quantity: number;
  readonly supplier?: string;
  readonly supplierItem?: string;
  readonly name?: string;
  readonly unit?: string;
  readonly unitPrice?: number;
  readonly currency?: string;
  readonly orderBy?: string;
  readonly receiptBy: string;
  readonly split?: readonly OrderPart[];
  readonly sources?: readonly SourceOffer[];
}

/** What is known of an order, as the source delivers it that it was moved to; one that is no source any more has no price. */
function orderedOf({ suggestion, supplier, quantity }: OrderRow): Partial<Suggested> {
  const suggested = JSON.parse(suggestion ?? "{}") as Suggested;
  const order = orderFrom(suggested, supplier, quantity);
  if (supplier === null || order.supplier === supplier) return order;
  const { name, unit, orderBy } = suggested;
  return { supplier, ...defined({ name, unit, orderBy }) };
}

/** Names of the suppliers of a plan; those it orders from, where it was made before it kept the others'. */
async function supplierNames(store: Store, plan: number): Promise<ReadonlyMap<string, string>> {
  const named = async (kind: string): Promise<[string, string][]> =>
    (await store.results.list(plan, kind, -1, 10_000, {})).flatMap(({ json }) => {
      const { supplier, name } = JSON.parse(json) as { supplier: string; name?: string };
      return name === undefined ? [] : [[supplier, name]];
    });
  const all = await named("suppliers");
  return new Map(all.length > 0 ? all : await named("baskets"));
}

function orderView(row: OrderRow, names: ReadonlyMap<string, string> | undefined): OrderView {
  const { action, parts: _, ...rest } = decisionView(row, row.planId);
  const { supplier, supplierItem, name, unit, unitPrice, currency, ...days } = orderedOf(row);
  const { orderBy, receiptBy, split } = days;
  const parts = split === undefined || row.quantity === null ? null : partsOf(split, row.quantity);
  const soFar = row.quantity === null ? [] : partsSoFar({ split, quantity: row.quantity, before: row });
  return {
    ...rest,
    state: orderStateOf(action) ?? "accepted",
    supplier: supplier ?? null,
    supplierName: names?.get(supplier ?? "") ?? null,
    supplierItem: supplierItem ?? null,
    name: name ?? null,
    unit: unit ?? null,
    unitPrice: unitPrice ?? null,
    amount:
      (parts === null ? undefined : amountOfParts(parts)) ??
      (unitPrice === undefined || row.quantity === null ? null : lineAmount(unitPrice, row.quantity)),
    currency: currency ?? null,
    orderBy: orderBy ?? null,
    receiptBy: receiptBy ?? null,
    split: parts,
    ...(soFar.length === 0 ? {} : { parts: soFar }),
  };
}

/** True for an order of a supplier, and for one that it shares with others. */
const isOf = ({ supplier, split }: OrderView, name: string): boolean =>
  supplier === name || (split ?? []).some((part) => part.supplier === name);

const list = read({
  method: "get",
  path: "/v1/orders",
  policy: "read",
  summary:
    "What was accepted or ordered and not withdrawn, whatever plans came after, each page by supplier; with approval=all also what awaits approval.",
  query: z.strictObject({
    state: z.enum(orderStates).optional(),
    supplier: z.string().max(200).optional(),
    approval: z.enum(["approved", "all"]).optional(),
    cursor: cursor.optional(),
    limit: limit.optional(),
    lang,
  }),
  answers: { 200: { description: "orders", content: { "application/json": orders } } },
  async handle({
    services: { store },
    caller,
    query: { state, supplier, approval = "approved", cursor: after = 0, limit: most = 1000 },
  }) {
    const rows = await store.decisions.orders(caller.tenant, after, most + 1, state);
    const page = rows.slice(0, most);
    const names = new Map<number, ReadonlyMap<string, string>>();
    for (const { plan } of page) if (!names.has(plan)) names.set(plan, await supplierNames(store, plan));
    const items = page
      .map((row) => orderView(row, names.get(row.plan)))
      .filter((one) => approval === "all" || one.approval !== "awaiting")
      .filter((one) => supplier === undefined || isOf(one, supplier))
      .sort((a, b) => ascending(a.supplier ?? "", b.supplier ?? "") || ascending(a.item, b.item));
    return jsonAnswer(200, { items, next: rows.length > most ? String(page.at(-1)?.seq) : null });
  },
});

export const orderRoutes: readonly Route[] = [list];
