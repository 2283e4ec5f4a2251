import { defined } from "../../defined.ts";
import { clean, decimalsOf, roundDown, roundUp, stepOf, times } from "./rounding.ts";

/** What an order must keep to. Quantities in base units; absent: no such rule. */
export interface QuantityRules {
  readonly minimumOrder?: number;
  readonly packSize?: number;
  /** Base units in one purchase unit: an order is a whole number of these. */
  readonly unitsPerPurchaseUnit?: number;
  readonly maximumStock?: number;
  /** Stock and order together that are used up before they expire. */
  readonly usableStock?: number;
  readonly whole: boolean;
  /** Share of a pack that a need may exceed without another pack. */
  readonly tolerance: number;
}

/** What is ordered for a need, in base units, and which rules made it so. */
export interface OrderQuantity {
  readonly quantity: number;
  /** Rules that changed the need, in the order in which they applied. */
  readonly applied: readonly ("minimum" | "pack" | "maximum" | "shelf-life")[];
  /** A rule that could not be kept beside the others. */
  readonly conflict?: "maximum" | "shelf-life";
}

/** Multiple that an order must be of; several rules: their least common one within a thousand packs. */
export function packOf(rules: QuantityRules): number | undefined {
  const pack = positive(rules.packSize);
  const unit = positive(rules.unitsPerPurchaseUnit);
  if (pack === undefined || unit === undefined) return pack ?? unit;
  for (let k = 1; k <= 1000; k++) {
    const multiple = times(k, pack);
    const units = multiple / unit;
    if (Math.abs(units - Math.round(units)) < 1e-9 * Math.max(1, units)) return multiple;
  }
  return pack;
}

const positive = (x: number | undefined) => (x !== undefined && x > 0 ? x : undefined);

/**
 * Quantity to order for a need, rules in this order: minimum order, packs, then maximum stock and shelf life. Those
 * round down to the packs that fit; where not even the smallest order fits beside the stock, nothing is ordered yet;
 * where it never could (it exceeds the limit by itself), the limit loses. Both are reported as `conflict`. Without
 * need nothing is ordered, whatever the minimum.
 * @example orderQuantity(137, 0, { minimumOrder: 50, packSize: 24, whole: true, tolerance: 0 }).quantity // 144
 * @example orderQuantity(30, 0, { minimumOrder: 50, packSize: 24, whole: true, tolerance: 0 }).quantity // 72
 */
export function orderQuantity(need: number, position: number, rules: QuantityRules): OrderQuantity {
  if (!(need > 1e-9 * Math.max(1, Math.abs(position)))) return { quantity: 0, applied: [] };
  const applied: OrderQuantity["applied"][number][] = [];
  const minimum = positive(rules.minimumOrder) ?? 0;
  const pack = packOf(rules);
  const wanted = Math.max(need, minimum);
  if (minimum > need) applied.push("minimum");
  const step = pack ?? stepOf(wanted, rules.whole && decimalsOf(minimum) === 0);
  // the tolerance spares another pack, never the only one
  let quantity = Math.max(step, roundUp(wanted, step, rules.tolerance));
  if (pack !== undefined && Math.abs(quantity - wanted) > 1e-9 * wanted) applied.push("pack");
  let conflict: OrderQuantity["conflict"];
  const limits = [
    ["maximum", rules.maximumStock],
    ["shelf-life", rules.usableStock],
  ] as const;
  const smallest = roundUp(Math.max(minimum, step), step);
  for (const [rule, limit] of limits) {
    if (limit === undefined || quantity <= (limit - position) * (1 + 1e-12)) continue;
    const fitting = roundDown(Math.max(0, limit - position), step);
    applied.push(rule);
    if (fitting >= smallest) quantity = fitting;
    else {
      quantity = position < limit && smallest > limit ? Math.min(quantity, smallest) : 0;
      conflict = rule;
    }
  }
  return { quantity: clean(quantity), applied, ...defined({ conflict }) };
}
