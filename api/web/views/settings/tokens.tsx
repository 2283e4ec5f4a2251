import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { moment } from "../../language.ts";
import { Field } from "../../parts/field.tsx";
import { Form } from "../../parts/form.tsx";
import { WideTable } from "../../parts/table.tsx";
import type { Session } from "../../session/session.ts";
import type { TokenRow } from "../../shapes.ts";
import type { Fetching } from "../../store.ts";
import { settingsWords } from "../../words/settings.ts";
import { Forbidden } from "./forbidden.tsx";

type Scope = keyof typeof settingsWords.scopeNames;
const scopes = Object.keys(settingsWords.scopeNames) as Scope[];

interface TokensProps {
  readonly session: Session;
  readonly found: Fetching<readonly TokenRow[]>;
}

/** Who may do what: tokens with their scopes, made and revoked here. */
export function Tokens({ session, found }: TokensProps): VNode {
  const { client, attempt, isSignedOut } = session;
  const rows = found.state === "here" ? found.value : [];
  const [made, setMade] = useState("");
  const create = (values: FormData, form: HTMLFormElement): Promise<boolean> =>
    attempt(async () => {
      const expires = String(values.get("expires") ?? "");
      const token = await client.createToken({
        name: String(values.get("name")),
        scopes: scopes.filter((scope) => values.getAll("scope").includes(scope)),
        ...(expires === "" ? {} : { expires }),
      });
      // From the first token on this page needs one too: it signs in with the one just made.
      if (found.state === "here" && rows.length === 0) await client.signIn(token);
      setMade(token);
      form.reset();
      found.again();
    });
  const revoke = (name: string): Promise<boolean> =>
    attempt(async () => {
      await client.revokeToken(name);
      found.again();
    });
  const signOut = (): Promise<boolean> =>
    attempt(async () => {
      await client.signOut();
      isSignedOut.set(true);
    });
  return (
    <section class="card">
      <div class="row between">
        <h2>{settingsWords.tokens}</h2>
        {rows.length > 0 && (
          <button type="button" onClick={() => void signOut()}>
            {settingsWords.signOut}
          </button>
        )}
      </div>
      <p class="muted">{settingsWords.tokensText}</p>
      <Forbidden of={found} />
      {made !== "" && (
        <p class="note" role="status">
          {`${settingsWords.tokenOnce} `}
          <code>{made}</code>
        </p>
      )}
      {rows.length > 0 && <TokenTable rows={rows} revoke={(name) => void revoke(name)} />}
      {found.state === "here" && <NewToken create={create} />}
    </section>
  );
}

interface TokenTableProps {
  readonly rows: readonly TokenRow[];
  readonly revoke: (name: string) => void;
}

const TokenTable = ({ rows, revoke }: TokenTableProps): VNode => (
  <WideTable
    label={settingsWords.tokens}
    heads={[settingsWords.name, settingsWords.scopes, settingsWords.expires, settingsWords.used, ""]}
  >
    {rows.map(({ name, created, scopes: allowed, expires, used, revoked }) => (
      <tr key={name + created}>
        <td>{name}</td>
        <td>{allowed.map((scope) => settingsWords.scopeNames[scope]).join(", ")}</td>
        <td>{moment(expires)}</td>
        <td>{moment(used)}</td>
        <td>
          {revoked === null ? (
            <button
              type="button"
              aria-label={`${settingsWords.revoke}: ${name}`}
              onClick={() => revoke(name)}
            >
              {settingsWords.revoke}
            </button>
          ) : (
            settingsWords.revoked
          )}
        </td>
      </tr>
    ))}
  </WideTable>
);

interface NewTokenProps {
  readonly create: (values: FormData, form: HTMLFormElement) => unknown;
}

const NewToken = ({ create }: NewTokenProps): VNode => (
  <Form class="form-row" submit={create}>
    <Field label={settingsWords.name}>
      <input name="name" required maxLength={80} autoComplete="off" />
    </Field>
    <Field label={settingsWords.expires} narrow>
      <input name="expires" type="date" />
    </Field>
    <fieldset>
      <legend>{settingsWords.scopes}</legend>
      {scopes.map((scope) => (
        <label class="check" key={scope}>
          <input type="checkbox" name="scope" value={scope} defaultChecked={scope === "read"} />
          {settingsWords.scopeNames[scope]}
        </label>
      ))}
    </fieldset>
    <button type="submit">{settingsWords.create}</button>
  </Form>
);
