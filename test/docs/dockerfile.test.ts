import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const steps = readFileSync(join(root, "deploy", "Dockerfile"), "utf8")
  .replaceAll("\\\n", " ")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const of = (word: string): string[] => steps.filter((step) => step.startsWith(`${word} `));

test("the image is made of what is here, from one exact Node, without scripts of packages", () => {
  const images = of("FROM").map((step) => step.split(" ")[1]);
  expect(new Set(images).size).toBe(1);
  // A build may name the bytes of its base by their digest.
  expect(images[0]).toMatch(/^\$\{BASE\}$/);
  expect(of("ARG")).toEqual([expect.stringMatching(/^ARG BASE=node:\d+\.\d+\.\d+-/)]);
  const copied = of("COPY").flatMap((step) =>
    step
      .replace(/--from=\S+/, "")
      .trim()
      .split(/\s+/)
      .slice(1, -1),
  );
  const missing = copied
    .map((path) => path.replace(/^\/app\//, ""))
    .filter((path) => path !== "." && path !== "node_modules" && !existsSync(join(root, path)));
  expect(missing).toEqual([]);
  for (const step of of("RUN").filter((run) => /npm (ci|prune)/.test(run)))
    expect(step).toContain("--ignore-scripts");
  expect(of("RUN").join(" ")).not.toMatch(/apt-get|curl|sudo|npm install/);
});

test("nothing of the builder's machine comes into the image: no modules, results or history", () => {
  const left = readFileSync(join(root, ".dockerignore"), "utf8").split("\n");
  for (const folder of ["node_modules", "out", "dist", ".git"]) expect(left).toContain(folder);
});

test("it runs as a user without rights, says whether it is well, and starts what exists", () => {
  expect(of("USER").at(-1)).not.toMatch(/root|\b0\b/);
  expect(of("HEALTHCHECK")).toHaveLength(1);
  const [, entry = "[]"] = /^ENTRYPOINT (.*)$/.exec(of("ENTRYPOINT")[0] ?? "") ?? [];
  expect((JSON.parse(entry) as string[]).filter((part) => part.endsWith(".js"))).toEqual(["bin/bedarf.js"]);
  expect(existsSync(join(root, "bin", "bedarf.js"))).toBe(true);
});
