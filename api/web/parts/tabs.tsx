import type { ComponentChildren, VNode } from "preact";
import { useId, useRef, useState } from "preact/hooks";

/** A part of a view behind its name. */
interface Tab {
  readonly name: string;
  readonly title: string;
  readonly content: ComponentChildren;
}

interface TabsProps {
  /** What the parts are about, for those who cannot see them side by side. */
  readonly label: string;
  /** The part that is open is kept in the browser under this name. */
  readonly keptAs: string;
  readonly tabs: readonly Tab[];
}

/** How far an arrow leads among so many tabs. */
const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Parts of a view of which one is open; paper shows all, one below the other. */
export function Tabs({ label, keptAs, tabs }: TabsProps): VNode {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState(() => localStorage.getItem(keptAs) ?? "");
  const at = Math.max(
    0,
    tabs.findIndex(({ name }) => name === chosen),
  );
  const open = (name: string): void => {
    localStorage.setItem(keptAs, name);
    choose(name);
  };
  const pressed = (event: KeyboardEvent): void => {
    const next = steps[event.key]?.(at, tabs.length);
    const tab = next === undefined ? undefined : tabs[next];
    if (next === undefined || tab === undefined) return;
    event.preventDefault();
    open(tab.name);
    row.current?.querySelectorAll("button").item(next).focus();
  };
  return (
    <section class="card tabs">
      <div ref={row} class="tab-row" role="tablist" aria-label={label} onKeyDown={pressed}>
        {tabs.map(({ name, title }, k) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={k === at}
            aria-controls={`${id}-${name}-panel`}
            tabIndex={k === at ? 0 : -1}
            onClick={() => open(name)}
          >
            {title}
          </button>
        ))}
      </div>
      {tabs.map(({ name, content }, k) => (
        <div
          key={name}
          class="tab-panel"
          role="tabpanel"
          id={`${id}-${name}-panel`}
          aria-labelledby={`${id}-${name}`}
          hidden={k !== at}
        >
          {content}
        </div>
      ))}
    </section>
  );
}
