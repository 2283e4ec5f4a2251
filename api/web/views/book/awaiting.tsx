import type { VNode } from "preact";
import { say, whole } from "../../language.ts";
import type { Session } from "../../session/session.ts";
import type { OrderView } from "../../shapes.ts";
import { useStore } from "../../store.ts";
import { bookWords } from "../../words/book.ts";

interface AwaitingProps {
  readonly session: Session;
  /** Orders of one supplier that await approval. */
  readonly orders: readonly OrderView[];
}

/** What of a supplier awaits approval, and the button for whoever may give it. */
export function Awaiting({ session, orders }: AwaitingProps): VNode | null {
  const me = useStore(session.me);
  if (orders.length === 0) return null;
  const mayApprove = me?.scopes.includes("approve") === true;
  // without tokens there is one person alone, who approves in a second step
  const others = orders.filter(({ by }) => me?.signIn !== true || by !== me.name);
  const approve = async (): Promise<void> => {
    if (await session.book.approve(others)) session.notify("good", bookWords.approvedNow);
  };
  const count = { count: whole(orders.length - others.length) };
  return (
    <p class="note row between">
      <span>
        {say(bookWords.awaitingCount, { count: whole(orders.length) })}
        {mayApprove && others.length < orders.length && ` ${say(bookWords.awaitingOwn, count)}`}
      </span>
      {mayApprove && others.length > 0 && (
        <button type="button" class="main" onClick={() => void approve()}>
          {bookWords.approve}
        </button>
      )}
    </p>
  );
}
