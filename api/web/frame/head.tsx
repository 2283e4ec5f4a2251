import { h } from "preact";
import { dayOf } from "../../../src/index.ts";
import { linkTo } from "../address.ts";
import type { Drawn } from "../drawn.ts";
import { date, type Lang, lang, percent, say, t } from "../language.ts";
import { button, fact, link } from "../parts/basic.tsx";
import type { PlansState, Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import { decisionWords } from "../words/decisions.ts";
import { frameWords } from "../words/frame.ts";

const views = ["orders", "signals", "kpis", "cash", "files", "settings"] as const;

/** The civil day that the reader has. */
function readersDay(): string {
  const now = new Date();
  const two = (x: number) => String(x).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function age(asOf: string): string {
  const days = dayOf(readersDay()) - dayOf(asOf);
  if (days <= 0) return t(frameWords.today);
  return days === 1 ? t(frameWords.oneDay) : say(frameWords.days, { days });
}

/** What the newest run needs said: it waits, runs, was held, or failed. */
function night({ shown, newest }: PlansState): Drawn | undefined {
  if (newest === undefined || newest.id === shown?.id) return undefined;
  const { state, reason, progress } = newest;
  if (state === "queued" || state === "running")
    return h(
      "div",
      { class: "banner", role: "status" },
      state === "queued" ? t(frameWords.queued) : say(frameWords.running, { share: percent(progress, 0) }),
      h("progress", { max: 1, value: progress, "aria-label": t(frameWords.views.files) }),
    );
  if (state === "done") return undefined;
  const text =
    state === "held" ? frameWords.held : shown === undefined ? frameWords.failedFirst : frameWords.failed;
  return h(
    "div",
    { class: "banner bad", role: "alert" },
    `■ ${say(text, { reason: reason ?? newest.code ?? "" })} `,
    link(linkTo({ view: "files" }), t(frameWords.views.files)),
  );
}

function Waiting({ session }: { readonly session: Session }): Drawn | null {
  const count = useStore(session.waiting);
  if (count === 0) return null;
  return h(
    "div",
    { class: "banner warning", role: "alert" },
    `▲ ${say(decisionWords.waiting, { count })} `,
    button(t(decisionWords.sendNow), () => void session.signedIn()),
  );
}

/** Brand, views, as-of and age of the data, the state of the night, language. */
export function Head({ session, view }: { readonly session: Session; readonly view: string }): Drawn {
  const plans = useStore(session.plans);
  const { shown } = plans;
  const { owners, isOn } = useStore(session.mine);
  const choose = (to: Lang) =>
    button(to.toUpperCase(), () => session.switchLang(to), {
      "aria-pressed": lang() === to,
      lang: to,
      key: to,
    });
  return h(
    "header",
    { class: "top" },
    h(
      "div",
      { class: "bar" },
      h("a", { class: "brand", href: "#/orders" }, "bedarf"),
      h(
        "nav",
        { "aria-label": t(frameWords.navigation) },
        h(
          "ul",
          {},
          views.map((name) =>
            h(
              "li",
              { key: name },
              link(linkTo({ view: name }), t(frameWords.views[name]), {
                "aria-current": name === view ? "page" : undefined,
              }),
            ),
          ),
        ),
      ),
      h(
        "dl",
        { class: "facts when" },
        shown?.asOf != null && [
          fact(t(frameWords.asOf), date(shown.asOf)),
          fact(t(frameWords.age), age(shown.asOf)),
        ],
      ),
      owners.length > 0 &&
        h(
          "div",
          { class: "segments small", role: "group", "aria-label": t(frameWords.whose) },
          button(t(frameWords.mine), () => session.showMine(true), {
            "aria-pressed": isOn,
            title: owners.join(", "),
          }),
          button(t(frameWords.all), () => session.showMine(false), { "aria-pressed": !isOn }),
        ),
      h(
        "div",
        { class: "segments small", role: "group", "aria-label": t(frameWords.language) },
        choose("de"),
        choose("en"),
      ),
    ),
    night(plans),
    h(Waiting, { session }),
  );
}
