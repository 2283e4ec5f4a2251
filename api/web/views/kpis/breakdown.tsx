import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import { linkTo } from "../../address.ts";
import { money, say, whole } from "../../language.ts";
import { WideTable } from "../../parts/table.tsx";
import type { Session } from "../../session/session.ts";
import { useStore } from "../../store.ts";
import { kpisWords } from "../../words/kpis.ts";
import { ordersWords } from "../../words/orders.ts";
import { type Part, type PartsBy, partsBy, partsOf, sumOfParts } from "./parts-of.ts";

/** So many parts have a row of their own. */
const mostRows = 15;

/** What the plan suggests, and what is missing, by supplier, group or owner. */
export function Breakdown({ session }: { readonly session: Session }): VNode | null {
  const { lines } = useStore(session.work);
  const names = useStore(session.supplierNames);
  const [by, setBy] = useState<PartsBy>("supplier");
  const parts = useMemo(() => partsOf(lines, by), [lines, by]);
  const kinds = partsBy.filter((one) => one === "supplier" || lines.some((line) => line[one] !== undefined));
  const [shown, rest] = [parts.slice(0, mostRows), parts.slice(mostRows)];
  const most = Math.max(...parts.map(({ sums }) => sums[0]?.[1] ?? 0));
  const nameOf = (name: string): string =>
    name === "" ? ordersWords.none : by === "supplier" ? (names.get(name) ?? name) : name;
  if (parts.length === 0) return null;
  return (
    <section class="card">
      <h2>{kpisWords.parts}</h2>
      <p class="muted">{kpisWords.partsText}</p>
      <div class="segments" role="group" aria-label={kpisWords.parts}>
        {kinds.map((kind) => (
          <button type="button" key={kind} aria-pressed={kind === by} onClick={() => setBy(kind)}>
            {ordersWords[kind]}
          </button>
        ))}
      </div>
      <WideTable
        class="parts"
        label={`${kpisWords.parts}: ${ordersWords[by]}`}
        heads={[
          ordersWords[by],
          kpisWords.share,
          [ordersWords.total, "n"],
          [kpisWords.partLines, "n"],
          [ordersWords.shortages, "n"],
          [ordersWords.decided, "n"],
        ]}
        foot={<Row part={sumOfParts(parts)} most={0} name={ordersWords.sum} />}
      >
        {shown.map((part) => (
          <Row
            key={part.name}
            part={part}
            most={most}
            name={
              <a href={linkTo({ view: "orders", settings: { [by]: part.name || "-" } })}>
                {nameOf(part.name)}
              </a>
            }
          />
        ))}
        {rest.length > 0 && (
          <Row
            part={sumOfParts(rest)}
            most={most}
            name={say(kpisWords.otherParts, { count: whole(rest.length) })}
          />
        )}
      </WideTable>
    </section>
  );
}

interface RowProps {
  readonly part: Part;
  readonly most: number;
  readonly name: VNode | string;
}

/** A part with its money, as a bar against the largest one and as a number. */
const Row = ({ part: { sums, lines, shortages, decided }, most, name }: RowProps): VNode => {
  const [first] = sums;
  const share = most > 0 && sums.length === 1 && first !== undefined ? Math.min(1, first[1] / most) : 0;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span class="part-bar" style={{ width: `${(100 * share).toFixed(1)}%` }} />
      </td>
      <td class="n">
        {sums.map(([currency, sum]) => money(sum, currency || undefined, 0)).join(" + ") || "–"}
      </td>
      <td class="n" data-l={kpisWords.partLines}>
        {whole(lines)}
      </td>
      <td class="n" data-l={ordersWords.shortages}>
        {whole(shortages)}
      </td>
      <td class="n" data-l={ordersWords.decided}>
        {whole(decided)}
      </td>
    </tr>
  );
};
