import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // one more than two cores: many tests wait for another process or a clock
    maxWorkers: 3,
    // what a machine under load still does in time
    expect: { poll: { timeout: 15_000 } },
  },
});
