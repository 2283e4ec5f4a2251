import type { VNode } from "preact";
import { number, say, value } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Detail, Fact, Figures } from "../../parts/fact.tsx";
import { Table } from "../../parts/table.tsx";
import type { ItemView } from "../../shapes.ts";
import { itemWords } from "../../words/item.ts";

interface MasterDataProps {
  readonly view: ItemView;
  readonly supplierName: string | undefined;
}

/** Days that stock has to last: as the suggestion reckoned them, else by the master data. */
function coverOf({ suggestion, coverDays }: ItemView): number | undefined {
  const cover = suggestion?.reasons.find((reason) => reason.code === "cover-demand");
  return cover === undefined ? coverDays : cover.leadDays + cover.reviewDays;
}

/** Master data of the item: who, what class, how much there is, and the ERP's parameters old and new. */
export function MasterData({ view, supplierName }: MasterDataProps): VNode {
  const { group, owner, supplier, abc, xyz, suggestion, parameters } = view;
  const coverDays = coverOf(view);
  return (
    <Card title={itemWords.master}>
      <dl class="facts">
        {group !== undefined && <Detail name={itemWords.group}>{group}</Detail>}
        {owner !== undefined && <Detail name={itemWords.owner}>{owner}</Detail>}
        {supplier !== undefined && (
          <Detail name={itemWords.supplier}>
            {supplierName === undefined || supplierName === supplier
              ? supplier
              : `${supplierName} (${supplier})`}
          </Detail>
        )}
        <Fact name={itemWords.classes} about="classes">{`${abc}${xyz} · ${value(view.class)}`}</Fact>
        {coverDays !== undefined && (
          <Fact name={itemWords.cover} about="cover">
            {say(itemWords.days, { days: number(coverDays) })}
          </Fact>
        )}
        {suggestion !== null && <Stock of={suggestion} />}
      </dl>
      {view.demandBasis === "purchase" && <p class="note">{itemWords.basisPurchase}</p>}
      {parameters !== null && <Parameters of={parameters} />}
    </Card>
  );
}

const Stock = ({ of }: { readonly of: NonNullable<ItemView["suggestion"]> }): VNode => (
  <Figures
    of={[
      [itemWords.onHand, "onHand", number(of.onHand)],
      [itemWords.onOrder, "onOrder", number(of.onOrder)],
      ...(of.backorders > 0 ? [[itemWords.backorders, "backorders", number(of.backorders)] as const] : []),
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
    <Table
      caption={itemWords.parameters}
      heads={["", [itemWords.parameterOld, "n"], [itemWords.parameterNew, "n"]]}
    >
      {rows.map(([name, old, fresh]) => (
        <tr key={name}>
          <th scope="row">{itemWords[name]}</th>
          <td class="n">{number(old)}</td>
          <td class="n">{number(fresh)}</td>
        </tr>
      ))}
    </Table>
  );
}
