import type { VNode } from "preact";
import { date, moment } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Chip } from "../../parts/chip.tsx";
import { WideTable } from "../../parts/table.tsx";
import type { PlanView } from "../../shapes.ts";
import { filesWords } from "../../words/files.ts";

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
    <Card title={filesWords.plans}>
      <WideTable
        label={filesWords.plans}
        class="run-lines"
        heads={[filesWords.when, filesWords.asOf, filesWords.state, filesWords.report]}
      >
        {rows.map(({ id, created, asOf, state, reason }, k) => (
          <tr key={id}>
            <td>{moment(created)}</td>
            <td data-l={filesWords.asOf}>{date(asOf ?? undefined)}</td>
            <td>
              <Chip kind={lights[state]}>{filesWords.states[state]}</Chip>
              {reason !== undefined && <span class="sub">{reason}</span>}
              {state === "held" && k === 0 && (
                <button type="button" onClick={force}>
                  {filesWords.force}
                </button>
              )}
            </td>
            <td>
              {state === "done" && (
                <a href={`/v1/plans/${encodeURIComponent(id)}/report`} target="_blank" rel="noopener">
                  {filesWords.report}
                </a>
              )}
            </td>
          </tr>
        ))}
      </WideTable>
    </Card>
  );
}
