import type { VNode } from "preact";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import { frameWords } from "../words/frame.ts";

const marks = { good: "✓", warning: "▲", error: "■" } as const;

/** What just happened, said once and kept in sight for a while. */
export function Notices({ session }: { readonly session: Session }): VNode {
  const notices = useStore(session.notices);
  return (
    <div class="notices" role="log" aria-live="polite" aria-label={frameWords.notices}>
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
