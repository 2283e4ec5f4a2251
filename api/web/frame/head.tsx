import type { VNode } from "preact";
import { dayOf, words } from "../../../src/index.ts";
import { linkTo } from "../address.ts";
import { date, lang, localDay, say, t } from "../language.ts";
import { Fact } from "../parts/fact.tsx";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import type { View } from "../view.ts";
import { views } from "../views/index.ts";
import { NewestRun, NewPlan, Unplaced, WaitingDecisions } from "./banners.tsx";
import { Stale } from "./stale.tsx";

const named = Object.entries<View>(views).flatMap(([view, { name }]) =>
  name === undefined ? [] : [{ view, name }],
);

/** How old the data of a day are for the reader. */
function age(asOf: string): string {
  const days = dayOf(localDay(new Date())) - dayOf(asOf);
  if (days <= 0) return t.frame.today;
  return say(t.frame.days, { days });
}

const Navigation = ({ current }: { readonly current: string }): VNode => (
  <nav aria-label={t.frame.navigation}>
    <ul>
      {named.map(({ view, name }) => (
        <li key={view}>
          <a href={linkTo({ view })} aria-current={view === current ? "page" : undefined}>
            {name()}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** Own items or all, for readers who have own items. */
function WhoseItems({ session }: { readonly session: Session }): VNode | null {
  const { owners, isOn } = useStore(session.mine);
  if (owners.length === 0) return null;
  return (
    <div class="segments small" role="group" aria-label={t.frame.whose}>
      <button
        type="button"
        aria-pressed={isOn}
        title={owners.join(", ")}
        onClick={() => session.showMine(true)}
      >
        {t.frame.mine}
      </button>
      <button type="button" aria-pressed={!isOn} onClick={() => session.showMine(false)}>
        {t.frame.all}
      </button>
    </div>
  );
}

const Languages = ({ session }: { readonly session: Session }): VNode => (
  <div class="segments small" role="group" aria-label={t.frame.language}>
    {words.langs.map((to) => (
      <button
        type="button"
        aria-pressed={lang() === to}
        lang={to}
        key={to}
        onClick={() => session.switchLang(to)}
      >
        {to.toUpperCase()}
      </button>
    ))}
  </div>
);

/** Brand, views, as-of and age of the data, the state of the night, language. */
export function Head({ session, view }: { readonly session: Session; readonly view: string }): VNode {
  const { shown } = useStore(session.plans);
  const asOf = shown?.asOf ?? undefined;
  return (
    <header class="top">
      <div class="bar">
        <a class="brand" href="#/today">
          bedarf
        </a>
        {shown?.request.uploads !== undefined && (
          <a class="chip warning" href={linkTo({ view: "files" })} title={t.frame.ownData}>
            {t.frame.exampleMark}
          </a>
        )}
        <Navigation current={view} />
        <dl class="facts when">
          {asOf !== undefined && (
            <Fact name={`${t.frame.asOf} · ${say(t.frame.age, { age: age(asOf) })}`}>{date(asOf)}</Fact>
          )}
        </dl>
        <Unplaced session={session} />
        <WhoseItems session={session} />
        <Languages session={session} />
      </div>
      <NewestRun session={session} />
      <WaitingDecisions session={session} />
      <NewPlan session={session} />
      <Stale session={session} />
    </header>
  );
}
