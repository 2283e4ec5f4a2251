import { execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const examples = [
  ...readFileSync(join(root, "docs", "library.md"), "utf8").matchAll(/```js\n([\s\S]*?)```/g),
].map(([, code]) => code);

let elsewhere = "";
/** What programs there compiled is kept there: they share it, and it goes with the folder. */
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_COMPILE_CACHE: join(elsewhere, "cache"),
});

// the package as npm would lay it down: its own files alone, its dependencies beside it; types are checked by the same
// suite, and by `npm run build`
beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), "bedarf-library-"));
  const run = (...args: string[]) =>
    execFileSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 1e8 });
  run("node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--noCheck");
  const { files } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { files: string[] };
  const installed = join(elsewhere, "node_modules", "bedarf");
  mkdirSync(installed, { recursive: true });
  for (const file of [...files, "package.json"])
    cpSync(join(root, file), join(installed, file), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(installed, "node_modules"));
});

afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

/** What a program elsewhere prints that imports the package by its name. */
function printed(code: string): string {
  const file = join(elsewhere, "example.mjs");
  writeFileSync(file, code);
  return execFileSync(process.execPath, [file], { cwd: elsewhere, env: environment(), encoding: "utf8" });
}

test.each(examples.map((code, k) => [k + 1, code] as const))(
  "example %i of docs/library.md prints what it says",
  (_, code) => {
    const said = [...code.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line).join("\n");
    expect(printed(code).trim()).toBe(said);
  },
);

test("every subpath can be imported, and the front holds what the documentation names", () => {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { exports: object };
  const names = Object.keys(exports).map((path) => path.replace(/^\./, "bedarf"));
  const code = `for (const name of ${JSON.stringify(names)}) console.log(name, Object.keys(await import(name)).length > 3);`;
  expect(printed(code).trim().split("\n")).toEqual(names.map((name) => `${name} true`));
  const front = `import * as front from "bedarf"; console.log(JSON.stringify(Object.keys(front)));`;
  const held = JSON.parse(printed(front)) as string[];
  for (const name of [
    "planFiles",
    "plan",
    "forecast",
    "backtest",
    "detect",
    "suggest",
    "replay",
    "readOrders",
    "readItems",
    "inspect",
  ])
    expect(held).toContain(name);
  expect(held.length).toBeLessThanOrEqual(45);
});

test("a packed bedarf serves its page and knows the bundled example", async () => {
  const bin = join(elsewhere, "node_modules", "bedarf", "bin", "bedarf.js");
  const child = spawn(process.execPath, [bin, "serve", "--data", join(elsewhere, "data"), "--port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
    cwd: elsewhere,
    env: environment(),
  });
  try {
    let url: string | undefined;
    let said = "";
    for await (const chunk of child.stderr) {
      said += String(chunk);
      url = /listening on (http:\S+)/.exec(said)?.[1];
      if (url !== undefined) break;
    }
    if (url === undefined) throw new Error(said);
    expect((await fetch(`${url}/v1/example`, { method: "POST" })).status).toBe(202);
    // the page is built by another script than what is compiled here, and may be missing in a fresh clone
    if (existsSync(join(elsewhere, "node_modules/bedarf/dist/api/web/dist/index.html")))
      expect(await (await fetch(url)).text()).toContain("<title>bedarf</title>");
  } finally {
    child.kill();
  }
});

test("a file that cannot be planned without an answer gives its question instead of a plan", () => {
  const code = `import { planFiles } from "bedarf";
const text = "Artikel;Datum;Wert1;Wert2\\n" + Array.from({ length: 20 }, (_, k) => "A" + (k % 3) + ";0" + (1 + (k % 9)) + ".03.2025;" + (k + 1) + ";" + (2 * k + 3)).join("\\n");
const { plan, questions } = await planFiles([{ name: "a.csv", bytes: new TextEncoder().encode(text), kind: "orders" }]);
console.log(plan === null, questions.length > 0, questions[0]?.candidates.length > 0);`;
  expect(printed(code).trim()).toBe("true true true");
});
