import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { ApiError } from "../../client/client.ts";
import { moment, t } from "../../language.ts";
import { Failure } from "../../parts/states.tsx";
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
export function Tokens({ session, found }: TokensProps): VNode {
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
  return (
    <section class="card">
      <div class="row between">
        <h2>{t(settingWords.tokens)}</h2>
        {found.state === "here" && found.value.length > 0 && (
          <button
            type="button"
            onClick={() =>
              void session.client.signOut().then(
                () => session.isSignedOut.set(true),
                () => {},
              )
            }
          >
            {t(settingWords.signOut)}
          </button>
        )}
      </div>
      <p class="muted">{t(settingWords.tokensText)}</p>
      {found.state === "failed" &&
        (found.error instanceof ApiError && found.error.status === 403 ? (
          <p class="muted">{t(settingWords.forbidden)}</p>
        ) : (
          <Failure why={found.error.message} again={found.again} />
        ))}
      {made !== "" && (
        <p class="note" role="status">
          {`${t(settingWords.tokenOnce)} `}
          <code>{made}</code>
        </p>
      )}
      {found.state === "here" && (
        <>
          {found.value.length > 0 && tokenTable(found.value, revoke)}
          {form(create)}
        </>
      )}
    </section>
  );
}

function tokenTable(rows: readonly TokenRow[], revoke: (name: string) => void): VNode {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t(settingWords.tokens)}>
      <table>
        <thead>
          <tr>
            {(["name", "scopes", "expires", "used"] as const).map((name) => (
              <th key={name} scope="col">
                {t(settingWords[name])}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name + row.created}>
              <td>{row.name}</td>
              <td>
                {row.scopes
                  .map((scope) => (isScope(scope) ? t(settingWords.scopeNames[scope]) : scope))
                  .join(", ")}
              </td>
              <td>{instant(row.expires)}</td>
              <td>{instant(row.used)}</td>
              <td>
                {row.revoked == null ? (
                  <button
                    type="button"
                    onClick={() => revoke(row.name)}
                    aria-label={`${t(settingWords.revoke)}: ${row.name}`}
                  >
                    {t(settingWords.revoke)}
                  </button>
                ) : (
                  t(settingWords.revoked)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function form(create: (event: Event) => void): VNode {
  return (
    <form class="form-row" onSubmit={create}>
      <label class="field">
        <span>{t(settingWords.name)}</span>
        <input name="name" required maxLength={80} autoComplete="off" />
      </label>
      <label class="field narrow">
        <span>{t(settingWords.expires)}</span>
        <input name="expires" type="date" />
      </label>
      <fieldset>
        <legend>{t(settingWords.scopes)}</legend>
        {scopes.map((scope) => (
          <label class="check" key={scope}>
            <input type="checkbox" name="scope" value={scope} defaultChecked={scope === "read"} />
            {t(settingWords.scopeNames[scope])}
          </label>
        ))}
      </fieldset>
      <button type="submit">{t(settingWords.create)}</button>
    </form>
  );
}
