import { h } from "preact";
import { useState } from "preact/hooks";
import { ApiError } from "../../client/client.ts";
import type { Drawn } from "../../drawn.ts";
import { moment, t } from "../../language.ts";
import { button, failure } from "../../parts/basic.tsx";
import type { Session } from "../../session/session.ts";
import type { TokenRow } from "../../shapes.ts";
import type { Fetched } from "../../store.ts";
import { settingWords } from "../../words/settings.ts";

const scopes = ["read", "upload", "decide", "admin"] as const;
type Scope = (typeof scopes)[number];

const isScope = (scope: string): scope is Scope => (scopes as readonly string[]).includes(scope);
const instant = (at: TokenRow["used"]): string => (at == null ? "–" : moment(new Date(at).getTime()));

export interface TokensProps {
  readonly session: Session;
  readonly found: Fetched<readonly TokenRow[]> & { again(): void };
}

/** Who may do what: tokens with their scopes, made and revoked here. */
export function Tokens({ session, found }: TokensProps): Drawn {
  const [made, setMade] = useState("");
  const create = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const expires = String(data.get("expires") ?? "");
    try {
      const token = await session.client.createToken({
        name: String(data.get("name")),
        scopes: data.getAll("scope").map(String),
        ...(expires === "" ? {} : { expires }),
      });
      // From the first token on this page needs one too: it signs in with the one just made.
      if (found.state === "here" && found.value.length === 0) await session.client.signIn(token);
      setMade(token);
      form.reset();
      found.again();
    } catch (error) {
      session.notify("error", (error as Error).message);
    }
  };
  const revoke = (name: string): void =>
    void session.client
      .revokeToken(name)
      .then(found.again, (error: Error) => session.notify("error", error.message));
  return h(
    "section",
    { class: "card" },
    h(
      "div",
      { class: "row between" },
      h("h2", {}, t(settingWords.tokens)),
      found.state === "here" &&
        found.value.length > 0 &&
        button(
          t(settingWords.signOut),
          () =>
            void session.client.signOut().then(
              () => session.isSignedOut.set(true),
              () => {},
            ),
        ),
    ),
    h("p", { class: "muted" }, t(settingWords.tokensText)),
    found.state === "failed" &&
      (found.error instanceof ApiError && found.error.status === 403
        ? h("p", { class: "muted" }, t(settingWords.forbidden))
        : failure(found.error.message, found.again)),
    made !== "" &&
      h("p", { class: "note", role: "status" }, `${t(settingWords.tokenOnce)} `, h("code", {}, made)),
    found.state === "here" && [found.value.length > 0 && tokenTable(found.value, revoke), form(create)],
  );
}

function tokenTable(rows: readonly TokenRow[], revoke: (name: string) => void): Drawn {
  return h(
    "div",
    { class: "scroll", tabIndex: 0, role: "region", "aria-label": t(settingWords.tokens) },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          (["name", "scopes", "expires", "used"] as const).map((name) =>
            h("th", { key: name, scope: "col" }, t(settingWords[name])),
          ),
          h("td", {}),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            { key: row.name + row.created },
            h("td", {}, row.name),
            h(
              "td",
              {},
              row.scopes
                .map((scope) => (isScope(scope) ? t(settingWords.scopeNames[scope]) : scope))
                .join(", "),
            ),
            h("td", {}, instant(row.expires)),
            h("td", {}, instant(row.used)),
            h(
              "td",
              {},
              row.revoked == null
                ? button(t(settingWords.revoke), () => revoke(row.name), {
                    "aria-label": `${t(settingWords.revoke)}: ${row.name}`,
                  })
                : t(settingWords.revoked),
            ),
          ),
        ),
      ),
    ),
  );
}

function form(create: (event: Event) => void): Drawn {
  return h(
    "form",
    { class: "form-row", onSubmit: create },
    h(
      "label",
      { class: "field" },
      h("span", {}, t(settingWords.name)),
      h("input", { name: "name", required: true, maxLength: 80, autoComplete: "off" }),
    ),
    h(
      "label",
      { class: "field narrow" },
      h("span", {}, t(settingWords.expires)),
      h("input", { name: "expires", type: "date" }),
    ),
    h(
      "fieldset",
      {},
      h("legend", {}, t(settingWords.scopes)),
      scopes.map((scope) =>
        h(
          "label",
          { class: "check", key: scope },
          h("input", { type: "checkbox", name: "scope", value: scope, defaultChecked: scope === "read" }),
          t(settingWords.scopeNames[scope]),
        ),
      ),
    ),
    h("button", { type: "submit" }, t(settingWords.create)),
  );
}
