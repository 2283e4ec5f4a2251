import { h } from "preact";
import { useState } from "preact/hooks";
import { ApiError } from "../../client/client.ts";
import type { Drawn } from "../../drawn.ts";
import { moment, t } from "../../language.ts";
import { button, failure } from "../../parts/basic.tsx";
import type { AuditRow } from "../../shapes.ts";
import type { Fetched } from "../../store.ts";
import { settingWords } from "../../words/settings.ts";

const step = 30;

export interface AuditTrailProps {
  readonly found: Fetched<readonly AuditRow[]> & { again(): void };
}

/** Who did what, newest first. */
export function AuditTrail({ found }: AuditTrailProps): Drawn {
  const [most, setMost] = useState(step);
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t(settingWords.audit)),
    h("p", { class: "muted" }, t(settingWords.auditText)),
    found.state === "failed" &&
      (found.error instanceof ApiError && found.error.status === 403
        ? h("p", { class: "muted" }, t(settingWords.forbidden))
        : failure(found.error.message, found.again)),
    found.state === "here" && [
      h(
        "div",
        { class: "scroll", tabIndex: 0, role: "region", "aria-label": t(settingWords.audit) },
        h(
          "table",
          {},
          h(
            "thead",
            {},
            h(
              "tr",
              {},
              (["when", "who", "action", "object"] as const).map((name) =>
                h("th", { key: name, scope: "col" }, t(settingWords[name])),
              ),
            ),
          ),
          h(
            "tbody",
            {},
            found.value
              .slice(0, most)
              .map((row) =>
                h(
                  "tr",
                  { key: row.seq },
                  h("td", {}, moment(new Date(row.at).getTime())),
                  h("td", {}, row.who),
                  h("td", {}, row.action),
                  h("td", { class: "samples" }, row.object),
                ),
              ),
          ),
        ),
      ),
      found.value.length > most && button(t(settingWords.older), () => setMost(most + 100)),
    ],
  );
}
