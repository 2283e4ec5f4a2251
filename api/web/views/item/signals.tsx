import type { VNode } from "preact";
import { isOpenSignal, words } from "../../../../src/index.ts";
import { lang, value } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Chip } from "../../parts/chip.tsx";
import type { ItemView } from "../../shapes.ts";
import { itemWords } from "../../words/item.ts";

/** Flagged fluctuations of the item, where there are some. */
export const ItemSignals = ({ of: { signals, suggestion } }: { readonly of: ItemView }): VNode | null =>
  signals.length === 0 ? null : (
    <Card title={itemWords.signals}>
      <ul class="plain">
        {signals.map((signal, k) => (
          <li key={k}>
            <Chip kind={isOpenSignal(signal, suggestion) ? "warning" : ""}>{value(signal.kind)}</Chip>{" "}
            {words.signalClause(signal, lang())}
          </li>
        ))}
      </ul>
    </Card>
  );
