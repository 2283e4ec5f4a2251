import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";
import { AskingForm } from "../parts/form.tsx";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import { frameWords } from "../words/frame.ts";

/** Asks for the token once; the server answers with a cookie that scripts cannot read. */
export function SignIn({ session }: { readonly session: Session }): VNode {
  const [error, setError] = useState("");
  const waiting = useStore(session.waiting);
  const signIn = async (values: FormData): Promise<void> => {
    try {
      await session.client.signIn(String(values.get("token") ?? "").trim());
      await session.signedIn();
    } catch {
      setError(frameWords.wrongToken);
    }
  };
  return (
    <Dialog title={frameWords.signIn} close={() => {}}>
      <p>{frameWords.signInText}</p>
      {waiting > 0 && <p class="note">{frameWords.keptEdits}</p>}
      <AskingForm submit={signIn} done={frameWords.signIn} fault={{ id: "token-error", text: error }}>
        {/* who keeps passwords is told whose this one is */}
        <input
          class="sr"
          name="username"
          autoComplete="username"
          value="bedarf"
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <Field label={frameWords.token}>
          <input
            name="token"
            type="password"
            autoComplete="current-password"
            data-focus
            required
            aria-invalid={error !== ""}
            aria-describedby="token-error"
          />
        </Field>
      </AskingForm>
    </Dialog>
  );
}
