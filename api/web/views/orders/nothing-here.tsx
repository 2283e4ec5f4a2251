import type { VNode } from "preact";
import { linkTo } from "../../address.ts";
import { say, t, whole } from "../../language.ts";
import { Empty } from "../../parts/states.tsx";
import { isUnplaced } from "../../session/order-book.ts";
import type { Session } from "../../session/session.ts";
import { useStore } from "../../store.ts";
import type { WorkList } from "./use-work-list.ts";
import { counts, settingsOf, shows } from "./work-list.ts";

interface NothingHereProps {
  readonly session: Session;
  readonly list: WorkList;
}

/** An empty list: all is decided, or what is looked for stands under another choice, or the choice leaves nothing. */
export function NothingHere({ session, list: { own, chosen } }: NothingHereProps): VNode {
  const unplaced = useStore(session.book.orders).filter(isUnplaced);
  const { text, supplier, owner, group, show } = chosen;
  const isNarrowed = text !== "" || supplier !== "" || owner !== "" || group !== "";
  if (show === "open" && !isNarrowed && own.some(({ decided }) => decided !== undefined))
    return (
      <Empty title={t.orders.allDecided} text={t.orders.allDecidedText}>
        {unplaced.length > 0 && (
          <a href={linkTo({ view: "book" })} class="button main">
            {say(t.book.unplaced, { count: whole(unplaced.length) })}
          </a>
        )}
      </Empty>
    );
  const count = counts(own, chosen);
  const elsewhere = shows.filter((other) => other !== show && count[other] > 0);
  return (
    <Empty
      title={text === "" ? t.orders.nothing : say(t.orders.noHit, { text, show: t.orders.shows[show] })}
      text={elsewhere.length === 0 ? t.orders.nothingText : t.orders.elsewhere}
    >
      <div class="actions">
        {elsewhere.map((other) => (
          <a
            key={other}
            class="button"
            href={linkTo({ view: "orders", settings: settingsOf({ ...chosen, show: other }) })}
          >
            {`${t.orders.shows[other]} ${whole(count[other])}`}
          </a>
        ))}
        <a href={linkTo({ view: "orders" })}>{t.orders.clear}</a>
      </div>
    </Empty>
  );
}
