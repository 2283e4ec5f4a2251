import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { kpis } from "../../../api/commands/kpis.ts";
import { UsageError } from "../../../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "bedarf-kpis-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The least that a result folder must say. */
function run(name: string, asOf: string, start: string, mean: readonly number[]): string {
  const item = {
    item: "A",
    history: { start: "2025-01-01", values: [90, 100, 95, 105, 98, 102] },
    forecast: { start, demand: { mean, levels: [], quantiles: [] } },
    suggestion: null,
  };
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify({ asOf, bucket: "month", items: [item] }));
  return path;
}

async function call(runs: readonly string[]) {
  const stdout = new PassThrough();
  await kpis.run({
    positionals: [...runs],
    options: {},
    lang: "en",
    stdin: new PassThrough(),
    stdout,
    stderr: new PassThrough(),
    debug: false,
  });
  return JSON.parse(String(stdout.read()));
}

test("runs are named oldest first: worked values, and the other way round is refused", async () => {
  const old = run("old", "2025-06-30", "2025-07-01", [100, 110, 120, 130]);
  const fresh = run("new", "2025-07-31", "2025-08-01", [112, 118, 133, 140]);
  const { quality } = await call([old, fresh]);
  expect(quality.cocc.value).toBeCloseTo(1.9444444, 6);
  expect(quality.smapc.value).toBeCloseTo(1.921281, 6);
  expect(quality.masc.value).toBeCloseTo(0.3240741, 6);
  expect(quality.rmssc.value).toBeCloseTo(0.3125718, 6);
  await expect(call([fresh, old])).rejects.toThrow(UsageError);
});
