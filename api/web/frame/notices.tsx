import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import { frameWords } from "../words/frame.ts";

const marks = { good: "✓", warning: "▲", error: "■" } as const;

/** What just happened, said once and kept in sight for a while. */
export function Notices({ session }: { readonly session: Session }): VNode {
  const notices = useStore(session.notices);
  const box = useRef<HTMLDivElement>(null);
  // the page ends so much later: its last line can be scrolled out from below them
  useLayoutEffect(() => {
    const height = notices.length === 0 ? 0 : (box.current?.offsetHeight ?? 0);
    document.documentElement.style.setProperty("--notices", `${height}px`);
  }, [notices]);
  return (
    <div ref={box} class="notices" role="log" aria-live="polite" aria-label={frameWords.notices}>
      {notices.map(({ id, kind, text, remedy }) => (
        <div key={id} class={`notice ${kind}`}>
          <span aria-hidden="true">{marks[kind]}</span>
          <span>{text}</span>
          {remedy !== undefined && (
            <button
              type="button"
              onClick={() => {
                session.dismiss(id);
                void remedy.act();
              }}
            >
              {remedy.name}
            </button>
          )}
          <button
            type="button"
            class="icon"
            aria-label={frameWords.close}
            onClick={() => session.dismiss(id)}
          >
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
