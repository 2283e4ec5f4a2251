import type { VNode } from "preact";
import { readTyped, typed } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Field } from "../../parts/field.tsx";
import { AskingForm } from "../../parts/form.tsx";
import { useStore } from "../../store.ts";
import { settingsWords } from "../../words/settings.ts";
import type { SettingsProps } from "./planning-form.tsx";
import { rangeFault } from "./ranges.ts";

const range = { low: 0, high: 1e15, unit: "" };

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
        <Field label={settingsWords.approveAbove} narrow>
          <input
            name="approveAbove"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={settings.approveAbove === undefined ? "" : typed(settings.approveAbove, 6)}
            onInput={({ currentTarget }) =>
              currentTarget.setCustomValidity(rangeFault(currentTarget.value, range) ?? "")
            }
          />
        </Field>
      </AskingForm>
    </Card>
  );
}
