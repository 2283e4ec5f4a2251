import { h } from "preact";
import type { Drawn } from "../drawn.ts";
import { t } from "../language.ts";
import { button } from "../parts/basic.tsx";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import { frameWords } from "../words/frame.ts";

const marks = { good: "✓", warning: "▲", error: "■" } as const;

/** What just happened, said once and kept in sight for a while. */
export function Notices({ session }: { readonly session: Session }): Drawn {
  const notices = useStore(session.notices);
  const remove = (id: number) => session.notices.set((before) => before.filter((one) => one.id !== id));
  return h(
    "div",
    { class: "notices", role: "log", "aria-live": "polite", "aria-label": t(frameWords.notices) },
    notices.map(({ id, kind, text }) =>
      h(
        "div",
        { key: id, class: `notice ${kind}` },
        h("span", { "aria-hidden": "true" }, marks[kind]),
        h("span", {}, text),
        button("✕", () => remove(id), { class: "icon", "aria-label": t(frameWords.close) }),
      ),
    ),
  );
}
