import { h } from "preact";
import { useState } from "preact/hooks";
import type { Drawn } from "../drawn.ts";
import { t } from "../language.ts";
import { Dialog } from "../parts/dialog.tsx";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import { frameWords } from "../words/frame.ts";

/** Asks for the token once; the server answers with a cookie that scripts cannot read. */
export function SignIn({ session }: { readonly session: Session }): Drawn {
  const [error, setError] = useState("");
  const waiting = useStore(session.waiting);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const token = String(new FormData(form).get("token") ?? "").trim();
    try {
      await session.client.signIn(token);
      await session.signedIn();
    } catch {
      setError(t(frameWords.wrongToken));
    }
  };
  return h(
    Dialog,
    { title: t(frameWords.signIn), close: () => {} },
    h("p", {}, t(frameWords.signInText)),
    waiting > 0 && h("p", { class: "bad" }, t(frameWords.keptEdits)),
    h(
      "form",
      { onSubmit: submit },
      h(
        "label",
        { class: "field" },
        h("span", {}, t(frameWords.token)),
        h("input", {
          name: "token",
          type: "password",
          autoComplete: "current-password",
          "data-focus": true,
          required: true,
          "aria-invalid": error !== "",
          "aria-describedby": "token-error",
        }),
      ),
      h("p", { class: "bad", id: "token-error", role: "alert" }, error),
      h("div", { class: "actions" }, h("button", { type: "submit", class: "main" }, t(frameWords.signIn))),
    ),
  );
}
