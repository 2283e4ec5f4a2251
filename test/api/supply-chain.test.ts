import { expect, test } from "vitest";
import { billOfMaterials, lockedPackages, lockFaults, supplyChain } from "../prove/supply-chain.ts";

test("nothing runs at install time, nothing comes from a URL, every licence is known", () => {
  const row = supplyChain();
  expect(row, row.figure).toMatchObject({ held: true });
});

test("a planted package with an install script, a URL source, no hash or another licence is found", () => {
  const bad = {
    "node_modules/a": { hasInstallScript: true, integrity: "sha512-x", license: "MIT" },
    "node_modules/b": { resolved: "https://cdn.example/b.tgz", integrity: "sha512-x" },
    "node_modules/c": { license: "AGPL-3.0" },
    "node_modules/xlsx": { integrity: "sha512-x" },
  };
  expect(lockFaults(bad)).toEqual([
    "a runs an install script",
    "b comes from https://cdn.example/b.tgz",
    "c has no integrity",
    "c has the licence AGPL-3.0",
    "xlsx is denied",
  ]);
});

test("the bill of materials names what runs, and nothing that only builds", () => {
  const { components } = billOfMaterials(lockedPackages()) as { components: { name: string }[] };
  const names = components.map(({ name }) => name);
  expect(names).toContain("hono");
  expect(names).not.toContain("vitest");
});
