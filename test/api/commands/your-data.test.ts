import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");
const page = readFileSync(join(root, "docs", "your-data.md"), "utf8");
const prefix = "npm run -s bedarf -- ";
const commands = page
  .split("\n")
  .flatMap((line) => (line.startsWith(prefix) ? [line.slice(prefix.length)] : []));

test("every command of docs/your-data.md runs as it stands", () => {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-docs-"));
  const month = (t: number) => `${2021 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, "0")}-01`;
  const months = Array.from({ length: 40 }, (_, t) => t);
  const rows = months.map((t) => `A,${month(t)},${20 + (t % 12) + ((t * 5) % 3)}`);
  const theirs = months
    .slice(29)
    .flatMap((t) => [1, 2, 3].map((h) => `A,${month(t + h)},${month(t)},25,20,30`));
  try {
    symlinkSync(join(root, "datasets"), join(folder, "datasets"));
    writeFileSync(join(folder, "series.csv"), `unique_id,ds,y\n${rows.join("\n")}\n`);
    writeFileSync(
      join(folder, "theirs.csv"),
      `unique_id,ds,cutoff,AutoETS,AutoETS-lo-80,AutoETS-hi-80\n${theirs.join("\n")}\n`,
    );
    const answers = commands.map((command) =>
      execFileSync(process.execPath, [join(root, "bin", "bedarf.js"), ...command.split(" ")], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, LANG: "C" },
      }),
    );
    expect(commands.map((command) => command.split(" ")[0])).toEqual([
      "backtest",
      "backtest",
      "forecast",
      "signals",
    ]);
    expect(answers[0]).toMatch(/^combination +all/m);
    expect(answers[1]).toMatch(/^AutoETS +all +1 +18 /m);
    expect(JSON.parse(answers[2]).demand.mean).toHaveLength(6);
    expect(JSON.parse(answers[3]).item).toBe("A");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
