import type { VNode } from "preact";
import { words } from "../../../src/index.ts";
import { lang } from "../language.ts";
import type { WorkLine } from "../session/work-line.ts";
import { itemWords } from "../words/item.ts";

/** Why a line orders what it orders, reason by reason; of a blocked one what blocks it, the rest folded below. */
export function Because({ line: { quantity, kind, reasons } }: { readonly line: WorkLine }): VNode {
  const { why, whyConfirm, whyNone, whyBlocked, onceSettled } = itemWords;
  const blocks = kind === "blocked" ? reasons.filter(({ code }) => code === "blocked") : [];
  if (blocks.length === 0)
    return (
      <>
        <h3>{quantity > 0 ? why : kind === "shortage" ? whyConfirm : whyNone}</h3>
        <Reasons of={reasons} />
      </>
    );
  const rest = reasons.filter(({ code }) => code !== "blocked");
  return (
    <>
      <h3>{whyBlocked}</h3>
      <Reasons of={blocks} />
      {rest.length > 0 && (
        <details>
          <summary>{onceSettled}</summary>
          <Reasons of={rest} />
        </details>
      )}
    </>
  );
}

const Reasons = ({ of }: { readonly of: WorkLine["reasons"] }): VNode => (
  <ul class="because">
    {of.map((reason, k) => (
      <li key={k}>{words.reasonSentence(reason, lang())}</li>
    ))}
  </ul>
);
