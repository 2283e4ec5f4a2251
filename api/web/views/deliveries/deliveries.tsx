import type { VNode } from "preact";
import { linkTo } from "../../address.ts";
import { date, number, say, value, whole } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { Empty, Missing } from "../../parts/states.tsx";
import { type Head, WideTable } from "../../parts/table.tsx";
import { type Advice, byAdvice } from "../../session/deliveries.ts";
import type { Session } from "../../session/session.ts";
import type { OpenOrder } from "../../shapes.ts";
import { useFetched, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { deliveriesWords } from "../../words/deliveries.ts";
import { filesWords } from "../../words/files.ts";
import { itemWords } from "../../words/item.ts";
import { ordersWords } from "../../words/orders.ts";
import { reminder } from "./reminder.ts";

/** Orders under way by what is to be done about them, with one letter a supplier. */
export function Deliveries({ session }: ViewProps): VNode {
  const plan = useStore(session.plans).shown?.id ?? "";
  const found = useFetched(`deliveries ${plan}`, () => session.client.openOrders(plan));
  if (found.state !== "here") return <Missing of={found} />;
  const groups = byAdvice(found.value);
  return (
    <>
      <h1>{deliveriesWords.title}</h1>
      <p class="muted">{deliveriesWords.text}</p>
      {groups.length === 0 && (
        <Empty title={deliveriesWords.none} text={deliveriesWords.noneText}>
          <a href={linkTo({ view: "files" })}>{filesWords.title}</a>
        </Empty>
      )}
      {groups.map(([advice, rows]) => (
        <Group key={advice} session={session} advice={advice} rows={rows} />
      ))}
    </>
  );
}

interface GroupProps {
  readonly session: Session;
  readonly advice: Advice;
  readonly rows: readonly OpenOrder[];
}

/** Orders that ask for the same; those that can stay as they are lie folded. */
function Group({ session, advice, rows }: GroupProps): VNode {
  const title = `${deliveriesWords.groups[advice]} · ${whole(rows.length)}`;
  if (advice === "keep")
    return (
      <details class="card">
        <summary>{title}</summary>
        <p class="muted small">{deliveriesWords.meanings.keep}</p>
        <Rows session={session} label={title} rows={rows} />
      </details>
    );
  return (
    <section class="card" aria-label={title}>
      <h2>{title}</h2>
      <p class="muted small">{deliveriesWords.meanings[advice]}</p>
      <Letters session={session} advice={advice} rows={rows} />
      <Rows session={session} label={title} rows={rows} />
    </section>
  );
}

/** One letter to each supplier of a group, written by the reader's own mail program. */
function Letters({ session, advice, rows }: GroupProps): VNode {
  const names = useStore(session.supplierNames);
  const suppliers = [...Map.groupBy(rows, ({ supplier }) => supplier ?? "")].filter(([name]) => name !== "");
  return (
    <div class="row letters">
      {suppliers.map(([supplier, own]) => {
        const name = names.get(supplier) ?? supplier;
        return (
          <a key={supplier} class="button" href={reminder(name, advice, own)}>
            {say(deliveriesWords.write, { supplier: name, count: own.length })}
          </a>
        );
      })}
    </div>
  );
}

interface RowsProps {
  readonly session: Session;
  readonly label: string;
  readonly rows: readonly OpenOrder[];
}

function Rows({ session, label, rows }: RowsProps): VNode {
  const { lines } = useStore(session.work);
  const names = useStore(session.supplierNames);
  const byItem = new Map(lines.map((line) => [line.item, line]));
  const heads: readonly Head[] = [
    itemWords.order,
    ordersWords.item,
    ordersWords.supplier,
    itemWords.due,
    deliveriesWords.late,
    [itemWords.quantity, "n"],
    ordersWords.runsOut,
    itemWords.advice,
  ];
  return (
    <WideTable class="delivery-lines" label={label} heads={heads}>
      {rows.map(({ order = "–", item, supplier = "", due, overdueDays = 0, quantity, advice }, k) => {
        const line = byItem.get(item);
        const safe = line?.safeUntil ?? line?.runsOutOn;
        return (
          <tr key={k}>
            <td data-l={itemWords.order}>{order}</td>
            <td>
              <a href={linkTo({ view: "item", of: item })}>{item}</a> {line?.name ?? ""}
            </td>
            <td>{names.get(supplier) ?? supplier}</td>
            <td data-l={itemWords.due}>{date(due)}</td>
            <td data-l={deliveriesWords.late} class={overdueDays > 0 ? "bad" : ""}>
              {overdueDays > 0 ? say(itemWords.days, { days: whole(overdueDays) }) : ""}
            </td>
            <td class="n">{`${number(quantity)} ${line?.unit ?? ""}`}</td>
            <td data-l={ordersWords.runsOut}>{safe === undefined ? "" : date(safe)}</td>
            <td>
              <Chip kind={advice === "expedite" ? "shortage" : advice === "keep" ? "" : "warning"}>
                {value(advice)}
              </Chip>
            </td>
          </tr>
        );
      })}
    </WideTable>
  );
}
