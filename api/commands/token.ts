import { dayOf, UsageError } from "../../src/index.ts";
import { argument, type Call, type Command, type Phrase, repeated } from "../command.ts";
import { sharedOptions, sharedPlaceOf } from "../shared-place.ts";
import { openStore, type Store } from "../store/index.ts";
import { openShared, type SharedPlace } from "../store/postgres/postgres-store.ts";
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
  ...sharedOptions,
  name: argument("NAME", "Name des Zugangs", "name of the token"),
  tenant: argument("TENANT", "Mandant (default)", "tenant (default)"),
  scope: repeated("upload,read,decide,approve,admin", "Berechtigungen", "what it may do"),
  expires: argument("DATE", "letzter gültiger Tag", "last valid day"),
};
type Asked = Call<typeof options>;

const actorOf = (tenant: string) => ({ tenant, who: "command line", request: "" });

/** A folder, or a database that is shared. */
type Place = string | SharedPlace;

async function withStore<T>(place: Place, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await (typeof place === "string" ? openStore(place) : openShared(place));
  try {
    return await work(store);
  } finally {
    if (store.isShared) await store.instances.leave(store.instance);
    await store.close();
  }
}

async function create(call: Asked, place: Place): Promise<void> {
  const { name, tenant = "default", scope, expires } = call.options;
  if (name === undefined) throw new UsageError({ code: "token-without-name" });
  const granted = scopesOf(scope);
  const wanted = { name, tenant, scopes: granted, ...expiresOf(expires) };
  const token = await withStore(place, (store) =>
    store.transaction(async ({ tokens, audit }) => {
      const made = await tokens.create(wanted);
      await audit.add(actorOf(tenant), "token.create", name, { scopes: granted });
      return made;
    }),
  );
  call.stdout.write(`${token}\n`);
  call.stderr.write(`${shownOnce[call.lang]}\n`);
}

async function list(call: Asked, place: Place): Promise<void> {
  const tokens = await withStore(place, (store) => store.tokens.list(call.options.tenant));
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

async function revoke(call: Asked, place: Place): Promise<void> {
  const wanted = call.positionals[1] ?? call.options.name;
  if (wanted === undefined) throw new UsageError({ code: "token-to-revoke-missing" });
  const isDone = await withStore(place, (store) =>
    store.transaction(async ({ tokens, audit }) => {
      // A name may be taken in several tenants: the option says which is meant, else it must be the only one.
      const known = await tokens.list(call.options.tenant);
      const all = known.filter(({ name, revoked }) => name === wanted && revoked === null);
      const [found] = all;
      if (found === undefined || all.length > 1 || !(await tokens.revoke(wanted, found.tenant))) return false;
      await audit.add(actorOf(found.tenant), "token.revoke", wanted);
      return true;
    }),
  );
  if (!isDone) throw new UsageError({ code: "token-unknown", name: wanted });
}

const actions: Readonly<Record<string, (call: Asked, place: Place) => Promise<void>>> = {
  create,
  list,
  revoke,
};

async function run(call: Asked): Promise<number> {
  const [name = ""] = call.positionals;
  const place = sharedPlaceOf("token", call.options) ?? call.options.data;
  if (place === undefined) throw new UsageError({ code: "store-missing", command: "token" });
  if (!Object.hasOwn(actions, name)) throw new UsageError({ code: "token-action-unknown" });
  // What the store holds is nobody else's to read, whoever made its folder.
  process.umask(0o077);
  await actions[name](call, place);
  return 0;
}

export const token: Command<typeof options> = {
  summary: { de: "Zugangsschlüssel anlegen, zeigen, sperren", en: "makes, lists and revokes tokens" },
  usage: "create|list|revoke --data DIR … (or --store, --files)",
  examples: [
    "token create --data data --name erp --scope upload,read",
    "token create --data data --name anna --tenant werk1 --scope read,decide --expires 2027-12-31",
    "token list --data data",
    "token revoke --data data erp",
  ],
  options,
  run,
};
