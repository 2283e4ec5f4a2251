import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface MenuProps {
  readonly title: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** What is folded behind a button and opens over the page; a press elsewhere or Escape folds it again. */
export function Menu({ title, class: more = "", children }: MenuProps): VNode {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const pressed = (event: Event): void => {
      const menu = ref.current;
      if (menu?.open && !menu.contains(event.target as Node)) menu.open = false;
    };
    window.addEventListener("pointerdown", pressed);
    return () => window.removeEventListener("pointerdown", pressed);
  }, []);
  return (
    <details
      ref={ref}
      class={`menu ${more}`}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || ref.current?.open !== true) return;
        event.preventDefault();
        event.stopPropagation();
        ref.current.open = false;
        ref.current.querySelector("summary")?.focus();
      }}
    >
      <summary class="button">{title}</summary>
      <div class="menu-panel">{children}</div>
    </details>
  );
}
