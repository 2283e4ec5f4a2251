import { defined } from "../../src/index.ts";
import { type Scope, scopes, type TokenInfo } from "../store/tokens.ts";
import type { Connection } from "./connection.ts";
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

const proxyWithoutToken = () =>
  new Problem(403, "proxy-without-token", {
    de: "Über einen Proxy nur mit Zugangsschlüssel: zuerst einen anlegen (bedarf token create).",
    en: "Through a proxy only with a token: make one first (bedarf token create).",
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

/** Refuses what a page of another site sent. */
export function refuseForeign(request: Request): void {
  if (isForeign(request)) throw foreignOrigin();
}

/** Headers by which a proxy says that a request came from elsewhere. */
const ofProxy = /^(forwarded|via|x-forwarded-.*|x-real-ip|x-original-.*|cf-connecting-ip|true-client-ip)$/;

const isLoopbackAddress = (address: string): boolean => /^(::1$|127\.|::ffff:127\.)/.test(address);

/** The caller while no token was ever made: whoever sits at this computer, and nobody through a proxy. */
function localCaller(request: Request, { address }: Connection): Caller {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  if (!isLoopbackName(host) || isForeign(request)) throw foreignOrigin();
  const isForwarded = [...request.headers.keys()].some((name) => ofProxy.test(name));
  if (isForwarded || (address !== undefined && !isLoopbackAddress(address))) throw proxyWithoutToken();
  return { tenant: "default", who: "local", scopes, key: "local" };
}

/** A request and where it came from. */
interface Sent {
  readonly request: Request;
  readonly connection: Connection;
}

/** The caller of a request, or the problem that refuses it. */
export async function callerOfRequest({ store }: Services, { request, connection }: Sent): Promise<Caller> {
  const header = request.headers.get("authorization");
  if (header !== null) {
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
    const found = token === undefined ? null : await store.tokens.check(token);
    if (found === null) throw notSignedIn();
    return callerOf(found);
  }
  if (await store.tokens.any()) {
    const cookie = cookieOf(request.headers.get("cookie"));
    const found = cookie === undefined ? null : await store.sessions.check(cookie);
    if (found === null) throw notSignedIn();
    if (isForeign(request)) throw foreignOrigin();
    return callerOf(found, cookie);
  }
  return localCaller(request, connection);
}

export function demand(caller: Caller, policy: Policy): void {
  if (policy === "open" || policy === "signed-in" || caller.scopes.includes(policy)) return;
  throw missingScope(policy);
}
