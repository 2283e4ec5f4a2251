import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { moment } from "../../language.ts";
import { deedName, whoName } from "../../names.ts";
import { Card } from "../../parts/card.tsx";
import { WideTable } from "../../parts/table.tsx";
import type { AuditRow } from "../../shapes.ts";
import type { Fetching } from "../../store.ts";
import { settingsWords } from "../../words/settings.ts";
import { Forbidden } from "./forbidden.tsx";

/** So many entries at first, and so many more at each click. */
const [first, more] = [30, 100];

interface AuditTrailProps {
  /** The newest first. */
  readonly found: Fetching<readonly AuditRow[]>;
}

/** Who did what, newest first. */
export function AuditTrail({ found }: AuditTrailProps): VNode {
  const [most, setMost] = useState(first);
  return (
    <Card title={settingsWords.audit}>
      <p class="muted">{settingsWords.auditText}</p>
      <Forbidden of={found} />
      {found.state === "here" && (
        <>
          <WideTable
            label={settingsWords.audit}
            heads={[settingsWords.when, settingsWords.who, settingsWords.action, settingsWords.object]}
          >
            {found.value.slice(0, most).map(({ seq, at, who, action, object }) => (
              <tr key={seq}>
                <td>{moment(at)}</td>
                <td>{whoName(who)}</td>
                <td title={action}>{deedName(action)}</td>
                <td class="samples">{object}</td>
              </tr>
            ))}
          </WideTable>
          {found.value.length > most && (
            <button type="button" onClick={() => setMost(most + more)}>
              {settingsWords.older}
            </button>
          )}
        </>
      )}
    </Card>
  );
}
