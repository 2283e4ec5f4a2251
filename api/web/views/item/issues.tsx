import type { VNode } from "preact";
import { words } from "../../../../src/index.ts";
import { lang, value } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Chip } from "../../parts/chip.tsx";
import type { Issue } from "../../shapes.ts";
import { itemWords } from "../../words/item.ts";

const most = 20;

/** What is missing or odd about the item, where there is something. */
export const Issues = ({ of }: { readonly of: readonly Issue[] }): VNode | null =>
  of.length === 0 ? null : (
    <Card title={itemWords.missing}>
      <ul class="plain">
        {of.slice(0, most).map((issue, k) => (
          <li key={k}>
            <Chip kind={issue.severity}>{value(issue.severity)}</Chip> {words.issueSentence(issue, lang())}
          </li>
        ))}
      </ul>
    </Card>
  );
