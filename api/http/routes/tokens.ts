import { z } from "@hono/zod-openapi";
import { dayOf, UsageError } from "../../../src/index.ts";
import type { TokenInfo } from "../../store/tokens.ts";
import { instant, iso } from "../instant.ts";
import { notFound, refusedBy } from "../problem.ts";
import { change, jsonAnswer, type Route, read } from "../route.ts";
import { lang } from "../schemas/common.ts";
import * as schemas from "../schemas/tokens.ts";

const view = ({ name, tenant, scopes, created, expires, revoked, used }: TokenInfo): schemas.TokenRow => ({
  name,
  tenant,
  scopes: [...scopes],
  created: iso(created),
  expires: instant(expires),
  revoked: instant(revoked),
  used: instant(used),
});

/** End of a day in UTC, until which a token is valid. */
const endOfDay = (day: string): number => (dayOf(day) + 1) * 86_400_000;

const list = read({
  method: "get",
  path: "/v1/tokens",
  policy: "admin",
  summary: "Tokens of the tenant, without their secrets.",
  query: z.strictObject({ lang }),
  answers: { 200: { description: "tokens", content: { "application/json": schemas.tokens } } },
  handle: async ({ services: { store }, caller }) =>
    jsonAnswer(200, { items: (await store.tokens.list(caller.tenant)).map(view), next: null }),
});

const create = change({
  method: "post",
  path: "/v1/tokens",
  policy: "admin",
  summary:
    "Makes a token of the own tenant; its text is shown this once. Takes no Idempotency-Key: it would keep the text.",
  query: z.strictObject({ lang }),
  isKeyless: true,
  json: schemas.tokenRequest,
  answers: {
    201: { description: "made", content: { "application/json": schemas.newToken } },
  },
  prepare({ caller, actor }, { json }) {
    return async ({ tokens, audit }) => {
      try {
        const made = await tokens.create({
          name: json.name,
          tenant: caller.tenant,
          scopes: json.scopes,
          ...(json.expires === undefined ? {} : { expires: endOfDay(json.expires) }),
        });
        await audit.add(actor, "token.create", json.name, { scopes: json.scopes });
        return jsonAnswer(201, { name: json.name, scopes: json.scopes, token: made });
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        throw refusedBy(error.fault, {
          code: "token-not-valid",
          status: error.code === "token-exists" ? 409 : 422,
        });
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
    return async ({ tokens, audit }) => {
      if (!(await tokens.revoke(params.name, caller.tenant))) throw notFound();
      await audit.add(actor, "token.revoke", params.name);
      return jsonAnswer(200, { name: params.name, revoked: true });
    };
  },
});

export const tokenRoutes: readonly Route[] = [list, create, revoke];
