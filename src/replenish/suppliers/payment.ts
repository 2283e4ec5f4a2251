import type { Supplier } from "../../item.ts";

/** A payment; `day` is a day number, `share` of the order's value. */
interface Payment {
  readonly day: number;
  readonly share: number;
}

/** Yearly yield from which taking the discount beats paying later. */
const discountWorth = 0.1;

/** Yield per year of paying early. @example discountYield(2, 10, 30) // 0.367 */
function discountYield(percent: number, discountDays: number, paymentDays: number): number {
  const days = paymentDays - discountDays;
  return days > 0 ? (percent / (100 - percent)) * (360 / days) : Number.POSITIVE_INFINITY;
}

/**
 * When an order is paid: a deposit on ordering, the rest after goods receipt at the end of the payment term, or
 * within the discount days where the discount is worth it. Net of value-added tax.
 * @param ordered day of the order; undefined when its deposit was paid before
 */
export function paymentsOf(
  supplier: Supplier | undefined,
  ordered: number | undefined,
  received: number,
): Payment[] {
  const deposit = Math.min(1, Math.max(0, (supplier?.depositPercent ?? 0) / 100));
  const term = Math.max(0, supplier?.paymentDays ?? 0);
  const percent = supplier?.discountPercent ?? 0;
  const discountDays = supplier?.discountDays ?? 0;
  const early = percent > 0 && percent < 100 && discountYield(percent, discountDays, term) >= discountWorth;
  const payments: Payment[] = [];
  if (deposit > 0 && ordered !== undefined) payments.push({ day: ordered, share: deposit });
  const rest = (1 - deposit) * (early ? 1 - percent / 100 : 1);
  if (rest > 0) payments.push({ day: received + (early ? discountDays : term), share: rest });
  return payments;
}
