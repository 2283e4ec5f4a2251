import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Literal } from "./literals.ts";

/** File of this project that calls, from the list of calls of an error. */
const callerOf = (stack: string): string | undefined =>
  /\/((?:api|src)\/[\w./-]+\.ts)/.exec(
    stack
      .split("\n")
      .slice(1)
      .find((line) => !line.includes("built.ts")) ?? "",
  )?.[1];

/** Patterns that are put together while the programs start, by a program that starts: no search of the code finds them. */
export const builtPatterns = (): Literal[] =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [join(import.meta.dirname, "..", "..", "bin", "node.js"), import.meta.filename],
      { maxBuffer: 1e8, encoding: "utf8" },
    ),
  ) as Literal[];

async function builtHere(): Promise<Literal[]> {
  const found: Literal[] = [];
  const Plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, given: ConstructorParameters<RegExpConstructor>, called) {
      const made = Reflect.construct(target, given, called) as RegExp;
      const file = callerOf(new Error().stack ?? "");
      if (file !== undefined) found.push({ file, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    await import("../../src/index.ts");
    await import("../../api/http/routes/index.ts");
    await import("../../api/commands/index.ts");
  } finally {
    globalThis.RegExp = Plain;
  }
  return found;
}

if (process.argv[1] === import.meta.filename) process.stdout.write(JSON.stringify(await builtHere()));
