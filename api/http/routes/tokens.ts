import { z } from "@hono/zod-openapi";
import { dayOf, UsageError } from "../../../src/index.ts";
import type { TokenInfo } from "../../store/tokens.ts";
import { cookieName } from "../access.ts";
import { instant, iso } from "../instant.ts";
import { notFound, Problem, unacceptable } from "../problem.ts";
import { change, jsonAnswer, type Route, read } from "../route.ts";
import { cursor, lang, limit } from "../schemas/common.ts";
import * as schemas from "../schemas/tokens.ts";

const view = ({ name, tenant, scopes, created, expires, revoked, used }: TokenInfo) => ({
  name,
  tenant,
  scopes,
  created: iso(created),
  expires: instant(expires),
  revoked: instant(revoked),
  used: instant(used),
});

/** End of a day in UTC, until which a token is valid. */
export const endOfDay = (day: string): number => (dayOf(day) + 1) * 86_400_000;

const list = read({
  method: "get",
  path: "/v1/tokens",
  policy: "admin",
  summary: "Tokens of the tenant, without their secrets.",
  query: z.strictObject({ lang }),
  answers: { 200: { description: "tokens", content: { "application/json": schemas.tokens } } },
  handle: ({ services: { store }, caller }) =>
    jsonAnswer(200, { items: store.tokens.list(caller.tenant).map(view), next: null }),
});

const create = change({
  method: "post",
  path: "/v1/tokens",
  policy: "admin",
  summary:
    "Makes a token of the own tenant; its text is shown this once. Takes no Idempotency-Key: it would keep the text.",
  query: z.strictObject({ lang }),
  json: schemas.tokenRequest,
  answers: {
    201: { description: "made", content: { "application/json": schemas.newToken } },
  },
  prepare({ caller, actor, request }, { json }) {
    if (request.headers.has("idempotency-key"))
      throw unacceptable(
        "key-not-here",
        "Tokens are made without Idempotency-Key, because their text is not kept.",
        "Zugänge werden ohne Idempotency-Key angelegt, weil ihr Text nicht aufbewahrt wird.",
      );
    return ({ tokens, audit }) => {
      try {
        const made = tokens.create({
          name: json.name,
          tenant: caller.tenant,
          scopes: json.scopes,
          ...(json.expires === undefined ? {} : { expires: endOfDay(json.expires) }),
        });
        audit.add(actor, "token.create", json.name, { scopes: json.scopes });
        return jsonAnswer(201, { name: json.name, scopes: json.scopes, token: made });
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        throw unacceptable("token-not-valid", error.message, error.message);
      }
    };
  },
});

const revoke = change({
  method: "delete",
  path: "/v1/tokens/{name}",
  policy: "admin",
  summary: "Revokes a token: refused from the next request on.",
  params: z.object({ name: z.string().min(1).max(80) }),
  query: z.strictObject({ lang }),
  answers: {
    200: {
      description: "revoked",
      content: { "application/json": schemas.revokedToken },
    },
  },
  prepare({ caller, params, actor }) {
    return ({ tokens, audit }) => {
      if (!tokens.revoke(params.name, caller.tenant)) throw notFound();
      audit.add(actor, "token.revoke", params.name);
      return jsonAnswer(200, { name: params.name, revoked: true });
    };
  },
});

const me = read({
  method: "get",
  path: "/v1/me",
  policy: "signed-in",
  summary: "Who the caller is and what he may do.",
  query: z.strictObject({ lang }),
  answers: {
    200: {
      description: "the caller",
      content: {
        "application/json": schemas.me,
      },
    },
  },
  handle: ({ services: { store }, caller }) =>
    jsonAnswer(200, {
      name: caller.who,
      tenant: caller.tenant,
      scopes: caller.scopes,
      signIn: store.tokens.any(),
      owners: store.settings.ownersOf(caller.tenant, caller.who),
    }),
});

const cookie = (text: string, seconds: number, secure: boolean) =>
  `${cookieName}=${text}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${seconds}${secure ? "; Secure" : ""}`;

const signIn = change({
  method: "post",
  path: "/v1/session",
  policy: "open",
  summary: "The page's sign-in: a token against a cookie for twelve hours.",
  query: z.strictObject({ lang }),
  json: schemas.signInRequest,
  answers: {
    200: { description: "signed in", content: { "application/json": schemas.signedIn } },
  },
  prepare({ services: { store, secure }, request }, { json }) {
    const found = store.tokens.check(json.token.trim());
    if (found === null || request.headers.has("idempotency-key"))
      throw new Problem(401, "token-not-valid", {
        de: "Dieser Zugangsschlüssel gilt nicht (mehr).",
        en: "This token is not valid (any more).",
      });
    return ({ tokens }) => {
      const { cookie: text, seconds } = tokens.open(found);
      const answer = { name: found.name, tenant: found.tenant, scopes: found.scopes };
      return jsonAnswer(200, answer, { "set-cookie": cookie(text, seconds, secure) });
    };
  },
});

const signOut = change({
  method: "delete",
  path: "/v1/session",
  policy: "signed-in",
  summary: "Signs the page out.",
  query: z.strictObject({ lang }),
  answers: {
    200: { description: "signed out", content: { "application/json": schemas.signedOut } },
  },
  prepare({ services: { secure }, caller }) {
    return ({ tokens }) => {
      if (caller.cookie !== undefined) tokens.closeSession(caller.cookie);
      return jsonAnswer(200, { signedOut: true }, { "set-cookie": cookie("", 0, secure) });
    };
  },
});

const audit = read({
  method: "get",
  path: "/v1/audit",
  policy: "admin",
  summary: "Who changed what: the tenant's part of the audit log, oldest first.",
  query: z.strictObject({ cursor: cursor.optional(), limit: limit.optional(), lang }),
  answers: {
    200: {
      description: "entries",
      content: { "application/json": schemas.audit },
    },
  },
  handle({ services: { store }, caller, query: { cursor: after = 0, limit: most = 100 } }) {
    const rows = store.audit.list(caller.tenant, after, most + 1);
    const items = rows
      .slice(0, most)
      .map(({ at, detail, ...row }) => ({ ...row, at: iso(at), detail: JSON.parse(detail) as unknown }));
    return jsonAnswer(200, { items, next: rows.length > most ? String(items.at(-1)?.seq) : null });
  },
});

export const tokenRoutes: readonly Route[] = [me, signIn, signOut, list, create, revoke, audit];
