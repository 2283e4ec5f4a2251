import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const bin = join(import.meta.dirname, "..", "..", "bin", "bedarf.js");

/** A module that says with which options of Node the command line runs at last, and in how many processes. */
const reporter = `process.stderr.write("<"+process.argv[1].split("/").pop()+" "+process.execArgv.filter(one=>/semi|heap/.test(one)).join(" ")+">")`;

const started = (command: string, flags: readonly string[] = []): string[] => {
  const { stderr } = spawnSync(process.execPath, [...flags, bin, command, "--help"], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(reporter)}` },
  });
  return [...stderr.matchAll(/<(.*?)>/g)].map(([, said]) => said.trim());
};

test("large commands run with a sparing collector, parts with a frugal one, others as they come", () => {
  expect(started("plan").at(-1)).toMatch(/^cli\.ts --(?:max-semi-space-size=8|heap-growing-percent=50)\b/);
  expect(started("part").at(-1)).toBe("cli.ts --max-semi-space-size=4 --heap-growing-percent=10");
  expect(started("models")).toHaveLength(1);
});

test("who says how parts use their memory starts one process, not two", () => {
  const frugal = ["--max-semi-space-size=4", "--heap-growing-percent=10"];
  expect(started("part", frugal)).toEqual([`bedarf.js ${frugal.join(" ")}`]);
});
