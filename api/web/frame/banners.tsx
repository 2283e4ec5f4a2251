import type { VNode } from "preact";
import { linkTo } from "../address.ts";
import { percent, say, t } from "../language.ts";
import { isUnderWay } from "../session/plans.ts";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import { decisionWords } from "../words/decisions.ts";
import { fileWords } from "../words/files.ts";
import { frameWords } from "../words/frame.ts";

/** What the newest run needs said: it waits, runs, was held, or failed. */
export function NewestRun({ session }: { readonly session: Session }): VNode | null {
  const { shown, newest } = useStore(session.plans);
  if (newest === undefined || newest.id === shown?.id || newest.state === "done") return null;
  const { state, reason, code = "", progress } = newest;
  if (isUnderWay(newest))
    return (
      <div class="banner" role="status">
        {state === "queued" ? t(frameWords.queued) : say(frameWords.running, { share: percent(progress, 0) })}
        <progress max={1} value={progress} aria-label={t(fileWords.title)} />
      </div>
    );
  const text =
    state === "held" ? frameWords.held : shown === undefined ? frameWords.failedFirst : frameWords.failed;
  return (
    <div class="banner bad" role="alert">
      {`■ ${say(text, { reason: reason ?? code })} `}
      <a href={linkTo({ view: "files" })}>{t(fileWords.title)}</a>
    </div>
  );
}

/** Says that decisions wait for the server. */
export function WaitingDecisions({ session }: { readonly session: Session }): VNode | null {
  const count = useStore(session.waiting);
  if (count === 0) return null;
  return (
    <div class="banner warning" role="alert">
      {`▲ ${say(decisionWords.waiting, { count })} `}
      <button type="button" onClick={() => void session.signedIn()}>
        {t(decisionWords.sendNow)}
      </button>
    </div>
  );
}
