import type { ComponentChildren, VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { focusAgain, focusChain } from "./focus.ts";

interface DialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/** A modal dialog: the browser keeps the focus inside and closes it with Escape. */
export function Dialog({ title, close, children }: DialogProps): VNode {
  const ref = useRef<HTMLDialogElement>(null);
  // Before the next key: what is open takes it, and what was left has it again.
  useLayoutEffect(() => {
    const before = focusChain(document.activeElement);
    const dialog = ref.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>("[data-focus]")?.focus();
    // it is read from its title on, also where its button is further down than the window
    dialog?.scrollTo(0, 0);
    return () => {
      // While it is open everything else is inert and takes no focus.
      dialog?.close();
      focusAgain(before);
    };
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}
