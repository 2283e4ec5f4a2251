import type { VNode } from "preact";
import type { ReplayResult } from "../../../../src/index.ts";
import { date, money, percent, say, t, whole } from "../../language.ts";
import { Picture } from "../../parts/picture.tsx";
import { WideTable } from "../../parts/table.tsx";
import { frontierChart, policyName, stockLines, stockOverTime } from "./replay-charts.ts";

/** What our suggestions would have changed against today's parameters, in one sentence. */
function verdict({ policies }: ReplayResult): string {
  const of = (name: string) => policies.find(({ policy }) => policy === name);
  const [ours, today] = [of("bedarf"), of("as-is")];
  if (ours === undefined || today === undefined) return t.cash.noAsIs;
  return say(t.cash.verdict, {
    ours: money(ours.averageStockValue, undefined, 0),
    today: money(today.averageStockValue, undefined, 0),
    fill: percent(ours.fillRate),
    fillToday: percent(today.fillRate),
  });
}

/** A replay: its verdict, stock over time, the frontier, and a row for each policy. */
export function ReplayOutcome({ of }: { readonly of: ReplayResult }): VNode {
  return (
    <div>
      <p>
        <strong>{`${date(of.from)} – ${date(of.to)}: `}</strong>
        {verdict(of)}
      </p>
      <div class="pair">
        <div>
          <h3>{t.cash.overTime}</h3>
          <Picture of={stockOverTime(of)} />
          <ul class="legend">
            {stockLines.map(({ policy, kind }) => (
              <li key={policy}>
                <i class={`l-${kind}`} />
                {policyName(policy)}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t.cash.frontier}</h3>
          <Picture of={frontierChart(of)} />
        </div>
      </div>
      <Policies rows={of.policies} />
    </div>
  );
}

const Policies = ({ rows }: { readonly rows: ReplayResult["policies"] }): VNode => (
  <WideTable
    label={t.cash.replay}
    heads={[t.cash.policy, [t.cash.stock, "n"], [t.cash.fill, "n"], [t.cash.orders, "n"], [t.cash.cost, "n"]]}
  >
    {rows.map((row) => (
      <tr key={row.policy}>
        <th scope="row">{policyName(row.policy)}</th>
        <td class="n">{money(row.averageStockValue, undefined, 0)}</td>
        <td class="n">{percent(row.fillRate)}</td>
        <td class="n">{whole(row.orderLines)}</td>
        <td class="n">{money(row.totalCost, undefined, 0)}</td>
      </tr>
    ))}
  </WideTable>
);
