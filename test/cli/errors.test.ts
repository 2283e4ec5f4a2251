import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { packError, unpackError } from "../../api/threads/errors.ts";
import { threads } from "../../api/threads/threads.ts";
import { InputError, UsageError } from "../../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "bedarf-errors-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = join(import.meta.dirname, "..", "..", "api", "cli.ts");
function bedarf(args: readonly string[], lang = "C") {
  const env = { ...process.env, LC_ALL: lang, LANG: lang };
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { status, stderr };
}

test("errors come in the language of --lang, else of the environment, also those about the options", () => {
  writeFileSync(join(folder, "a.pdf"), "%PDF-1.7");
  expect(bedarf(["plan", "--lang", "de"])).toEqual({
    status: 2,
    stderr: "bedarf: plan braucht --out ORDNER: den Ordner für die Ergebnisse\n",
  });
  expect(bedarf(["plan", "--nothing"], "de_DE.UTF-8")).toEqual({
    status: 2,
    stderr: "bedarf: Die Option --nothing gibt es nicht: siehe bedarf plan --help\n",
  });
  expect(bedarf(["plan", "a.pdf", "--out", "x", "--lang=de"])).toEqual({
    status: 1,
    stderr: "bedarf: a.pdf: Das ist ein PDF, keine Tabelle; die Liste als CSV oder XLSX exportieren.\n",
  });
  expect(bedarf(["plan", "a.pdf", "--out", "x"]).stderr).toBe(
    "bedarf: a.pdf: This is a PDF, not a table; export the list as CSV or XLSX.\n",
  );
});

test("an error of another thread keeps its kind, so that wrong use is not called a fault of the program", async () => {
  const workers = threads(2);
  const series = { item: "A", bucket: "month" as const, period: 12, values: new Float64Array(24).fill(5) };
  try {
    await workers.broadcast({ kind: "pool", pool: null });
    const asked = workers.run(
      [{ kind: "forecast", series: [series], options: { horizon: 3, levels: [2] } }],
      (answer) => answer,
    );
    const error = await asked.then(
      () => undefined,
      (found: unknown) => found,
    );
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toBe("level must lie in (0, 1), got 2");
    expect((error as Error).stack).toContain("forecast-series");
  } finally {
    await workers.close();
  }
});

test("threads that rested are started anew by who asks again", async () => {
  const workers = threads(2);
  const inputs = [
    { series: { item: "A", bucket: "month" as const, period: 12, values: new Float64Array(24).fill(5) } },
  ];
  try {
    const detected = () => workers.run([{ kind: "detect", inputs }], (answer) => answer);
    const first = await detected();
    await workers.rest();
    await workers.rest();
    expect(await detected()).toEqual(first);
  } finally {
    await workers.close();
  }
});

test("input errors keep their code between threads, faults stay faults", () => {
  const back = (error: unknown) => unpackError(structuredClone(packError(error)));
  expect(back(new InputError({ code: "no-rows", place: "file" }))).toMatchObject({
    name: "InputError",
    fault: { code: "no-rows", place: "file" },
  });
  expect(back(new RangeError("x"))).toBeInstanceOf(RangeError);
  expect(back(new TypeError("x"))).not.toBeInstanceOf(UsageError);
  expect(back("x").message).toBe("x");
});

test.skipIf(!existsSync("/dev/full"))(
  "an answer that cannot be written is told in one line, and is no success",
  () => {
    const series = {
      item: "A",
      bucket: "month",
      start: "2020-01-01",
      values: [1, 2, 3, 4, 5, 6, 7, 8],
      horizon: 3,
    };
    const calls = [["--version"], ["models"], ["config"], ["plan", "--help"], ["forecast", "-"]];
    for (const args of calls) {
      const full = openSync("/dev/full", "w");
      const { status, stderr } = spawnSync(process.execPath, [cli, ...args], {
        cwd: folder,
        env: { ...process.env, LC_ALL: "C", LANG: "C" },
        encoding: "utf8",
        input: `${JSON.stringify(series)}\n`,
        stdio: ["pipe", full, "pipe"],
      });
      closeSync(full);
      expect([args, status, stderr]).toEqual([
        args,
        2,
        "bedarf: the disk is full: free some space and run it again\n",
      ]);
    }
  },
);
