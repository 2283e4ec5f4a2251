import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "../../datasets/index.ts";
import type { Row } from "./row.ts";

const root = join(import.meta.dirname, "..", "..");

/** What `bedarf plan` writes for these arguments, by name of the file. */
function written(out: string, env: Record<string, string>, ...args: string[]): Map<string, string> {
  execFileSync(
    process.execPath,
    [join(root, "bin", "bedarf.js"), "plan", ...args, "--lang", "de", "--out", out],
    {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  return new Map(readdirSync(out).map((file) => [file, readFileSync(join(out, file), "latin1")]));
}

/** Plans the same files on one thread and on two, elsewhere and in another language: names of results, and of those that differ. */
export function twoPlans(...files: readonly string[]): { names: string[]; differ: string[] } {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-plans-"));
  try {
    const one = written(join(folder, "one"), { TZ: "UTC", LANG: "C" }, ...files, "--threads", "1");
    const elsewhere = { TZ: "Asia/Kolkata", LANG: "de_DE.UTF-8" };
    const two = written(join(folder, "two"), elsewhere, ...files, "--threads", "2");
    const names = [...new Set([...one.keys(), ...two.keys()])].sort();
    return { names, differ: names.filter((name) => one.get(name) !== two.get(name)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The plan of the bundled example. */
export function sameBytes(): Row {
  const { orders, items = "", suppliers = "", openOrders = "", calendar = "" } = load("werkstatt");
  const master = [
    "--items",
    items,
    "--suppliers",
    suppliers,
    "--open-orders",
    openOrders,
    "--calendar",
    calendar,
  ];
  const { names, differ } = twoPlans(...orders, ...master);
  return {
    promise:
      "The same plan, byte for byte, in any time zone, language of the machine and number of threads: the bundled example",
    figure: `${names.length} files, ${differ.length === 0 ? "all the same" : `other bytes: ${differ.join(", ")}`}`,
    held: names.length > 0 && differ.length === 0,
  };
}
