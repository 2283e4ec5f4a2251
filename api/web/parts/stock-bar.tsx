import type { VNode } from "preact";
import { number, say } from "../language.ts";
import type { Line } from "../shapes.ts";
import { ordersWords } from "../words/orders.ts";

/** The parts of a stock bar, each as a share of its width; a tick at the levels of the policy. */
interface StockShares {
  /** What is on the shelf, less what is promised already. */
  readonly there: number;
  /** That and what is on its way. */
  readonly coming: number;
  readonly reorder: number;
  readonly full: number;
}

/** What of a line its stock bar shows. */
type Stocked = Pick<Line, "onHand" | "onOrder" | "backorders" | "reorderPoint" | "orderUpTo" | "unit">;

/** Shares of a bar that ends at the highest of stock and levels; undefined where all of them are 0. */
export function stockShares({
  onHand,
  onOrder,
  backorders,
  reorderPoint,
  orderUpTo,
}: Stocked): StockShares | undefined {
  const there = Math.max(0, onHand - backorders);
  const coming = Math.max(0, onHand + onOrder - backorders);
  const end = Math.max(coming, reorderPoint, orderUpTo);
  if (!(end > 0)) return undefined;
  return { there: there / end, coming: coming / end, reorder: reorderPoint / end, full: orderUpTo / end };
}

/** Size of the drawing; the style sheet says how large it is shown. */
const [width, height] = [72, 10];

/** What is there (filled) and on its way (framed) against the levels to order at and to fill up to, in little room. */
export function StockBar({ of }: { readonly of: Stocked }): VNode | null {
  const shares = stockShares(of);
  if (shares === undefined) return null;
  const { there, coming, reorder, full } = shares;
  const x = (share: number): number => Math.round(share * (width - 2)) + 1;
  const { onHand, onOrder, reorderPoint, orderUpTo, unit = "" } = of;
  const values = {
    onHand: number(onHand),
    onOrder: number(onOrder),
    reorderPoint: number(reorderPoint),
    orderUpTo: number(orderUpTo),
    unit,
  };
  return (
    <span class="stock-bar" title={say(ordersWords.stockBar, values)}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" x="0.5" y="2.5" width={width - 1} height="5" />
        {coming > there && (
          <rect class="coming" x={x(there)} y="3" width={Math.max(1, x(coming) - x(there))} height="4" />
        )}
        {there > 0 && <rect class="there" x="1" y="3" width={Math.max(1, x(there) - 1)} height="4" />}
        <path
          class={coming < reorder ? "level below" : "level"}
          d={`M${x(reorder)} 0v${height}`}
          vector-effect="non-scaling-stroke"
        />
        {full > reorder && (
          <path class="level full" d={`M${x(full)} 1v${height - 2}`} vector-effect="non-scaling-stroke" />
        )}
      </svg>
    </span>
  );
}
