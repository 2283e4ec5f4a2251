import type { VNode } from "preact";
import { number, say, t } from "../language.ts";
import { Chip } from "../parts/chip.tsx";
import type { WorkLine } from "../session/work-line.ts";
import { decisionWords } from "../words/decisions.ts";

const names = {
  accept: decisionWords.accepted,
  reject: decisionWords.rejected,
  ordered: decisionWords.ordered,
} as const;

/** What was decided on a line, by whom and why; nothing where nothing was. */
export function DecisionState({ of }: { readonly of: WorkLine }): VNode | null {
  const { decided, pending = false, unit = "" } = of;
  const sending = pending ? t(decisionWords.sending) : "";
  if (decided === undefined) return pending ? <span class="muted small">{sending}</span> : null;
  const { action, quantity, reason, by } = decided;
  const text =
    action === "change"
      ? say(decisionWords.changed, { quantity: `${number(quantity)} ${unit}`.trim() })
      : t(names[action]);
  const who = pending || by === undefined ? sending : say(decisionWords.byWhom, { by });
  return (
    <span class="decided" title={reason ?? undefined}>
      <Chip kind={action === "reject" ? "rejected" : "good"}>{text}</Chip>
      <span class="muted small">{who}</span>
    </span>
  );
}
