import type { VNode } from "preact";
import { words } from "../../../src/index.ts";
import { lang, t } from "../language.ts";
import type { WorkLine } from "../session/work-line.ts";

/** Why a line orders what it orders, reason by reason. */
export const Because = ({ line: { quantity, reasons } }: { readonly line: WorkLine }): VNode => (
  <>
    <h3>{quantity > 0 ? t.item.why : t.item.whyNone}</h3>
    <ul class="because">
      {reasons.map((reason, k) => (
        <li key={k}>{words.reasonSentence(reason, lang())}</li>
      ))}
    </ul>
  </>
);
