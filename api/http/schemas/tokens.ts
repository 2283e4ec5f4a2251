import { z } from "@hono/zod-openapi";
import { scopes, tokenName } from "../../store/tokens.ts";
import { date, listOf, plainText } from "./common.ts";

const scope = z.enum(scopes);

/** Body of POST /v1/tokens. */
export const tokenRequest = z.strictObject({
  name: z
    .string()
    .refine((text) => tokenName.test(text), "must have 1 to 80 letters, digits, blanks or . _ @ -")
    .openapi({ minLength: 1, maxLength: 80, pattern: "^[\\w ._@-]*[^\\W_][\\w ._@-]*$" }),
  scopes: z.array(scope).min(1),
  expires: date.optional(),
});

/** Answer of POST /v1/tokens: the one time that a token's text is shown. */
export const newToken = z.object({ name: z.string(), scopes: z.array(scope), token: z.string() });

/** Answer of GET /v1/tokens. */
export const tokens = listOf(
  z
    .object({
      name: z.string(),
      tenant: z.string(),
      scopes: z.array(scope),
      created: z.string(),
      expires: z.string().nullable(),
      revoked: z.string().nullable(),
      used: z.string().nullable(),
    })
    .openapi("Token"),
);

/** Answer of DELETE /v1/tokens/{name}. */
export const revokedToken = z.object({ name: z.string(), revoked: z.boolean() });

/** Answer of GET /v1/me. */
export const me = z.object({
  name: z.string(),
  tenant: z.string(),
  scopes: z.array(scope),
  signIn: z.boolean(),
  owners: z.array(z.string()),
});

/** Body of POST /v1/session. */
export const signInRequest = z.strictObject({ token: plainText(1, 200) });

/** Answer of POST /v1/session. */
export const signedIn = z.object({ name: z.string(), tenant: z.string(), scopes: z.array(scope) });

/** Answer of DELETE /v1/session. */
export const signedOut = z.object({ signedOut: z.boolean() });

/** Answer of GET /v1/audit: `detail` depends on the action. */
export const audit = listOf(
  z
    .object({
      seq: z.number(),
      at: z.string(),
      tenant: z.string(),
      who: z.string(),
      action: z.string(),
      object: z.string(),
      detail: z.unknown(),
      request: z.string(),
      hash: z.string(),
    })
    .openapi("AuditEntry"),
);

export type TokenRequest = z.infer<typeof tokenRequest>;
export type TokenRow = z.infer<typeof tokens>["items"][number];
export type Me = z.infer<typeof me>;
export type AuditRow = z.infer<typeof audit>["items"][number];
