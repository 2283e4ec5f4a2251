// Makes datasets/torture again: node bin/node.js datasets/make/torture.ts [FOLDER]
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { utf8 } from "./encode.ts";
import { periodCases } from "./torture/period-cases.ts";
import { systemCases } from "./torture/system-cases.ts";
import { sapListCase, textCases } from "./torture/text-cases.ts";
import type { Expected, TortureCase } from "./torture/torture-case.ts";
import { valueCases } from "./torture/value-cases.ts";

export type { Expected, ExpectedIssue, ExpectedLine, TortureCase } from "./torture/torture-case.ts";

/** Files that led readers astray, one a trap of German exports (trap 12 has two), sorted by name. */
export const tortureCases = (): TortureCase[] =>
  [...textCases(), sapListCase(), ...valueCases(), ...systemCases(), ...periodCases()].sort((a, b) =>
    a.file < b.file ? -1 : 1,
  );

/** One line an entry, so that a change shows as changed lines. */
function expectedJson({ trap, lines, issues }: Expected): string {
  const list = (entries: readonly object[]) =>
    entries.length === 0 ? "[]" : `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(",\n")}\n]`;
  return `{\n"trap": ${JSON.stringify(trap)},\n"lines": ${list(lines)},\n"issues": ${list(issues)}\n}\n`;
}

/** Every file of the set with its bytes: `NAME` and `NAME.expect.json`. */
export const tortureFiles = (): Map<string, Uint8Array> =>
  new Map(
    tortureCases().flatMap((made): [string, Uint8Array][] => [
      [made.file, made.bytes],
      [`${made.file}.expect.json`, utf8(expectedJson(made))],
    ]),
  );

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  const folder = resolve(process.argv[2] ?? join(import.meta.dirname, "..", "torture"));
  mkdirSync(folder, { recursive: true });
  const files = tortureFiles();
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  process.stderr.write(`${files.size / 2} files with what stands in them\n`);
}
