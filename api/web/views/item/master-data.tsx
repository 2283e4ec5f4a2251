import type { VNode } from "preact";
import { number, say, t, value } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Fact } from "../../parts/fact.tsx";
import { Table } from "../../parts/table.tsx";
import type { ItemView } from "../../shapes.ts";
import { itemWords } from "../../words/item.ts";

/** Master data of the item: who, what class, how much there is, and the ERP's parameters old and new. */
export function MasterData({ view }: { readonly view: ItemView }): VNode {
  const { group, owner, supplier, abc, xyz, coverDays, suggestion, parameters } = view;
  return (
    <Card title={t(itemWords.master)}>
      <dl class="facts">
        {group !== undefined && <Fact name={t(itemWords.group)}>{group}</Fact>}
        {owner !== undefined && <Fact name={t(itemWords.owner)}>{owner}</Fact>}
        {supplier !== undefined && <Fact name={t(itemWords.supplier)}>{supplier}</Fact>}
        <Fact name={t(itemWords.classes)}>{`${abc}${xyz} · ${value(view.class)}`}</Fact>
        {coverDays !== undefined && (
          <Fact name={t(itemWords.cover)}>{say(itemWords.days, { days: number(coverDays) })}</Fact>
        )}
        {suggestion !== null && <Stock of={suggestion} />}
      </dl>
      {view.demandBasis === "purchase" && <p class="note">{t(itemWords.basisPurchase)}</p>}
      {parameters !== null && <Parameters of={parameters} />}
    </Card>
  );
}

const Stock = ({ of }: { readonly of: NonNullable<ItemView["suggestion"]> }): VNode => (
  <>
    <Fact name={t(itemWords.onHand)}>{number(of.onHand)}</Fact>
    <Fact name={t(itemWords.onOrder)}>{number(of.onOrder)}</Fact>
    {of.backorders > 0 && <Fact name={t(itemWords.backorders)}>{number(of.backorders)}</Fact>}
  </>
);

function Parameters({ of }: { readonly of: NonNullable<ItemView["parameters"]> }): VNode {
  const rows = [
    ["reorderPoint", of.reorderPointOld, of.reorderPointNew],
    ["orderUpTo", of.orderUpToOld, of.orderUpToNew],
    ["safetyStock", of.safetyStockOld, of.safetyStockNew],
    ["leadTime", of.leadTimeDaysOld, of.leadTimeDaysNew],
  ] as const;
  return (
    <Table
      caption={t(itemWords.parameters)}
      heads={["", [t(itemWords.parameterOld), "n"], [t(itemWords.parameterNew), "n"]]}
    >
      {rows.map(([name, old, fresh]) => (
        <tr key={name}>
          <th scope="row">{t(itemWords[name])}</th>
          <td class="n">{number(old)}</td>
          <td class="n">{number(fresh)}</td>
        </tr>
      ))}
    </Table>
  );
}
