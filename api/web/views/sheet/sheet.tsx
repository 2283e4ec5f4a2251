import type { VNode } from "preact";
import { words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { date, lang, money, number, t } from "../../language.ts";
import { Empty, Waiting } from "../../parts/states.tsx";
import { orderedAmount, orderedQuantity, sumByCurrency } from "../../session/work-list.ts";
import { useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { itemWords } from "../../words/item.ts";
import { orderWords } from "../../words/orders.ts";
import { linesToOrder } from "../orders/save-orders.ts";

/** One supplier's order as a sheet of paper. */
export function OrderSheet({ session, address }: ViewProps): VNode {
  const work = useStore(session.work);
  const basket = useStore(session.baskets).get(address.of ?? "");
  const plan = useStore(session.plans).shown;
  const lines = linesToOrder(work.lines, address.of);
  const c = words.columnWords;
  const back = <a href={linkTo({ view: "orders" })} class="no-print">{`← ${t(itemWords.toList)}`}</a>;
  if (work.state === "loading")
    return (
      <>
        {back}
        <Waiting />
      </>
    );
  if (lines.length === 0)
    return (
      <>
        {back}
        <Empty title={t(orderWords.nothing)} text={t(orderWords.nothingText)} />
      </>
    );
  const names = [
    "supplierItem",
    "item",
    "name",
    "quantity",
    "unit",
    "receiptBy",
    "unitPrice",
    "amount",
  ] as const;
  const numeric = new Set<string>(["quantity", "unitPrice", "amount"]);
  return (
    <article class="sheet">
      <div class="row between no-print">
        {back}
        <button type="button" onClick={() => window.print()} class="main">
          {t(orderWords.print)}
        </button>
      </div>
      <h1>{`${t(orderWords.sheet)}: ${basket?.name ?? address.of}`}</h1>
      <p>
        {[
          basket?.name === undefined ? "" : `${c.supplier[lang()]} ${address.of}`,
          basket === undefined ? "" : `${c.orderDate[lang()]} ${date(basket.orderDate)}`,
          plan?.asOf == null ? "" : `${words.pageWords.asOf[lang()]} ${date(plan.asOf)}`,
        ]
          .filter((text) => text !== "")
          .join(" · ")}
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label={t(orderWords.sheet)}>
        <table>
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col" class={numeric.has(name) ? "n" : ""}>
                  {c[name][lang()]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.item}>
                <td>{line.supplierItem ?? ""}</td>
                <td>{line.item}</td>
                <td>{line.name ?? ""}</td>
                <td class="n">
                  <strong>{number(orderedQuantity(line))}</strong>
                </td>
                <td>{line.unit ?? ""}</td>
                <td>{date(line.receiptBy)}</td>
                <td class="n">
                  {line.unitPrice === undefined ? "" : words.unitPrice(line.unitPrice, line.currency, lang())}
                </td>
                <td class="n">{money(orderedAmount(line), line.currency)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {sumByCurrency(lines, orderedAmount).map(([currency, sum]) => (
              <tr key={currency}>
                <td colSpan={7} />
                <td class="n">
                  <strong>{money(sum, currency)}</strong>
                </td>
              </tr>
            ))}
          </tfoot>
        </table>
      </div>
    </article>
  );
}
