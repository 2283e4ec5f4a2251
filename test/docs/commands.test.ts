import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Command } from "../../api/command.ts";
import { commands } from "../../api/commands/index.ts";

const root = join(import.meta.dirname, "..", "..");
const pages = [
  ...["README.md", "README.de.md", "CONTRIBUTING.md"],
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

/** Every call of the command line that a text shows, in a block or inside a sentence: its words after "bedarf". */
function callsIn(text: string): string[][] {
  const joined = text.replaceAll(/\\\n\s*/g, " ");
  const shown = [...joined.matchAll(/```(?:sh|bash|)\n([\s\S]*?)```|`([^`\n]+)`/g)].flatMap(
    ([, block, inline]) => (block ?? inline ?? "").split("\n"),
  );
  return shown.flatMap((line) => {
    const [, call] =
      /(?:^|\|\s*|&&\s*)(?:npm run -s bedarf --|npx bedarf|bedarf) ([a-z].*)$/.exec(line.trim()) ?? [];
    return call === undefined
      ? []
      : [
          call
            .split(/\s{3,}|\s[|>&]/)[0]
            ?.trim()
            .split(/\s+/) ?? [],
        ];
  });
}

const calls = pages.flatMap((page) =>
  callsIn(readFileSync(join(root, page), "utf8")).map((words) => ({ page, words })),
);

/** What is wrong with a call: a command or an option that the command line does not have. */
async function faultOf(words: readonly string[]): Promise<string | undefined> {
  const [name = "", ...rest] = words;
  const load = commands[name];
  if (load === undefined) return `no command ${name}`;
  const command: Command = await load();
  const options = rest.flatMap((word) => /^\[?--([a-z-]+)/.exec(word)?.[1] ?? []);
  const unknown = options.filter(
    (option) => !(option in command.options) && !["lang", "help", "debug"].includes(option),
  );
  return unknown.length === 0 ? undefined : `${name}: no option ${unknown.join(", ")}`;
}

test("every command that README and docs show exists, with each of its options", async () => {
  expect(calls.length).toBeGreaterThan(20);
  const found = await Promise.all(
    calls.map(async ({ page, words }) => ({ page, fault: await faultOf(words) })),
  );
  expect(found.filter(({ fault }) => fault !== undefined)).toEqual([]);
  expect(await faultOf(["plan", "a.csv", "--nothing"])).toBe("plan: no option nothing");
});
