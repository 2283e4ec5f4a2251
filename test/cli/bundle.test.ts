import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bundleCommands } from "../../api/bundle.ts";

const root = resolve(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "bedarf-bundled-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A package as it is carried to other machines: the launcher, and the commands in few files alone. */
async function carried(): Promise<string> {
  const home = join(folder, "home");
  mkdirSync(home);
  cpSync(join(root, "bin"), join(home, "bin"), { recursive: true });
  copyFileSync(join(root, "package.json"), join(home, "package.json"));
  await bundleCommands(join(home, "bundle"));
  return join(home, "bin", "bedarf.js");
}

const here = join(root, "bin", "bedarf.js");
const run = (script: string, ...args: string[]) =>
  execFileSync(process.execPath, [script, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

const bytesIn = (of: string) =>
  new Map(readdirSync(of).map((name) => [name, readFileSync(join(of, name)).toString("base64")]));

test("the commands in few files, without any source beside them, make the bytes of the sources", async () => {
  const there = await carried();
  const example = join(root, "datasets", "werkstatt");
  const orders = join(example, "lagerbewegungen-2026-10-16.csv");
  const items = ["--items", join(example, "artikel.csv"), "--as-of", "2026-09-30"];
  const cut = join(folder, "0");
  run(here, "part", "demand", orders, ...items, "--parts", "7", "--out", cut);
  const part = join(cut, readdirSync(cut).find((name) => name.endsWith(".part")) ?? "");
  const made = [here, there].map((script, k) => {
    const out = join(folder, `signals-${k}`);
    run(script, "part", "signals", "--shared", join(cut, "shared"), "--in", part, "--out", out);
    const sums = join(out, readdirSync(out).find((name) => name.endsWith(".sums")) ?? "");
    const said = run(
      script,
      "join",
      "signals",
      sums,
      "--shared",
      join(cut, "shared"),
      "--out",
      join(out, "shared"),
    );
    return { said, bytes: bytesIn(out) };
  });
  expect(made[1]).toStrictEqual(made[0]);
  expect(made[0]?.said.trim()).toBe("learn");
});
