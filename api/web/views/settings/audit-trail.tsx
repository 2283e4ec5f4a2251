import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { ApiError } from "../../client/client.ts";
import { moment, t } from "../../language.ts";
import { Failure } from "../../parts/states.tsx";
import type { AuditRow } from "../../shapes.ts";
import type { Fetched } from "../../store.ts";
import { settingWords } from "../../words/settings.ts";

const step = 30;

export interface AuditTrailProps {
  readonly found: Fetched<readonly AuditRow[]> & { again(): void };
}

/** Who did what, newest first. */
export function AuditTrail({ found }: AuditTrailProps): VNode {
  const [most, setMost] = useState(step);
  return (
    <section class="card">
      <h2>{t(settingWords.audit)}</h2>
      <p class="muted">{t(settingWords.auditText)}</p>
      {found.state === "failed" &&
        (found.error instanceof ApiError && found.error.status === 403 ? (
          <p class="muted">{t(settingWords.forbidden)}</p>
        ) : (
          <Failure why={found.error.message} again={found.again} />
        ))}
      {found.state === "here" && (
        <>
          <div class="scroll" tabIndex={0} role="region" aria-label={t(settingWords.audit)}>
            <table>
              <thead>
                <tr>
                  {(["when", "who", "action", "object"] as const).map((name) => (
                    <th key={name} scope="col">
                      {t(settingWords[name])}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {found.value.slice(0, most).map((row) => (
                  <tr key={row.seq}>
                    <td>{moment(new Date(row.at).getTime())}</td>
                    <td>{row.who}</td>
                    <td>{row.action}</td>
                    <td class="samples">{row.object}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {found.value.length > most && (
            <button type="button" onClick={() => setMost(most + 100)}>
              {t(settingWords.older)}
            </button>
          )}
        </>
      )}
    </section>
  );
}
