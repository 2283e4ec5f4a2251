import type { VNode } from "preact";
import { date, moment, t } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Chip } from "../../parts/chip.tsx";
import { WideTable } from "../../parts/table.tsx";
import type { PlanView } from "../../shapes.ts";

const lights = { queued: "", running: "", held: "amber", done: "green", failed: "red" } as const;

interface RunsProps {
  /** The newest first. */
  readonly rows: readonly PlanView[];
  /** Plans although the newest run was held. */
  readonly force: () => void;
}

/** The runs: their state, why one was held or failed, and the report of each that is done. */
export function Runs({ rows, force }: RunsProps): VNode {
  return (
    <Card title={t.files.plans}>
      <WideTable label={t.files.plans} heads={[t.files.when, t.files.asOf, t.files.state, t.files.report]}>
        {rows.map(({ id, created, asOf, state, reason }, k) => (
          <tr key={id}>
            <td>{moment(created)}</td>
            <td>{date(asOf ?? undefined)}</td>
            <td>
              <Chip kind={lights[state]}>{t.files.states[state]}</Chip>
              {reason !== undefined && <span class="sub">{reason}</span>}
              {state === "held" && k === 0 && (
                <button type="button" onClick={force}>
                  {t.files.force}
                </button>
              )}
            </td>
            <td>
              {state === "done" && (
                <a href={`/v1/plans/${encodeURIComponent(id)}/report`} target="_blank" rel="noopener">
                  {t.files.report}
                </a>
              )}
            </td>
          </tr>
        ))}
      </WideTable>
    </Card>
  );
}
