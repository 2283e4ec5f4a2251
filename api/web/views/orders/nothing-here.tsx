import type { VNode } from "preact";
import { linkTo } from "../../address.ts";
import { say, whole } from "../../language.ts";
import { Empty } from "../../parts/states.tsx";
import { isUnplaced } from "../../session/order-book.ts";
import type { Session } from "../../session/session.ts";
import { useStore } from "../../store.ts";
import { bookWords } from "../../words/book.ts";
import { ordersWords } from "../../words/orders.ts";
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
      <Empty title={ordersWords.allDecided} text={ordersWords.allDecidedText}>
        {unplaced.length > 0 && (
          <a href={linkTo({ view: "book" })} class="button main">
            {say(bookWords.unplaced, { count: whole(unplaced.length) })}
          </a>
        )}
      </Empty>
    );
  const count = counts(own, chosen);
  const elsewhere = shows.filter((other) => other !== show && count[other] > 0);
  return (
    <Empty
      title={
        text === "" ? ordersWords.nothing : say(ordersWords.noHit, { text, show: ordersWords.shows[show] })
      }
      text={elsewhere.length === 0 ? ordersWords.nothingText : ordersWords.elsewhere}
    >
      <div class="actions">
        {elsewhere.map((other) => (
          <a
            key={other}
            class="button"
            href={linkTo({ view: "orders", settings: settingsOf({ ...chosen, show: other }) })}
          >
            {`${ordersWords.shows[other]} ${whole(count[other])}`}
          </a>
        ))}
        <a href={linkTo({ view: "orders" })}>{ordersWords.clear}</a>
      </div>
    </Empty>
  );
}
