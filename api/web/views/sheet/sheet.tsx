import { Fragment, h } from "preact";
import { words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import type { Drawn } from "../../drawn.ts";
import { date, lang, money, number, t } from "../../language.ts";
import { button, empty, link, waiting } from "../../parts/basic.tsx";
import { orderedAmount, orderedQuantity, sumByCurrency } from "../../session/work-list.ts";
import { useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { itemWords } from "../../words/item.ts";
import { orderWords } from "../../words/orders.ts";
import { linesToOrder } from "../orders/save-orders.ts";

/** One supplier's order as a sheet of paper. */
export function OrderSheet({ session, address }: ViewProps): Drawn {
  const work = useStore(session.work);
  const basket = useStore(session.baskets).get(address.of ?? "");
  const plan = useStore(session.plans).shown;
  const lines = linesToOrder(work.lines, address.of);
  const c = words.columnWords;
  const back = link(linkTo({ view: "orders" }), `← ${t(itemWords.toList)}`, { class: "no-print" });
  if (work.state === "loading") return h(Fragment, {}, back, waiting());
  if (lines.length === 0)
    return h(Fragment, {}, back, empty(t(orderWords.nothing), t(orderWords.nothingText)));
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
  return h(
    "article",
    { class: "sheet" },
    h(
      "div",
      { class: "row between no-print" },
      back,
      button(t(orderWords.print), () => window.print(), { class: "main" }),
    ),
    h("h1", {}, `${t(orderWords.sheet)}: ${basket?.name ?? address.of}`),
    h(
      "p",
      {},
      [
        basket?.name === undefined ? "" : `${c.supplier[lang()]} ${address.of}`,
        basket === undefined ? "" : `${c.orderDate[lang()]} ${date(basket.orderDate)}`,
        plan?.asOf == null ? "" : `${words.pageWords.asOf[lang()]} ${date(plan.asOf)}`,
      ]
        .filter((text) => text !== "")
        .join(" · "),
    ),
    h(
      "div",
      { class: "scroll", tabIndex: 0, role: "region", "aria-label": t(orderWords.sheet) },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            names.map((name) =>
              h("th", { key: name, scope: "col", class: numeric.has(name) ? "n" : "" }, c[name][lang()]),
            ),
          ),
        ),
        h(
          "tbody",
          {},
          lines.map((line) =>
            h(
              "tr",
              { key: line.item },
              h("td", {}, line.supplierItem ?? ""),
              h("td", {}, line.item),
              h("td", {}, line.name ?? ""),
              h("td", { class: "n" }, h("strong", {}, number(orderedQuantity(line)))),
              h("td", {}, line.unit ?? ""),
              h("td", {}, date(line.receiptBy)),
              h(
                "td",
                { class: "n" },
                line.unitPrice === undefined ? "" : words.unitPrice(line.unitPrice, line.currency, lang()),
              ),
              h("td", { class: "n" }, money(orderedAmount(line), line.currency)),
            ),
          ),
        ),
        h(
          "tfoot",
          {},
          sumByCurrency(lines, orderedAmount).map(([currency, sum]) =>
            h(
              "tr",
              { key: currency },
              h("td", { colSpan: 7 }),
              h("td", { class: "n" }, h("strong", {}, money(sum, currency))),
            ),
          ),
        ),
      ),
    ),
  );
}
