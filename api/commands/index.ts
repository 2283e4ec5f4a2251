import type { Command } from "../command.ts";

/** The commands by name; each is loaded when it is called. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  plan: async () => (await import("./plan.ts")).plan,
  batch: async () => (await import("./batch.ts")).batch,
  config: async () => (await import("./config.ts")).config,
  forecast: async () => (await import("./forecast.ts")).forecast,
  backtest: async () => (await import("./backtest.ts")).backtest,
  models: async () => (await import("./models.ts")).models,
  signals: async () => (await import("./signals.ts")).signals,
  kpis: async () => (await import("./kpis.ts")).kpis,
};
