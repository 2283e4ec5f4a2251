import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(root, "docs", "proof.md"), "utf8");
const proofs = readFileSync(join(root, "test", "prove", "prove.ts"), "utf8");

/** Rows of the table of what was once broken: what arrives, what holds, tests, rows of the proof. */
const rows = page
  .slice(page.indexOf("## What arrives"))
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| what arrives"))
  .map((line) => line.split(" | "));

const testsIn = (cell: string): [file: string, title: string][] =>
  [...cell.matchAll(/`([\w./-]+\.ts)`: ((?:"[^"]+"(?:, )?)+)/g)].flatMap(([, file = "", titles = ""]) =>
    [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]): [string, string] => [file, title]),
  );

test("each kind of input that once did harm names a test that there is, and a row of the proof that there is", () => {
  expect(rows.length).toBeGreaterThanOrEqual(31);
  for (const [what = "", , tests = "", names = ""] of rows) {
    const found = testsIn(tests);
    expect(found.length, what).toBeGreaterThan(0);
    for (const [file, title] of found) {
      expect(existsSync(join(root, file)), file).toBe(true);
      expect(readFileSync(join(root, file), "utf8"), `${file}: ${title}`).toContain(title);
    }
    for (const [, name = ""] of names.matchAll(/`([\w]+)`/g))
      expect(proofs, `${what}: ${name}`).toMatch(new RegExp(`^  ${name}[:,]`, "m"));
  }
});

test("every row of the first table is made by a proof of its name", () => {
  const first = page.slice(0, page.indexOf("## What arrives"));
  const named = [...first.matchAll(/^\| (\w+) \|/gm)].flatMap(([, name = ""]) =>
    name === "name" ? [] : [name],
  );
  expect(named.length).toBeGreaterThan(25);
  for (const name of named) expect(proofs, name).toMatch(new RegExp(`^  ${name}[:,]`, "m"));
});
