import type { VNode } from "preact";
import { changeReasons, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { lang } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Chip } from "../../parts/chip.tsx";
import { Missing } from "../../parts/states.tsx";
import type { Session } from "../../session/session.ts";
import { useFetched, useStore } from "../../store.ts";
import { kpisWords } from "../../words/kpis.ts";

interface ChangesProps {
  readonly session: Session;
  readonly plan: string;
}

/** What moved the forecasts since the last run, and why: the items that drive the stability figure. */
export function Changes({ session, plan }: ChangesProps): VNode {
  const found = useFetched(plan, () => session.client.changes(plan));
  const isFirst = useStore(session.lastRun) === undefined;
  const rows = found.state === "here" ? found.value : [];
  const counts = changeReasons
    .map((reason) => ({ reason, count: rows.filter((row) => row.reason === reason).length }))
    .filter(({ count }) => count > 0);
  return (
    <Card title={kpisWords.changes}>
      {found.state === "failed" && <Missing of={found} />}
      {found.state === "here" && rows.length === 0 && (
        <p class="muted">{isFirst ? kpisWords.changesFirst : kpisWords.changesNone}</p>
      )}
      {counts.length > 0 && (
        <p class="row">
          {counts.map(({ reason, count }) => (
            <Chip key={reason} kind="">{`${words.wordsOf(lang()).changeReasons[reason]}: ${count}`}</Chip>
          ))}
        </p>
      )}
      {rows.length > 0 && (
        <ul class="plain lines">
          {rows.map(({ item, sentence }) => (
            <li key={item}>
              <a href={linkTo({ view: "item", of: item })} class="id">
                {item}
              </a>{" "}
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
