import type { VNode } from "preact";
import { number, say, t, value } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Detail, Fact, Figures } from "../../parts/fact.tsx";
import { Table } from "../../parts/table.tsx";
import type { ItemView } from "../../shapes.ts";

/** Master data of the item: who, what class, how much there is, and the ERP's parameters old and new. */
export function MasterData({ view }: { readonly view: ItemView }): VNode {
  const { group, owner, supplier, abc, xyz, coverDays, suggestion, parameters } = view;
  return (
    <Card title={t.item.master}>
      <dl class="facts">
        {group !== undefined && <Detail name={t.item.group}>{group}</Detail>}
        {owner !== undefined && <Detail name={t.item.owner}>{owner}</Detail>}
        {supplier !== undefined && <Detail name={t.item.supplier}>{supplier}</Detail>}
        <Fact name={t.item.classes} about="classes">{`${abc}${xyz} · ${value(view.class)}`}</Fact>
        {coverDays !== undefined && (
          <Fact name={t.item.cover} about="cover">
            {say(t.item.days, { days: number(coverDays) })}
          </Fact>
        )}
        {suggestion !== null && <Stock of={suggestion} />}
      </dl>
      {view.demandBasis === "purchase" && <p class="note">{t.item.basisPurchase}</p>}
      {parameters !== null && <Parameters of={parameters} />}
    </Card>
  );
}

const Stock = ({ of }: { readonly of: NonNullable<ItemView["suggestion"]> }): VNode => (
  <Figures
    of={[
      [t.item.onHand, "onHand", number(of.onHand)],
      [t.item.onOrder, "onOrder", number(of.onOrder)],
      ...(of.backorders > 0 ? [[t.item.backorders, "backorders", number(of.backorders)] as const] : []),
    ]}
  />
);

function Parameters({ of }: { readonly of: NonNullable<ItemView["parameters"]> }): VNode {
  const rows = [
    ["reorderPoint", of.reorderPointOld, of.reorderPointNew],
    ["orderUpTo", of.orderUpToOld, of.orderUpToNew],
    ["safetyStock", of.safetyStockOld, of.safetyStockNew],
    ["leadTime", of.leadTimeDaysOld, of.leadTimeDaysNew],
  ] as const;
  return (
    <Table caption={t.item.parameters} heads={["", [t.item.parameterOld, "n"], [t.item.parameterNew, "n"]]}>
      {rows.map(([name, old, fresh]) => (
        <tr key={name}>
          <th scope="row">{t.item[name]}</th>
          <td class="n">{number(old)}</td>
          <td class="n">{number(fresh)}</td>
        </tr>
      ))}
    </Table>
  );
}
