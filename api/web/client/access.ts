import { defined } from "../../../src/index.ts";
import type { AuditRow, Me, SettingsView, TokenRequest, TokenRow } from "../shapes.ts";
import type { Http } from "./http.ts";

/** Who the reader is, what stands for all plans, who may do what and who did what. */
export const accessRoutes = ({ ask, all, send }: Http) => ({
  signIn: (token: string) => send("/v1/session", { method: "POST", json: { token } }),
  signOut: () => send("/v1/session", { method: "DELETE" }),
  me: () => ask<Me>("/v1/me"),
  setOwners: (owners: readonly string[]) => send("/v1/me/owners", { method: "PUT", json: { owners } }),
  settings: () => ask<SettingsView>("/v1/settings"),
  /** Sets options and calendar; fails with 412 where another set them since `version`. */
  setSettings: ({
    version,
    config,
    calendar,
    approveAbove,
  }: Omit<SettingsView, "by" | "at" | "approveAbove"> & { readonly approveAbove?: number | null }) =>
    ask<SettingsView>("/v1/settings", {
      method: "PUT",
      json: { config, calendar, ...defined({ approveAbove }) },
      headers: { "if-match": `"${version}"` },
    }),
  tokens: async () => (await ask<{ items: readonly TokenRow[] }>("/v1/tokens")).items,
  /** Makes a token: its text, which is told this once. */
  createToken: async (of: TokenRequest) =>
    (await ask<{ token: string }>("/v1/tokens", { method: "POST", json: of })).token,
  revokeToken: (name: string) => send(`/v1/tokens/${encodeURIComponent(name)}`, { method: "DELETE" }),
  /** The whole audit log, newest first. */
  audit: async () => (await all<AuditRow>("/v1/audit")).reverse(),
});
