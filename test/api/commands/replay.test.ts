import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { replay } from "../../../api/commands/replay.ts";
import { UsageError } from "../../../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "bedarf-replay-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const days = Array.from(
  { length: 36 },
  (_, m) => `${2022 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-10`,
);
const orders = path(
  "orders.csv",
  `item,date,quantity\n${days.map((day, m) => `A,${day},${10 + (m % 4)}`).join("\n")}\n`,
);
const items = path("items.csv", "item,onHand,leadTimeDays,unitCost\nA,20,14,3\n");

const call = (from: string, to: string): Promise<number> =>
  replay.run({
    positionals: [orders],
    options: { items: [items], from, to, out: join(folder, "out"), threads: "1" },
    lang: "en",
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    debug: false,
  });

test("a window after the last line, or before anything is known, is refused instead of lived through empty", async () => {
  for (const [from, to] of [
    ["2025-06-01", "2025-12-31"],
    ["2022-01-01", "2022-06-30"],
    ["2020-01-01", "2020-06-30"],
    ["2024-06-01", "2024-01-31"],
  ] as const) {
    await expect(call(from, to)).rejects.toThrow(UsageError);
    await expect(call(from, to)).rejects.toThrow(/must lie inside the history/);
  }
});
