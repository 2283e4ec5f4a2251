import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ask, startChild } from "../../api/jobs/process.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "bedarf-test-"));
  cpSync("bin", join(root, "bin"), { recursive: true });
  writeFileSync(join(root, "package.json"), '{"type":"module"}');
});
afterEach(() => rmSync(root, { recursive: true }));

/** Where a process keeps what it compiled, as those that it starts learn it. */
function keptIn(environment: NodeJS.ProcessEnv = {}): string {
  const url = pathToFileURL(join(root, "bin", "compile-cache.js")).href;
  const script = `import { keepCompiled } from "${url}"; keepCompiled(); console.log(process.env.NODE_COMPILE_CACHE);`;
  const { NODE_COMPILE_CACHE: _, ...rest } = process.env;
  return execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...rest, ...environment },
    encoding: "utf8",
  }).trim();
}

test("compiled code is kept beside the code", () => {
  const folder = join(root, "node_modules", ".cache", "bedarf");
  expect(keptIn()).toBe(folder);
  expect(existsSync(folder)).toBe(true);
});

test("nothing is kept where that folder cannot be made, or where somebody said so", () => {
  expect(keptIn({ NODE_DISABLE_COMPILE_CACHE: "1" })).toBe("undefined");
  writeFileSync(join(root, "node_modules"), "a file in its place");
  expect(keptIn()).toBe("undefined");
});

test("a folder that somebody named is used", () => {
  expect(keptIn({ NODE_COMPILE_CACHE: join(root, "elsewhere") })).toBe(join(root, "elsewhere"));
});

test("a process that is killed as soon as it has answered leaves what it compiled to the next one", async () => {
  const { NODE_COMPILE_CACHE: shared } = process.env;
  delete process.env.NODE_COMPILE_CACHE;
  try {
    const child = startChild(512, { dataFolder: root });
    const file = { path: join(root, "none.csv"), name: "none.csv" };
    await expect(ask(child, { task: "preview", file, answers: {} })).rejects.toThrow();
    child.kill("SIGKILL");
    expect(readdirSync(join(root, "cache"), { recursive: true }).length).toBeGreaterThan(100);
  } finally {
    if (shared !== undefined) process.env.NODE_COMPILE_CACHE = shared;
  }
});
