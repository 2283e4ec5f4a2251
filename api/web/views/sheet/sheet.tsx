import type { VNode } from "preact";
import { words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { date, lang, money, number, t } from "../../language.ts";
import { Empty, Waiting } from "../../parts/states.tsx";
import { type Head, WideTable } from "../../parts/table.tsx";
import {
  linesToOrder,
  orderedAmount,
  orderedQuantity,
  sumByCurrency,
  type WorkLine,
} from "../../session/work-line.ts";
import { useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";

const column = (name: keyof words.Language["columns"]): string => words.wordsOf(lang()).columns[name];

const Back = (): VNode => <a href={linkTo({ view: "orders" })} class="no-print">{`← ${t.item.toList}`}</a>;

/** One supplier's order as a sheet of paper. */
export function OrderSheet({ session, address: { of: supplier = "" } }: ViewProps): VNode {
  const work = useStore(session.work);
  const basket = useStore(session.baskets).get(supplier);
  const asOf = useStore(session.plans).shown?.asOf ?? undefined;
  const lines = linesToOrder(work.lines, supplier);
  if (work.state === "loading" || lines.length === 0)
    return (
      <>
        <Back />
        {work.state === "loading" ? (
          <Waiting />
        ) : (
          <Empty title={t.orders.nothing} text={t.orders.nothingText} />
        )}
      </>
    );
  const facts = [
    basket?.name === undefined ? "" : `${column("supplier")} ${supplier}`,
    basket === undefined ? "" : `${column("orderDate")} ${date(basket.orderDate)}`,
    asOf === undefined ? "" : `${t.frame.asOf} ${date(asOf)}`,
  ];
  return (
    <article class="sheet">
      <div class="row between no-print">
        <Back />
        <button type="button" class="main" onClick={() => window.print()}>
          {t.orders.print}
        </button>
      </div>
      <h1>{`${t.orders.sheet}: ${basket?.name ?? supplier}`}</h1>
      <p>{facts.filter((text) => text !== "").join(" · ")}</p>
      <Lines lines={lines} />
    </article>
  );
}

function Lines({ lines }: { readonly lines: readonly WorkLine[] }): VNode {
  const heads: readonly Head[] = [
    column("supplierItem"),
    column("item"),
    column("name"),
    [column("quantity"), "n"],
    column("unit"),
    column("receiptBy"),
    [column("unitPrice"), "n"],
    [column("amount"), "n"],
  ];
  const sums = sumByCurrency(lines, orderedAmount).map(([currency, sum]) => (
    <tr key={currency}>
      <td colSpan={heads.length - 1} />
      <td class="n">
        <strong>{money(sum, currency)}</strong>
      </td>
    </tr>
  ));
  return (
    <WideTable label={t.orders.sheet} heads={heads} foot={sums}>
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
    </WideTable>
  );
}
