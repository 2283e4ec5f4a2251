import type { RefObject, VNode } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { dayOf, words } from "../../../src/index.ts";
import { linkTo } from "../address.ts";
import { date, lang, localDay, say } from "../language.ts";
import { Icon } from "../parts/icon.tsx";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import type { View } from "../view.ts";
import { views } from "../views/index.ts";
import { frameWords } from "../words/frame.ts";
import { glossaryWords } from "../words/glossary.ts";
import { NewestRun, NewPlan, Unplaced, WaitingDecisions } from "./banners.tsx";
import { openMenu } from "./shortcuts.tsx";
import { Stale } from "./stale.tsx";

const named = Object.entries<View>(views).flatMap(([view, { name }]) =>
  name === undefined ? [] : [{ view, name }],
);

/** How old the data of a day are for the reader. */
function age(asOf: string): string {
  const days = dayOf(localDay(new Date())) - dayOf(asOf);
  if (days <= 0) return frameWords.today;
  return say(frameWords.days, { days });
}

/** Tells the style sheet how high the head is: what sticks below it stands there. */
function useHeight(head: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const measured = (): void =>
      document.documentElement.style.setProperty("--top", `${head.current?.offsetHeight ?? 48}px`);
    const watcher = new ResizeObserver(measured);
    if (head.current !== null) watcher.observe(head.current);
    measured();
    return () => watcher.disconnect();
  }, []);
}

function Navigation({ current }: { readonly current: string }): VNode {
  const ref = useRef<HTMLUListElement>(null);
  // on a phone the views go on beyond the edge: the current one is drawn into sight
  useEffect(() => {
    const here = ref.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (here) ref.current?.scrollTo({ left: here.offsetLeft - 60 });
  }, [current]);
  return (
    <nav aria-label={frameWords.navigation}>
      <ul ref={ref}>
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
}

/** Own items or all, for readers who have own items. */
function WhoseItems({ session }: { readonly session: Session }): VNode | null {
  const { owners, isOn } = useStore(session.mine);
  if (owners.length === 0) return null;
  return (
    <div class="segments small" role="group" aria-label={frameWords.whose}>
      <button
        type="button"
        aria-pressed={isOn}
        title={owners.join(", ")}
        onClick={() => session.showMine(true)}
      >
        {frameWords.mine}
      </button>
      <button type="button" aria-pressed={!isOn} onClick={() => session.showMine(false)}>
        {frameWords.all}
      </button>
    </div>
  );
}

/** On a phone the menu of everything changes the language. */
const Languages = ({ session }: { readonly session: Session }): VNode => (
  <div class="segments small wide-only" role="group" aria-label={frameWords.language}>
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
  const head = useRef<HTMLElement>(null);
  useHeight(head);
  return (
    <header class="top" ref={head}>
      <div class="bar">
        <a class="brand" href="#/today">
          bedarf
        </a>
        {shown?.request.uploads !== undefined && (
          <a class="chip warning" href={linkTo({ view: "files" })} title={frameWords.ownData}>
            {frameWords.exampleMark}
          </a>
        )}
        <Navigation current={view} />
        <dl class="facts when" title={glossaryWords.asOf}>
          {asOf !== undefined && (
            <div>
              <dt>
                {frameWords.asOf}
                <span class="age">{` · ${say(frameWords.age, { age: age(asOf) })}`}</span>
              </dt>
              <dd>{date(asOf)}</dd>
            </div>
          )}
        </dl>
        <Unplaced session={session} />
        <button
          type="button"
          class="icon"
          aria-label={`${frameWords.commands} (${frameWords.commandKey})`}
          title={`${frameWords.commands} (${frameWords.commandKey})`}
          onClick={() => window.dispatchEvent(new Event(openMenu))}
        >
          <Icon of="search" />
        </button>
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
