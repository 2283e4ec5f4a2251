import type { VNode } from "preact";
import { number, say, t } from "../language.ts";
import { Chip } from "../parts/chip.tsx";
import type { WorkLine } from "../session/work-list.ts";
import { decisionWords } from "../words/decisions.ts";

/** What was decided on a line, by whom and why; undefined where nothing was. */
export function decisionState({ decided, pending, unit = "" }: WorkLine): VNode | undefined {
  if (decided === undefined)
    return pending === true ? <span class="muted small">{t(decisionWords.sending)}</span> : undefined;
  const { action, quantity, by } = decided;
  const text =
    action === "change"
      ? say(decisionWords.changed, { quantity: `${number(quantity)} ${unit}`.trim() })
      : t(
          action === "reject"
            ? decisionWords.rejected
            : action === "ordered"
              ? decisionWords.ordered
              : decisionWords.accepted,
        );
  const who =
    pending === true ? t(decisionWords.sending) : by === undefined ? "" : say(decisionWords.byWhom, { by });
  return (
    <span class="decided" title={decided.reason ?? undefined}>
      <Chip kind={action === "reject" ? "rejected" : "good"}>{text}</Chip>
      <span class="muted small">{who}</span>
    </span>
  );
}
