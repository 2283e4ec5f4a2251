import type { Command } from "../command.ts";

/** The commands by name; each is loaded when it is called. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  plan: async () => (await import("./plan.ts")).plan,
  batch: async () => (await import("./batch.ts")).batch,
  inspect: async () => (await import("./inspect.ts")).inspect,
  config: async () => (await import("./config.ts")).config,
  forecast: async () => (await import("./forecast.ts")).forecast,
  backtest: async () => (await import("./backtest.ts")).backtest,
  models: async () => (await import("./models.ts")).models,
  replay: async () => (await import("./replay.ts")).replay,
  suggest: async () => (await import("./suggest.ts")).suggest,
  signals: async () => (await import("./signals.ts")).signals,
  kpis: async () => (await import("./kpis.ts")).kpis,
  part: async () => (await import("./part.ts")).part,
  join: async () => (await import("./join.ts")).join,
  spark: async () => (await import("./spark.ts")).spark,
  export: async () => (await import("./export.ts")).exportPlan,
  serve: async () => (await import("./serve.ts")).serve,
  work: async () => (await import("./work.ts")).work,
  migrate: async () => (await import("./migrate.ts")).migrate,
  token: async () => (await import("./token.ts")).token,
  backup: async () => (await import("./backup.ts")).backup,
  restore: async () => (await import("./restore.ts")).restore,
};
