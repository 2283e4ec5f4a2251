import { amountOfParts, lineAmount, orderFrom, type PlanOptions, partsOf } from "../../../src/index.ts";
import type { Records } from "../../store/index.ts";
import type { SuggestedOrder } from "../../store/results.ts";
import type { Settings } from "../../store/settings.ts";

/** What has to be approved: orders above a value, counted with what else of their supplier is accepted without approval. */
export interface ApprovalLimit {
  /** True where this quantity has to be approved; else it counts along from now on. */
  isAbove(key: string, quantity: number, suggested: SuggestedOrder | undefined): boolean;
  /** What is ordered or withdrawn counts no longer. */
  forget(key: string): void;
}

/** So many accepted orders are read at a time. */
const atOnce = 1000;

/** Value of an order in the firm's currency; undefined where price or rate are not known. */
function worthOf({ config }: Settings, quantity: number, suggested: SuggestedOrder | undefined) {
  const { unitPrice, currency, split } = suggested ?? {};
  const { currency: own = null, rates = {} } = config as Partial<Pick<PlanOptions, "currency" | "rates">>;
  const parts = split === undefined ? undefined : amountOfParts(partsOf(split, quantity));
  const value = parts ?? (unitPrice === undefined ? undefined : lineAmount(unitPrice, quantity));
  const rate = currency === undefined || own === null || currency === own ? 1 : rates[currency];
  return value === undefined || rate === undefined ? undefined : value * rate;
}

/**
 * The limit of a tenant with what counts towards it; undefined where it has none. An order without a known value is
 * above every limit.
 */
export async function approvalLimit(
  { settings, decisions }: Records,
  tenant: string,
): Promise<ApprovalLimit | undefined> {
  const standing = await settings.get(tenant);
  const { approveAbove } = standing;
  if (approveAbove === undefined) return undefined;
  const counted = new Map<string, { readonly supplier: string; readonly value: number }>();
  const isAbove: ApprovalLimit["isAbove"] = (key, quantity, suggested) => {
    const supplier = suggested?.supplier ?? "";
    const value = worthOf(standing, quantity, suggested);
    counted.delete(key);
    if (value === undefined) return true;
    const others = [...counted.values()].filter((one) => one.supplier === supplier);
    if (others.reduce((sum, one) => sum + one.value, value) > approveAbove) return true;
    counted.set(key, { supplier, value });
    return false;
  };
  for (const state of ["accepted", "saved"] as const)
    for (let after = -1, more = true; more; ) {
      const rows = await decisions.orders(tenant, after, atOnce, state);
      for (const { plan, item, quantity, suggestion, approval, supplier: to } of rows) {
        const suggested = orderFrom(JSON.parse(suggestion ?? "{}") as SuggestedOrder, to, quantity);
        const value = worthOf(standing, quantity ?? 0, suggested);
        if (approval === null && value !== undefined)
          counted.set(`${plan} ${item}`, { supplier: suggested.supplier ?? "", value });
      }
      more = rows.length === atOnce;
      after = rows.at(-1)?.seq ?? after;
    }
  return { isAbove, forget: (key) => void counted.delete(key) };
}
