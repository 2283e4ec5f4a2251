import type { VNode } from "preact";
import { ascending, lineAmount, stakeOf, words } from "../../../../src/index.ts";
import { money, say, whole } from "../../language.ts";
import { type FigureName, Help } from "../../parts/help.tsx";
import { orderedAmount, type WorkLine } from "../../session/work-line.ts";
import type { Line } from "../../shapes.ts";
import { ordersWords } from "../../words/orders.ts";

const sumsOf = ({ sums }: Tally): string =>
  sums.size === 0
    ? words.noNumber
    : [...sums]
        .sort(([a], [b]) => ascending(a, b))
        .map(([currency, x]) => money(x, currency === "" ? undefined : currency, 0))
        .join(" + ");

const count = (of: Tally): string => say(ordersWords.lines, { count: whole(of.count) });

/** What an ERP with min/max would order of a line, in money. */
const asIsAmount = ({ asIs, unitPrice }: Line): number | undefined =>
  unitPrice === undefined ? undefined : lineAmount(unitPrice, asIs?.quantity ?? 0);

interface SumProps {
  readonly about: FigureName;
  readonly label: string;
  readonly value: string;
  /** What stands beside it, as far as there is room. */
  readonly more: readonly string[];
}

const Sum = ({ about, label, value, more }: SumProps): VNode => (
  <div>
    <dt>
      {label}
      <Help name={label} about={about} />
    </dt>
    <dd title={[value, ...more].filter((text) => text !== words.noNumber).join(" · ")}>
      {value !== words.noNumber && <span>{value}</span>}
      {more.map((text) => (
        <span key={text} class="muted small">
          {text}
        </span>
      ))}
    </dd>
  </div>
);

/** Lines of one sort with their money by currency. */
interface Tally {
  count: number;
  readonly sums: Map<string, number>;
}

/** The lines of a plan in sorts, found in one pass: a list of thousands is summed after every decision. */
function talliesOf(lines: readonly WorkLine[]) {
  const [ordered, asIs, shortage, accepted] = Array.from(
    { length: 4 },
    (): Tally => ({ count: 0, sums: new Map() }),
  );
  const add = (to: Tally, { currency = "" }: Line, amount: number | undefined): void => {
    to.count++;
    if (amount !== undefined) to.sums.set(currency, (to.sums.get(currency) ?? 0) + amount);
  };
  const suppliers = new Set<string>();
  const counts = { doubt: 0, blocked: 0, rejected: 0 };
  for (const line of lines) {
    const { kind, decided, suggested = line } = line;
    const { quantity, amount, supplier = "" } = suggested;
    if (quantity > 0) {
      add(ordered, suggested, amount);
      suppliers.add(supplier);
    }
    if ((line.asIs?.quantity ?? 0) > 0) add(asIs, suggested, asIsAmount(suggested));
    if (decided?.action === "reject") counts.rejected++;
    else if (decided !== undefined) add(accepted, line, orderedAmount(line));
    else if (kind === "shortage") add(shortage, line, stakeOf(line));
    else if (kind !== "plain") counts[kind]++;
  }
  return { ordered, asIs, shortage, accepted, suppliers: suppliers.size, ...counts };
}

/** What the whole plan suggests, what min/max would, what to look at first, and what is decided. */
export function OrderTotals({ lines }: { readonly lines: readonly WorkLine[] }): VNode {
  const { ordered, asIs, shortage, accepted, suppliers, doubt, blocked, rejected } = talliesOf(lines);
  const from = say(ordersWords.suppliers, { count: whole(suppliers) });
  const refused = rejected === 0 ? [] : [say(ordersWords.rejected, { count: whole(rejected) })];
  return (
    <dl class="facts sums">
      <Sum about="total" label={ordersWords.total} value={sumsOf(ordered)} more={[count(ordered), from]} />
      <Sum about="minMax" label={ordersWords.minMax} value={sumsOf(asIs)} more={[count(asIs)]} />
      <Sum
        about="shortages"
        label={`${ordersWords.shortages} · ${sumsOf(shortage)}`}
        value={whole(shortage.count)}
        more={[say(ordersWords.questions, { count: whole(doubt), blocked: whole(blocked) })]}
      />
      <Sum
        about="decided"
        label={ordersWords.decided}
        value={sumsOf(accepted)}
        more={[count(accepted), ...refused]}
      />
    </dl>
  );
}
