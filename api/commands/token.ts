import { dayOf, UsageError } from "../../src/index.ts";
import { type Call, type Command, textOption } from "../command.ts";
import { openStore } from "../store/index.ts";
import { type Scope, scopes } from "../store/tokens.ts";

const dayMs = 86_400_000;

function scopesOf(given: readonly string[] | undefined): Scope[] {
  const wanted = (given ?? []).flatMap((one) => one.split(",")).map((one) => one.trim());
  const unknown = wanted.find((one) => !scopes.includes(one as Scope));
  if (wanted.length === 0) throw new UsageError(`token create needs --scope: ${scopes.join(",")}`);
  if (unknown !== undefined) throw new UsageError(`unknown scope ${unknown}: there are ${scopes.join(", ")}`);
  return scopes.filter((one) => wanted.includes(one));
}

function expiresOf(day: string | undefined): { expires?: number } {
  if (day === undefined) return {};
  if (Number.isNaN(dayOf(day))) throw new UsageError(`--expires must be a day YYYY-MM-DD, got ${day}`);
  return { expires: (dayOf(day) + 1) * dayMs };
}

const iso = (ms: number | null) => (ms === null ? "-" : new Date(ms).toISOString().slice(0, 10));

async function run(call: Call): Promise<number> {
  const [action, name] = call.positionals;
  const folder = textOption(call, "data");
  if (folder === undefined) throw new UsageError("token needs --data DIR: the folder of the store");
  const actor = { tenant: textOption(call, "tenant") ?? "default", who: "command line", request: "" };
  if (action === "create") {
    const given = textOption(call, "name");
    if (given === undefined) throw new UsageError("token create needs --name NAME");
    const wanted = scopesOf(call.options.scope as readonly string[] | undefined);
    const expires = expiresOf(textOption(call, "expires"));
    const store = openStore(folder);
    try {
      const token = store.transaction(() => {
        const made = store.tokens.create({ name: given, tenant: actor.tenant, scopes: wanted, ...expires });
        store.audit.add(actor, "token.create", given, { scopes: wanted });
        return made;
      });
      call.stdout.write(`${token}\n`);
      call.stderr.write(
        call.lang === "de"
          ? "Der Zugangsschlüssel wird nur dieses eine Mal gezeigt.\n"
          : "The token is shown this once only.\n",
      );
    } finally {
      store.close();
    }
    return 0;
  }
  if (action === "list") {
    const store = openStore(folder);
    try {
      for (const token of store.tokens.list(textOption(call, "tenant"))) {
        const state = token.revoked === null ? "" : `\trevoked ${iso(token.revoked)}`;
        call.stdout.write(
          `${token.name}\t${token.tenant}\t${token.scopes.join(",")}\tcreated ${iso(token.created)}\texpires ${iso(token.expires)}\tused ${iso(token.used)}${state}\n`,
        );
      }
    } finally {
      store.close();
    }
    return 0;
  }
  if (action === "revoke") {
    const wanted = name ?? textOption(call, "name");
    if (wanted === undefined) throw new UsageError("token revoke needs the NAME of the token");
    const store = openStore(folder);
    try {
      const done = store.transaction(() => {
        const found = store.tokens.list().find((one) => one.name === wanted && one.revoked === null);
        if (found === undefined || !store.tokens.revoke(wanted)) return false;
        store.audit.add({ ...actor, tenant: found.tenant }, "token.revoke", wanted);
        return true;
      });
      if (!done) throw new UsageError(`there is no valid token named ${wanted}: see bedarf token list`);
    } finally {
      store.close();
    }
    return 0;
  }
  throw new UsageError("token knows create, list and revoke: see bedarf token --help");
}

/** `bedarf token` (CONTRACT 10). */
export const token: Command = {
  summary: { de: "Zugangsschlüssel anlegen, zeigen, sperren", en: "makes, lists and revokes tokens" },
  usage: "create|list|revoke --data DIR …",
  examples: [
    "token create --data data --name erp --scope upload,read",
    "token create --data data --name anna --tenant werk1 --scope read,decide --expires 2027-12-31",
    "token list --data data",
    "token revoke --data data erp",
  ],
  options: {
    data: {
      type: "string",
      value: "DIR",
      meaning: { de: "Ordner des Speichers", en: "folder of the store" },
    },
    name: { type: "string", value: "NAME", meaning: { de: "Name des Zugangs", en: "name of the token" } },
    tenant: { type: "string", value: "TENANT", meaning: { de: "Mandant (default)", en: "tenant (default)" } },
    scope: {
      type: "string",
      multiple: true,
      value: "upload,read,decide,admin",
      meaning: { de: "Berechtigungen", en: "what it may do" },
    },
    expires: { type: "string", value: "DATE", meaning: { de: "letzter gültiger Tag", en: "last valid day" } },
  },
  run,
};
