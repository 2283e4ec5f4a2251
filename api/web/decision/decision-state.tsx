import type { VNode } from "preact";
import { number, say } from "../language.ts";
import { whoName } from "../names.ts";
import { Chip } from "../parts/chip.tsx";
import type { WorkLine } from "../session/work-line.ts";
import { bookWords } from "../words/book.ts";
import { decisionsWords } from "../words/decisions.ts";

/** What was decided on a line, by whom and why; nothing where nothing was. */
export function DecisionState({ of }: { readonly of: WorkLine }): VNode | null {
  const { decided, pending = false, unit = "" } = of;
  const sending = pending ? decisionsWords.sending : "";
  if (decided === undefined) return pending ? <span class="muted small">{sending}</span> : null;
  const { action, quantity, reason, by, approval } = decided;
  const { changed, ...names } = decisionsWords.states;
  const text =
    action === "change" ? say(changed, { quantity: `${number(quantity)} ${unit}`.trim() }) : names[action];
  const who = pending || by === undefined ? sending : say(decisionsWords.byWhom, { by: whoName(by) });
  const from = fromWhom(of);
  // without tokens everybody is somebody here: the list has better use for that room
  const whose = by === "local" && !pending ? "muted small here" : "muted small";
  return (
    <span class="decided" title={[who, from, reason ?? ""].filter((text) => text !== "").join(" · ")}>
      {approval === "awaiting" ? (
        <Chip kind="warning">{bookWords.awaiting}</Chip>
      ) : (
        <Chip kind={action === "reject" ? "rejected" : "good"}>{text}</Chip>
      )}
      <span class={whose}>{who}</span>
    </span>
  );
}

/** That a line goes to another supplier than was suggested; nothing where it does not. */
export const fromWhom = ({ suggested, supplier = "", supplierName = supplier }: WorkLine): string =>
  suggested === undefined ? "" : say(decisionsWords.movedTo, { supplier: supplierName });
