import { z } from "@hono/zod-openapi";
import { cookieName } from "../access.ts";
import { Problem } from "../problem.ts";
import { change, jsonAnswer, type Route, read } from "../route.ts";
import { lang } from "../schemas/common.ts";
import * as schemas from "../schemas/tokens.ts";

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
  handle: async ({ services: { store }, caller }) =>
    jsonAnswer(200, {
      name: caller.who,
      tenant: caller.tenant,
      scopes: caller.scopes,
      signIn: await store.tokens.any(),
      owners: await store.settings.ownersOf(caller.tenant, caller.who),
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
  isKeyless: true,
  json: schemas.signInRequest,
  answers: {
    200: { description: "signed in", content: { "application/json": schemas.signedIn } },
  },
  async prepare({ services: { store, secure } }, { json }) {
    const found = await store.tokens.check(json.token.trim());
    if (found === null)
      throw new Problem(401, "token-not-valid", {
        de: "Dieser Zugangsschlüssel gilt nicht (mehr).",
        en: "This token is not valid (any more).",
      });
    return async ({ sessions }) => {
      const { cookie: text, seconds } = await sessions.open(found);
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
  isKeyless: true,
  query: z.strictObject({ lang }),
  answers: {
    200: { description: "signed out", content: { "application/json": schemas.signedOut } },
  },
  prepare({ services: { secure }, caller }) {
    return async ({ sessions }) => {
      if (caller.cookie !== undefined) await sessions.close(caller.cookie);
      return jsonAnswer(200, { signedOut: true }, { "set-cookie": cookie("", 0, secure) });
    };
  },
});

export const sessionRoutes: readonly Route[] = [me, signIn, signOut];
