import { h } from "preact";
import type { Drawn } from "../drawn.ts";
import { number, say, t } from "../language.ts";
import { chip } from "../parts/basic.tsx";
import type { WorkLine } from "../session/work-list.ts";
import { decisionWords } from "../words/decisions.ts";

/** What was decided on a line, by whom and why; undefined where nothing was. */
export function decisionState({ decided, pending, unit = "" }: WorkLine): Drawn | undefined {
  if (decided === undefined)
    return pending === true ? h("span", { class: "muted small" }, t(decisionWords.sending)) : undefined;
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
  return h(
    "span",
    { class: "decided", title: decided.reason ?? undefined },
    chip(action === "reject" ? "rejected" : "good", text),
    h("span", { class: "muted small" }, who),
  );
}
