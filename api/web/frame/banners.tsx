import type { VNode } from "preact";
import { linkTo } from "../address.ts";
import { date, percent, say, t, whole } from "../language.ts";
import { isUnplaced } from "../session/order-book.ts";
import { isUnderWay } from "../session/plans.ts";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";

/** What the newest run needs said: it waits, runs, was held, or failed. */
export function NewestRun({ session }: { readonly session: Session }): VNode | null {
  const { shown, newest } = useStore(session.plans);
  if (newest === undefined || newest.id === shown?.id || newest.state === "done") return null;
  const { state, reason, code = "", progress } = newest;
  if (isUnderWay(newest))
    return (
      <div class="banner" role="status">
        {state === "queued" ? t.frame.queued : say(t.frame.running, { share: percent(progress, 0) })}
        <progress max={1} value={progress} aria-label={t.files.title} />
      </div>
    );
  const text = state === "held" ? t.frame.held : shown === undefined ? t.frame.failedFirst : t.frame.failed;
  return (
    <div class="banner bad" role="alert">
      {`■ ${say(text, { reason: reason ?? code })} `}
      <a href={linkTo({ view: "files" })}>{t.files.title}</a>
    </div>
  );
}

/** A plan that was made while this one is shown, and a server that does not answer. */
export function NewPlan({ session }: { readonly session: Session }): VNode | null {
  const { shown, offered, error } = useStore(session.plans);
  if (offered !== undefined)
    return (
      <div class="banner" role="status">
        {say(t.frame.newPlan, { date: date(offered.asOf ?? undefined) })}
        <button type="button" onClick={() => void session.showNewest()}>
          {t.frame.showPlan}
        </button>
      </div>
    );
  if (error === undefined || shown === undefined) return null;
  return (
    <div class="banner warning" role="status">
      {`▲ ${t.frame.offline}`}
    </div>
  );
}

/** How much was accepted that no supplier knows of yet. */
export function Unplaced({ session }: { readonly session: Session }): VNode | null {
  const count = useStore(session.book.orders).filter(isUnplaced).length;
  if (count === 0) return null;
  return (
    <a class="unplaced" href={linkTo({ view: "book" })} title={say(t.book.unplaced, { count: whole(count) })}>
      <span class="badge" aria-hidden="true">
        {`▲ ${whole(count)}`}
      </span>
      <span class="unplaced-text">{say(t.book.unplacedShort, { count: whole(count) })}</span>
    </a>
  );
}

/** Says that decisions wait for the server. */
export function WaitingDecisions({ session }: { readonly session: Session }): VNode | null {
  const count = useStore(session.waiting);
  if (count === 0) return null;
  return (
    <div class="banner warning" role="alert">
      {`▲ ${say(t.decisions.waiting, { count })} `}
      <button type="button" onClick={() => void session.signedIn()}>
        {t.decisions.sendNow}
      </button>
    </div>
  );
}
