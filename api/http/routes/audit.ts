import { z } from "@hono/zod-openapi";
import { iso } from "../instant.ts";
import { jsonAnswer, type Route, read } from "../route.ts";
import { cursor, lang, limit } from "../schemas/common.ts";
import * as schemas from "../schemas/tokens.ts";

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
  async handle({ services: { store }, caller, query: { cursor: after = 0, limit: most = 100 } }) {
    const rows = await store.audit.list(caller.tenant, after, most);
    const items = rows.map(({ at, detail, ...row }) => ({
      ...row,
      at: iso(at),
      detail: JSON.parse(detail) as unknown,
    }));
    // A page may end before its limit, where its entries are large.
    const last = rows.at(-1)?.seq;
    const hasMore = last !== undefined && (await store.audit.list(caller.tenant, last, 1)).length > 0;
    return jsonAnswer(200, { items, next: hasMore ? String(last) : null });
  },
});

export const auditRoutes: readonly Route[] = [audit];
