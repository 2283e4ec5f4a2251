import type { VNode } from "preact";
import { orderableFrom } from "../../../src/index.ts";
import { date, money, say } from "../language.ts";
import { Select } from "../parts/select.tsx";
import type { Line } from "../shapes.ts";
import { decisionsWords } from "../words/decisions.ts";
import { sourcesWords } from "../words/sources.ts";

interface OrderFromProps {
  /** As it was suggested. */
  readonly line: Line;
  /** The supplier that it was moved to; "" as suggested. */
  readonly supplier: string;
  readonly nameOf: (supplier: string) => string | undefined;
  readonly choose: (supplier: string) => void;
}

/** The suppliers that a line can be ordered from instead of as suggested. */
const othersOf = (line: Line) =>
  orderableFrom(line).filter(({ chosen }) => !chosen || line.split !== undefined);

/** From whom a line is ordered, where there is a choice. */
export function OrderFrom({ line, supplier, nameOf, choose }: OrderFromProps): VNode | null {
  const others = othersOf(line);
  if (others.length === 0) return null;
  const named = (id = ""): string => nameOf(id) ?? (id === "" ? sourcesWords.noName : id);
  const usual =
    line.split === undefined
      ? say(decisionsWords.asSuggested, { supplier: named(line.supplier) })
      : decisionsWords.shared;
  const options = others.map(({ supplier: id = "", unitPrice, currency, receiptBy = line.receiptBy }) => {
    const offer = { supplier: named(id), price: money(unitPrice, currency), on: date(receiptBy) };
    return [id, say(decisionsWords.offered, offer)] as const;
  });
  return (
    <Select
      label={decisionsWords.orderFrom}
      value={supplier}
      options={[["", usual], ...options]}
      choose={choose}
    />
  );
}
