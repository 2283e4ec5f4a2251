import { isoDate } from "../../../src/calendar/date.ts";
import type { IsoDate } from "../../../src/order.ts";
import type { DemandPattern } from "./article.ts";
import { firstExportDay, lastDay, monthOf, monthStart, overlapDay, supplierClosures } from "./days.ts";
import type { EventKind } from "./events.ts";
import type { Movement } from "./movements.ts";
import type { Oddity, Shop } from "./shop.ts";
import { closingSupplier, lateSupplier, suppliers } from "./suppliers.ts";

/** What is known of the example because it was made: nothing of it stands in the files. */
export interface Truth {
  readonly asOf: IsoDate;
  readonly bucket: "month";
  readonly lines: {
    readonly firstExport: number;
    readonly secondExport: number;
    readonly inBoth: number;
    readonly merged: number;
  };
  /** Items without an entry had no event: whatever is flagged there is a false alarm. */
  readonly events: readonly {
    readonly item: string;
    readonly kind: EventKind;
    readonly at: IsoDate;
    readonly to?: IsoDate;
    readonly size: number;
  }[];
  readonly oddities: readonly {
    readonly item: string;
    readonly what: Oddity;
    readonly onHand: number | null;
  }[];
  readonly successions: readonly { readonly item: string; readonly successor: string }[];
  readonly suppliers: readonly {
    readonly supplier: string;
    readonly masterDays: number;
    readonly trueMeanDays: number;
    readonly variation: number;
    readonly late?: true;
    readonly closures?: readonly { readonly from: IsoDate; readonly to: IsoDate }[];
  }[];
  /** Parameters of demand, and net consumption a month from `start` on, the last month to as-of only. */
  readonly items: readonly (DemandPattern & {
    readonly item: string;
    readonly start: IsoDate | null;
    readonly net: readonly number[];
  })[];
}

/** Consumption less what was cancelled or given back, in the month of the consumption. */
function netOf(own: readonly Movement[]): { start: IsoDate | null; net: number[] } {
  const issueDay = new Map(
    own.filter(({ kind }) => kind === "Verbrauch").map(({ document, day }) => [document, day]),
  );
  const demand = own.filter(
    ({ kind }) => kind === "Verbrauch" || kind === "Storno Verbrauch" || kind === "Rückgabe",
  );
  if (demand.length === 0) return { start: null, net: [] };
  const start = monthOf(demand[0].day);
  const tenths = new Array<number>(monthOf(lastDay) - start + 1).fill(0);
  for (const { document, quantity, day } of demand) {
    const month = monthOf(quantity > 0 ? day : issueDay.get(document)!);
    tenths[month - start] += Math.round(quantity * 10);
  }
  return { start: isoDate(monthStart(start)), net: tenths.map((value) => value / 10) };
}

export function truthOf(shop: Shop): Truth {
  const first = shop.movements.filter(({ day, bookedLate }) => day <= firstExportDay && bookedLate !== true);
  const second = shop.movements.filter(({ day }) => day >= overlapDay);
  const movementsOf = Map.groupBy(shop.movements, ({ item }) => item);
  const inBoth = first.filter(({ day }) => day >= overlapDay).length;
  return {
    asOf: isoDate(lastDay),
    bucket: "month",
    lines: {
      firstExport: first.length,
      secondExport: second.length,
      inBoth,
      merged: first.length + second.length - inBoth,
    },
    events: shop.items.flatMap(({ events }) =>
      events.map(({ item, kind, from, to, size }) => {
        return { item, kind, at: isoDate(from), ...(to === undefined ? {} : { to: isoDate(to) }), size };
      }),
    ),
    oddities: shop.items.flatMap(({ article, oddities, onHand }) =>
      oddities.map((what) => ({ item: article.item, what, onHand: onHand ?? null })),
    ),
    successions: shop.items.flatMap(({ article, successor }) =>
      successor === undefined ? [] : [{ item: article.item, successor }],
    ),
    suppliers: suppliers.map(({ supplier, masterDays, trueDays, variation }) => {
      const closures = supplierClosures.map(({ from, to }) => ({ from: isoDate(from), to: isoDate(to) }));
      return {
        supplier,
        masterDays,
        trueMeanDays: trueDays,
        variation,
        ...(supplier === lateSupplier ? { late: true as const } : {}),
        ...(supplier === closingSupplier ? { closures } : {}),
      };
    }),
    items: shop.items.map((item) => ({
      item: item.article.item,
      ...item.article.pattern,
      ...netOf(movementsOf.get(item.article.item) ?? []),
    })),
  };
}

/** JSON with one line an entry of each list: small, and a change shows as changed lines. */
export function truthJson(truth: Truth): string {
  const round = (_: string, value: unknown) =>
    typeof value === "number" ? Math.round(value * 10_000) / 10_000 : value;
  const entries = Object.entries(truth).map(([name, value]) => {
    const list = Array.isArray(value) ? value : undefined;
    const body =
      list === undefined
        ? JSON.stringify(value)
        : `[\n${list.map((entry) => `  ${JSON.stringify(entry, round)}`).join(",\n")}\n]`;
    return `"${name}": ${body}`;
  });
  return `{\n${entries.join(",\n")}\n}\n`;
}
