import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { linkTo } from "../address.ts";
import { date, percent, say, whole } from "../language.ts";
import { isUnplaced } from "../session/order-book.ts";
import { isUnderWay } from "../session/plans.ts";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import { bookWords } from "../words/book.ts";
import { decisionsWords } from "../words/decisions.ts";
import { filesWords } from "../words/files.ts";
import { frameWords } from "../words/frame.ts";

/** What the newest run needs said: it waits, runs, was held, or failed. */
export function NewestRun({ session }: { readonly session: Session }): VNode | null {
  const { shown, newest } = useStore(session.plans);
  if (newest === undefined || newest.id === shown?.id || newest.state === "done") return null;
  const { state, reason, code = "", progress } = newest;
  if (isUnderWay(newest))
    return (
      <div class="banner" role="status">
        {state === "queued" ? frameWords.queued : say(frameWords.running, { share: percent(progress, 0) })}
        <progress max={1} value={progress} aria-label={filesWords.title} />
      </div>
    );
  const text =
    state === "held" ? frameWords.held : shown === undefined ? frameWords.failedFirst : frameWords.failed;
  // of several reasons the first one stands here: the head stays in sight, also on a phone
  const [first = "", ...more] = (reason ?? code).split("; ");
  return (
    <div class="banner bad" role="alert">
      {`■ ${say(text, { reason: first })} `}
      {more.length > 0 && (
        <details>
          <summary>{say(frameWords.moreReasons, { count: more.length })}</summary>
          <ul class="plain">
            {more.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
      <a href={linkTo({ view: "files" })}>{state === "held" ? frameWords.checkFiles : filesWords.title}</a>{" "}
      {state === "held" && (
        <button type="button" onClick={() => void session.plan({ force: true })}>
          {frameWords.planAllTheSame}
        </button>
      )}
    </div>
  );
}

/** Seconds from now to a moment, anew each second; undefined without one. */
function useSecondsTo(moment: number | undefined): number | undefined {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (moment === undefined) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [moment]);
  return moment === undefined ? undefined : Math.max(1, Math.ceil((moment - now) / 1000));
}

/** When it is tried again by itself, for the eye alone: read aloud it would be so each second. */
function NextTry({ session }: { readonly session: Session }): VNode {
  const seconds = useSecondsTo(useStore(session.nextTry));
  return (
    <span class="countdown" aria-hidden="true">
      {seconds === undefined ? frameWords.trying : say(frameWords.nextTry, { seconds })}
    </span>
  );
}

/** A plan that was made while this one is shown, and a server that does not answer. */
export function NewPlan({ session }: { readonly session: Session }): VNode | null {
  const { shown, offered, error } = useStore(session.plans);
  const hasWaiting = useStore(session.waiting) > 0;
  if (offered !== undefined)
    return (
      <div class="banner" role="status">
        {say(frameWords.newPlan, { date: date(offered.asOf ?? undefined) })}
        <button type="button" onClick={() => void session.showNewest()}>
          {frameWords.showPlan}
        </button>
      </div>
    );
  if (error === undefined || shown === undefined) return null;
  return (
    <div class="banner warning" role="status">
      {`▲ ${frameWords.offline} `}
      {!hasWaiting && (
        <>
          <NextTry session={session} />{" "}
          <button type="button" onClick={() => void session.look()}>
            {frameWords.tryNow}
          </button>
        </>
      )}
    </div>
  );
}

/** How much was accepted that no supplier knows of yet. */
export function Unplaced({ session }: { readonly session: Session }): VNode | null {
  const count = useStore(session.book.orders).filter(isUnplaced).length;
  if (count === 0) return null;
  return (
    <a
      class="unplaced"
      href={linkTo({ view: "book" })}
      title={say(bookWords.unplaced, { count: whole(count) })}
    >
      <span class="badge" aria-hidden="true">
        {`▲ ${whole(count)}`}
      </span>
      <span class="unplaced-text">{say(bookWords.unplacedShort, { count: whole(count) })}</span>
    </a>
  );
}

/** Says that decisions wait for the server. */
export function WaitingDecisions({ session }: { readonly session: Session }): VNode | null {
  const count = useStore(session.waiting);
  if (count === 0) return null;
  return (
    <div class="banner warning" role="alert">
      {`▲ ${say(decisionsWords.waiting, { count })} `}
      <NextTry session={session} />{" "}
      <button type="button" onClick={() => void session.signedIn()}>
        {decisionsWords.sendNow}
      </button>
    </div>
  );
}
