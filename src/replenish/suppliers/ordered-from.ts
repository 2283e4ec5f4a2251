import type { Item } from "../../item.ts";

/** Key of what goes into one order: supplier and currency; undefined where no supplier is known. */
export const orderedFrom = ({
  supplier,
  currency = "",
}: Pick<Item, "supplier" | "currency">): string | undefined =>
  supplier === undefined ? undefined : `${supplier}\u0000${currency}`;
