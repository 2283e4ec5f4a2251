import { defined } from "../../src/index.ts";
import { type Scope, scopes, type TokenInfo } from "../store/tokens.ts";
import { Problem } from "./problem.ts";
import type { Services } from "./services.ts";

/** Who calls: the tenant comes from the token and from nowhere else. */
export interface Caller {
  readonly tenant: string;
  readonly who: string;
  readonly scopes: readonly Scope[];
  /** Key of rate limits. */
  readonly key: string;
  /** The page's sign-in, where the caller came with its cookie. */
  readonly cookie?: string;
}

/** What a route demands: a scope, any valid token ("signed-in"), or nothing ("open"). */
export type Policy = Scope | "signed-in" | "open";

export const cookieName = "bedarf-session";

const isLoopbackName = (host: string): boolean => {
  const name = host
    .replace(/:\d+$/, "")
    .replace(/^\[|\]$/g, "")
    .toLowerCase();
  return name === "localhost" || name === "::1" || /^127(\.\d{1,3}){3}$/.test(name);
};

const notSignedIn = () =>
  new Problem(
    401,
    "not-signed-in",
    {
      de: "Diese Anfrage braucht einen gültigen Zugangsschlüssel (Authorization: Bearer …).",
      en: "This request needs a valid token (Authorization: Bearer …).",
    },
    { headers: { "www-authenticate": 'Bearer realm="bedarf"' } },
  );

const foreignOrigin = () =>
  new Problem(403, "foreign-origin", {
    de: "Anfragen von fremden Seiten werden nicht angenommen.",
    en: "Requests from other sites are not accepted.",
  });

const missingScope = (scope: Scope) =>
  new Problem(403, "scope-missing", {
    de: `Diesem Zugang fehlt die Berechtigung ${scope}.`,
    en: `This token lacks the scope ${scope}.`,
  });

const callerOf = (token: TokenInfo, cookie?: string): Caller => ({
  tenant: token.tenant,
  who: token.name,
  scopes: token.scopes.includes("admin") ? scopes : token.scopes,
  key: token.id,
  ...defined({ cookie }),
});

const cookieOf = (header: string | null): string | undefined =>
  header
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);

/** True for a request that a page of another site sent. */
function isForeign(request: Request): boolean {
  const origin = request.headers.get("origin");
  const host = request.headers.get("host") ?? new URL(request.url).host;
  const site = request.headers.get("sec-fetch-site");
  if (site === "cross-site" || site === "same-site") return true;
  if (origin === null) return false;
  if (!URL.canParse(origin)) return true;
  return new URL(origin).host !== host;
}

/** The caller of a request, or the problem that refuses it. */
export function callerOfRequest({ store }: Services, request: Request): Caller {
  const header = request.headers.get("authorization");
  if (header !== null) {
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
    const found = token === undefined ? null : store.tokens.check(token);
    if (found === null) throw notSignedIn();
    return callerOf(found);
  }
  if (store.tokens.any()) {
    const cookie = cookieOf(request.headers.get("cookie"));
    const found = cookie === undefined ? null : store.sessions.check(cookie);
    if (found === null) throw notSignedIn();
    if (isForeign(request)) throw foreignOrigin();
    return callerOf(found, cookie);
  }
  const host = request.headers.get("host") ?? new URL(request.url).host;
  if (!isLoopbackName(host) || isForeign(request)) throw foreignOrigin();
  return { tenant: "default", who: "local", scopes, key: "local" };
}

export function demand(caller: Caller, policy: Policy): void {
  if (policy === "open" || policy === "signed-in" || caller.scopes.includes(policy)) return;
  throw missingScope(policy);
}
