import { dayOf, UsageError } from "../../src/index.ts";
import { argument, type Call, type Command, type Phrase, repeated } from "../command.ts";
import { openStore, type Store } from "../store/index.ts";
import { type Scope, scopes } from "../store/tokens.ts";

const shownOnce: Phrase = {
  de: "Der Zugangsschlüssel wird nur dieses eine Mal gezeigt.",
  en: "The token is shown this once only.",
};

const dayMs = 86_400_000;

function scopesOf(given: readonly string[] | undefined): Scope[] {
  const wanted = (given ?? []).flatMap((one) => one.split(",")).map((one) => one.trim());
  const unknown = wanted.find((one) => !scopes.includes(one as Scope));
  if (wanted.length === 0) throw new UsageError({ code: "scope-missing", known: scopes });
  if (unknown !== undefined) throw new UsageError({ code: "scope-unknown", name: unknown, known: scopes });
  return scopes.filter((one) => wanted.includes(one));
}

function expiresOf(day: string | undefined): { expires?: number } {
  if (day === undefined) return {};
  if (Number.isNaN(dayOf(day))) throw new UsageError({ code: "no-such-day", name: "--expires", got: day });
  return { expires: (dayOf(day) + 1) * dayMs };
}

const iso = (ms: number | null) => (ms === null ? "-" : new Date(ms).toISOString().slice(0, 10));

const options = {
  data: argument("DIR", "Ordner des Speichers", "folder of the store"),
  name: argument("NAME", "Name des Zugangs", "name of the token"),
  tenant: argument("TENANT", "Mandant (default)", "tenant (default)"),
  scope: repeated("upload,read,decide,admin", "Berechtigungen", "what it may do"),
  expires: argument("DATE", "letzter gültiger Tag", "last valid day"),
};
type Asked = Call<typeof options>;

const actorOf = (tenant: string) => ({ tenant, who: "command line", request: "" });

function withStore<T>(folder: string, work: (store: Store) => T): T {
  const store = openStore(folder);
  try {
    return work(store);
  } finally {
    store.close();
  }
}

function create(call: Asked, folder: string): void {
  const { name, tenant = "default", scope, expires } = call.options;
  if (name === undefined) throw new UsageError({ code: "token-without-name" });
  const granted = scopesOf(scope);
  const wanted = { name, tenant, scopes: granted, ...expiresOf(expires) };
  const token = withStore(folder, (store) =>
    store.transaction(({ tokens, audit }) => {
      const made = tokens.create(wanted);
      audit.add(actorOf(tenant), "token.create", name, { scopes: granted });
      return made;
    }),
  );
  call.stdout.write(`${token}\n`);
  call.stderr.write(`${shownOnce[call.lang]}\n`);
}

function list(call: Asked, folder: string): void {
  const tokens = withStore(folder, (store) => store.tokens.list(call.options.tenant));
  for (const { name, tenant, scopes: granted, created, expires, used, revoked } of tokens) {
    const cells = [
      name,
      tenant,
      granted.join(","),
      `created ${iso(created)}`,
      `expires ${iso(expires)}`,
      `used ${iso(used)}`,
      ...(revoked === null ? [] : [`revoked ${iso(revoked)}`]),
    ];
    call.stdout.write(`${cells.join("\t")}\n`);
  }
}

function revoke(call: Asked, folder: string): void {
  const wanted = call.positionals[1] ?? call.options.name;
  if (wanted === undefined) throw new UsageError({ code: "token-to-revoke-missing" });
  const isDone = withStore(folder, (store) =>
    store.transaction(({ tokens, audit }) => {
      // A name may be taken in several tenants: the option says which is meant, else it must be the only one.
      const all = tokens
        .list(call.options.tenant)
        .filter(({ name, revoked }) => name === wanted && revoked === null);
      const [found] = all;
      if (found === undefined || all.length > 1 || !tokens.revoke(wanted, found.tenant)) return false;
      audit.add(actorOf(found.tenant), "token.revoke", wanted);
      return true;
    }),
  );
  if (!isDone) throw new UsageError({ code: "token-unknown", name: wanted });
}

const actions: Readonly<Record<string, (call: Asked, folder: string) => void>> = { create, list, revoke };

async function run(call: Asked): Promise<number> {
  const [name = ""] = call.positionals;
  const folder = call.options.data;
  if (folder === undefined) throw new UsageError({ code: "store-missing", command: "token" });
  if (!Object.hasOwn(actions, name)) throw new UsageError({ code: "token-action-unknown" });
  // What the store holds is nobody else's to read, whoever made its folder.
  process.umask(0o077);
  actions[name](call, folder);
  return 0;
}

export const token: Command<typeof options> = {
  summary: { de: "Zugangsschlüssel anlegen, zeigen, sperren", en: "makes, lists and revokes tokens" },
  usage: "create|list|revoke --data DIR …",
  examples: [
    "token create --data data --name erp --scope upload,read",
    "token create --data data --name anna --tenant werk1 --scope read,decide --expires 2027-12-31",
    "token list --data data",
    "token revoke --data data erp",
  ],
  options,
  run,
};
