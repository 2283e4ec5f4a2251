import type { VNode } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { say } from "../language.ts";
import { frameWords } from "../words/frame.ts";
import { glossaryWords } from "../words/glossary.ts";

/** A figure that the glossary explains. */
export type FigureName = keyof typeof glossaryWords;

/** Widest the explanation stands, and how far it keeps from the edge, in pixels. */
const [width, edge] = [320, 12];

interface HelpProps {
  /** The figure as it is named beside the mark. */
  readonly name: string;
  readonly about: FigureName;
}

/** A mark beside a figure that says what it means; Escape or a press elsewhere closes it. */
export function Help({ name, about }: HelpProps): VNode {
  const id = useId();
  const mark = useRef<HTMLButtonElement>(null);
  // what is closed is not on the page: neither searched nor read aloud
  const [isOpen, setOpen] = useState(false);
  const place = (event: { readonly newState: string; readonly target: EventTarget | null }): void => {
    setOpen(event.newState === "open");
    const text = event.target as HTMLElement;
    const { left = 0, bottom = 0 } = mark.current?.getBoundingClientRect() ?? {};
    text.style.left = `${Math.max(edge, Math.min(left, window.innerWidth - width - edge))}px`;
    text.style.top = `${bottom + 4}px`;
  };
  return (
    <span class="help">
      <button
        ref={mark}
        type="button"
        class="help-mark no-print"
        popovertarget={id}
        aria-label={say(frameWords.whatIs, { name })}
      >
        ?
      </button>
      <span id={id} popover="auto" class="help-text" onBeforeToggle={place}>
        {isOpen && (
          <>
            <strong>{name}</strong>
            <br />
            {glossaryWords[about]}
          </>
        )}
      </span>
    </span>
  );
}
