import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface MenuProps {
  readonly title: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** What is folded behind a button and opens over the page; a press elsewhere or Escape folds it again. */
export function Menu({ title, class: more = "", children }: MenuProps): VNode {
  const ref = useRef<HTMLDetailsElement>(null);
  // what is folded is made when it is opened first
  const [wasOpen, setOpen] = useState(false);
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
      onToggle={() => setOpen(true)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || ref.current?.open !== true) return;
        event.preventDefault();
        event.stopPropagation();
        ref.current.open = false;
        ref.current.querySelector("summary")?.focus();
      }}
    >
      <summary class="button">{title}</summary>
      <div class="menu-panel">{wasOpen && children}</div>
    </details>
  );
}
