import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Tests that start servers, browsers, databases or programs: `npm run test:doors`. All others: `npm test`. */
const doors = ["test/{api,cli,library,postgres,prove,web}/**/*.test.ts", "test/docs/examples.test.ts"];

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: "engine", include: ["test/**/*.test.ts"], exclude: doors } },
      { extends: true, test: { name: "doors", include: doors } },
    ],
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
