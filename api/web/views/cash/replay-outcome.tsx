import type { VNode } from "preact";
import type { ReplayResult } from "../../../../src/index.ts";
import { date, money, percent, say, whole } from "../../language.ts";
import { Picture } from "../../parts/picture.tsx";
import { WideTable } from "../../parts/table.tsx";
import { cashWords } from "../../words/cash.ts";
import { linesAWeek, stockAtFill } from "./equal-service.ts";
import { frontierChart, policyName, stockLinesOf, stockOverTime } from "./replay-charts.ts";

/** What our suggestions would have changed against today's parameters, in one sentence. */
function verdict(of: ReplayResult): string {
  const { policies, frontier } = of;
  const named = (name: string) => policies.find(({ policy }) => policy === name);
  const [ours, today] = [named("bedarf"), named("as-is")];
  if (ours === undefined || today === undefined) return cashWords.noAsIs;
  const equal = stockAtFill(frontier, today.fillRate);
  const more = say(cashWords.verdict, {
    ours: money(ours.averageStockValue, undefined, 0),
    today: money(today.averageStockValue, undefined, 0),
    fill: percent(ours.fillRate),
    fillToday: percent(today.fillRate),
    lines: whole(linesAWeek(of, ours.orderLines)),
    linesToday: whole(linesAWeek(of, today.orderLines)),
  });
  // stock and service hang together: what counts is the stock at the service of today
  return equal === undefined
    ? `${cashWords.notEqual} ${more}`
    : `${say(cashWords.equal, {
        fill: percent(today.fillRate),
        ours: money(equal, undefined, 0),
        today: money(today.averageStockValue, undefined, 0),
      })} ${more}`;
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
          <h3>{cashWords.overTime}</h3>
          <Picture of={stockOverTime(of)} />
          <ul class="legend">
            {stockLinesOf(of).map(({ policy, kind }) => (
              <li key={policy}>
                <i class={`l-${kind}`} />
                {policyName(policy)}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{cashWords.frontier}</h3>
          <Picture of={frontierChart(of)} />
        </div>
      </div>
      <Policies of={of} />
    </div>
  );
}

const Policies = ({ of }: { readonly of: ReplayResult }): VNode => (
  <WideTable
    label={cashWords.replay}
    heads={[
      cashWords.policy,
      [cashWords.stock, "n"],
      [cashWords.fill, "n"],
      [cashWords.linesAWeek, "n"],
      [cashWords.cost, "n"],
    ]}
  >
    {of.policies.map((row) => (
      <tr key={row.policy}>
        <th scope="row">{policyName(row.policy)}</th>
        <td class="n">{money(row.averageStockValue, undefined, 0)}</td>
        <td class="n">{percent(row.fillRate)}</td>
        <td class="n">{whole(linesAWeek(of, row.orderLines))}</td>
        <td class="n">{money(row.totalCost, undefined, 0)}</td>
      </tr>
    ))}
  </WideTable>
);
