import type { VNode } from "preact";
import { readTyped, typed } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { AskingForm } from "../../parts/form.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { fromZero } from "../../parts/number-range.ts";
import { useStore } from "../../store.ts";
import { settingsWords } from "../../words/settings.ts";
import type { SettingsProps } from "./planning-form.tsx";

/** The value above which orders await approval; for whoever administers. */
export function ApprovalForm({ session, settings, again }: SettingsProps): VNode | null {
  const me = useStore(session.me);
  if (me?.scopes.includes("admin") !== true) return null;
  const submit = async (values: FormData): Promise<void> => {
    const approveAbove = readTyped(String(values.get("approveAbove") ?? "")) ?? null;
    await session.attempt(async () => {
      await session.client.setSettings({ ...settings, approveAbove });
      again();
      session.notify("good", settingsWords.approvalSaved);
    });
  };
  return (
    <Card title={settingsWords.approval}>
      <p class="muted">{settingsWords.approvalText}</p>
      <AskingForm submit={submit} done={settingsWords.saveApproval}>
        <NumberField
          name="approveAbove"
          label={settingsWords.approveAbove}
          initial={settings.approveAbove === undefined ? "" : typed(settings.approveAbove, 6)}
          range={fromZero}
        />
      </AskingForm>
    </Card>
  );
}
