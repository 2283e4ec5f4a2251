import type { VNode } from "preact";
import { Card } from "../../parts/card.tsx";
import type { Session } from "../../session/session.ts";
import { useStore } from "../../store.ts";
import { settingsWords } from "../../words/settings.ts";

/** Whether the browser tells of a run that was held or failed. */
export function AlertChoice({ session }: { readonly session: Session }): VNode {
  const alert = useStore(session.alert);
  return (
    <Card title={settingsWords.alert}>
      <p class="muted">{settingsWords.alertText}</p>
      {alert === "denied" && <p class="note">{settingsWords.alertDenied}</p>}
      {alert === "none" ? (
        <p class="note">{settingsWords.alertNone}</p>
      ) : (
        <label class="check">
          <input
            type="checkbox"
            checked={alert === "on"}
            disabled={alert === "denied"}
            onChange={({ currentTarget: { checked } }) => void session.setAlert(checked)}
          />
          {settingsWords.alertOn}
        </label>
      )}
    </Card>
  );
}
