import type { VNode } from "preact";
import { Because } from "../../decision/because.tsx";
import { DecisionBar } from "../../decision/decision-bar.tsx";
import type { AboutItem } from "../../decision/effect.tsx";
import { LineFacts } from "../../decision/line-facts.tsx";
import { Sources } from "../../decision/sources.tsx";
import { Card } from "../../parts/card.tsx";
import type { Session } from "../../session/session.ts";
import type { WorkLine } from "../../session/work-line.ts";
import { useStore } from "../../store.ts";
import { itemWords } from "../../words/item.ts";

interface SuggestionCardProps {
  readonly session: Session;
  readonly about: AboutItem;
  readonly line: WorkLine | undefined;
}

/** What to order of the item, why, and the buttons to decide. */
export function SuggestionCard({ session, about, line }: SuggestionCardProps): VNode {
  const suppliers = useStore(session.supplierNames);
  if (line === undefined)
    return (
      <Card title={itemWords.noSuggestion}>
        <p>{itemWords.noSuggestionText}</p>
      </Card>
    );
  return (
    <Card title={itemWords.suggestion}>
      <DecisionBar session={session} line={line} about={about} />
      <LineFacts line={line} />
      <Sources line={line} nameOf={(supplier) => suppliers.get(supplier)} />
      <Because line={line} />
    </Card>
  );
}
