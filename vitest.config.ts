import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    isolate: false,
    // what was transformed and compiled is kept for the next run, and shared by all processes that tests start
    fsModuleCache: true,
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules", ".cache", "bedarf") },
    // generous: a slow machine under load is no fault
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // one more than two cores: many tests wait for another process or a clock
    maxWorkers: 3,
    // what a machine under load still does in time
    expect: { poll: { timeout: 30_000 } },
  },
});
