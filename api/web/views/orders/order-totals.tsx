import type { VNode } from "preact";
import { type LineKind, stakeOf, words } from "../../../../src/index.ts";
import { money, say, whole } from "../../language.ts";
import { type FigureName, Help } from "../../parts/help.tsx";
import { orderedAmount, sumByCurrency, type WorkLine } from "../../session/work-line.ts";
import { ordersWords } from "../../words/orders.ts";

const sums = (found: readonly (readonly [string, number])[]): string =>
  found.length === 0
    ? words.noNumber
    : found.map(([currency, x]) => money(x, currency === "" ? undefined : currency, 0)).join(" + ");

const count = (of: readonly unknown[]): string => say(ordersWords.lines, { count: whole(of.length) });

/** What an ERP with min/max would order of a line, in money. */
const asIsAmount = ({ asIs, unitPrice }: WorkLine): number | undefined =>
  unitPrice === undefined ? undefined : unitPrice * (asIs?.quantity ?? 0);

interface SumProps {
  readonly about: FigureName;
  readonly label: string;
  readonly value: string;
  readonly more: string;
}

const Sum = ({ about, label, value, more }: SumProps): VNode => (
  <div>
    <dt>
      {label}
      <Help name={label} about={about} />
    </dt>
    <dd>
      {value !== words.noNumber && `${value} · `}
      <span class="muted small">{more}</span>
    </dd>
  </div>
);

/** What the whole plan suggests, what min/max would, what to look at first, and what is decided. */
export function OrderTotals({ lines }: { readonly lines: readonly WorkLine[] }): VNode {
  const ordered = lines.filter(({ quantity }) => quantity > 0);
  const suppliers = new Set(ordered.map(({ supplier }) => supplier ?? "")).size;
  const of = (kind: LineKind) => lines.filter((line) => line.kind === kind && line.decided === undefined);
  const shortages = of("shortage");
  const accepted = lines.filter(({ decided }) => decided !== undefined && decided.action !== "reject");
  const rejected = lines.filter(({ decided }) => decided?.action === "reject");
  const asIs = lines.filter((line) => (line.asIs?.quantity ?? 0) > 0);
  const from = say(ordersWords.suppliers, { count: whole(suppliers) });
  const refused =
    rejected.length === 0 ? "" : ` · ${say(ordersWords.rejected, { count: whole(rejected.length) })}`;
  return (
    <dl class="facts sums">
      <Sum
        about="total"
        label={ordersWords.total}
        value={sums(sumByCurrency(ordered, ({ amount }) => amount))}
        more={`${count(ordered)} · ${from}`}
      />
      <Sum
        about="minMax"
        label={ordersWords.minMax}
        value={sums(sumByCurrency(asIs, asIsAmount))}
        more={count(asIs)}
      />
      <Sum
        about="shortages"
        label={`${ordersWords.shortages} · ${sums(sumByCurrency(shortages, stakeOf))}`}
        value={whole(shortages.length)}
        more={say(ordersWords.questions, {
          count: whole(of("doubt").length),
          blocked: whole(of("blocked").length),
        })}
      />
      <Sum
        about="decided"
        label={ordersWords.decided}
        value={sums(sumByCurrency(accepted, orderedAmount))}
        more={count(accepted) + refused}
      />
    </dl>
  );
}
