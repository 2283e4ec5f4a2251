import type { VNode } from "preact";
import { words } from "../../../src/index.ts";
import { lang } from "../language.ts";
import type { WorkLine } from "../session/work-line.ts";
import { itemWords } from "../words/item.ts";

/** Why a line orders what it orders, reason by reason. */
export const Because = ({ line: { quantity, kind, reasons } }: { readonly line: WorkLine }): VNode => (
  <>
    <h3>{quantity > 0 ? itemWords.why : kind === "shortage" ? itemWords.whyConfirm : itemWords.whyNone}</h3>
    <ul class="because">
      {reasons.map((reason, k) => (
        <li key={k}>{words.reasonSentence(reason, lang())}</li>
      ))}
    </ul>
  </>
);
