import { defined, type ReplayResult } from "../../../src/index.ts";
import type { PlanView, ReplayRequest, ReplayView } from "../shapes.ts";
import { ApiError, type Http } from "./http.ts";

const newest = "limit=20";

/** Plans and replays: what there is, and what is asked for. */
export const planRoutes = ({ ask, send }: Http) => ({
  example: () => send("/v1/example", { method: "POST" }),
  plans: async () => (await ask<{ items: readonly PlanView[] }>(`/v1/plans?${newest}`)).items,
  /** The newest finished plan, where there is one. */
  async latest(): Promise<PlanView | undefined> {
    try {
      return await ask<PlanView>("/v1/plans/latest");
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    }
  },
  /** Asks for a plan; the same key again asks for no second one. */
  startPlan: (config: Readonly<Record<string, unknown>>, key: string, uploads?: readonly string[]) =>
    ask<PlanView>("/v1/plans", {
      method: "POST",
      json: { ...(Object.keys(config).length === 0 ? {} : { config }), ...defined({ uploads }) },
      headers: { "idempotency-key": key },
    }),

  replays: async () => (await ask<{ items: readonly ReplayView[] }>(`/v1/replays?${newest}`)).items,
  replay: (id: string) => ask<ReplayResult>(`/v1/replays/${encodeURIComponent(id)}/files/replay.json`),
  cancelReplay: (id: string) => send(`/v1/replays/${encodeURIComponent(id)}/cancel`, { method: "POST" }),
  startReplay: ({ from, to, uploads, config }: ReplayRequest) =>
    ask<ReplayView>("/v1/replays", { method: "POST", json: { from, to, ...defined({ uploads, config }) } }),
});
