import type { VNode } from "preact";
import { dayOf } from "../../../src/index.ts";
import { linkTo } from "../address.ts";
import { date, type Lang, lang, percent, say, t } from "../language.ts";
import { Fact } from "../parts/fact.tsx";
import type { PlansState, Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import { decisionWords } from "../words/decisions.ts";
import { frameWords } from "../words/frame.ts";

const views = ["orders", "signals", "kpis", "cash", "files", "settings"] as const;

/** The civil day that the reader has. */
function readersDay(): string {
  const now = new Date();
  const two = (x: number) => String(x).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function age(asOf: string): string {
  const days = dayOf(readersDay()) - dayOf(asOf);
  if (days <= 0) return t(frameWords.today);
  return days === 1 ? t(frameWords.oneDay) : say(frameWords.days, { days });
}

/** What the newest run needs said: it waits, runs, was held, or failed. */
function night({ shown, newest }: PlansState): VNode | undefined {
  if (newest === undefined || newest.id === shown?.id) return undefined;
  const { state, reason, progress } = newest;
  if (state === "queued" || state === "running")
    return (
      <div class="banner" role="status">
        {state === "queued" ? t(frameWords.queued) : say(frameWords.running, { share: percent(progress, 0) })}
        <progress max={1} value={progress} aria-label={t(frameWords.views.files)} />
      </div>
    );
  if (state === "done") return undefined;
  const text =
    state === "held" ? frameWords.held : shown === undefined ? frameWords.failedFirst : frameWords.failed;
  return (
    <div class="banner bad" role="alert">
      {`■ ${say(text, { reason: reason ?? newest.code ?? "" })} `}
      <a href={linkTo({ view: "files" })}>{t(frameWords.views.files)}</a>
    </div>
  );
}

function Waiting({ session }: { readonly session: Session }): VNode | null {
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

/** Brand, views, as-of and age of the data, the state of the night, language. */
export function Head({ session, view }: { readonly session: Session; readonly view: string }): VNode {
  const plans = useStore(session.plans);
  const { shown } = plans;
  const { owners, isOn } = useStore(session.mine);
  const choose = (to: Lang) => (
    <button
      type="button"
      onClick={() => session.switchLang(to)}
      aria-pressed={lang() === to}
      lang={to}
      key={to}
    >
      {to.toUpperCase()}
    </button>
  );
  return (
    <header class="top">
      <div class="bar">
        <a class="brand" href="#/orders">
          bedarf
        </a>
        <nav aria-label={t(frameWords.navigation)}>
          <ul>
            {views.map((name) => (
              <li key={name}>
                <a href={linkTo({ view: name })} aria-current={name === view ? "page" : undefined}>
                  {t(frameWords.views[name])}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <dl class="facts when">
          {shown?.asOf != null && (
            <>
              <Fact name={t(frameWords.asOf)}>{date(shown.asOf)}</Fact>
              <Fact name={t(frameWords.age)}>{age(shown.asOf)}</Fact>
            </>
          )}
        </dl>
        {owners.length > 0 && (
          <div class="segments small" role="group" aria-label={t(frameWords.whose)}>
            <button
              type="button"
              onClick={() => session.showMine(true)}
              aria-pressed={isOn}
              title={owners.join(", ")}
            >
              {t(frameWords.mine)}
            </button>
            <button type="button" onClick={() => session.showMine(false)} aria-pressed={!isOn}>
              {t(frameWords.all)}
            </button>
          </div>
        )}
        <div class="segments small" role="group" aria-label={t(frameWords.language)}>
          {choose("de")}
          {choose("en")}
        </div>
      </div>
      {night(plans)}
      <Waiting session={session} />
    </header>
  );
}
