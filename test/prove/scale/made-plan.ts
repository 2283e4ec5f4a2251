import { execFileSync } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..", "..", "..");
export const cli = join(root, "api", "cli.ts");

/** Generated orders and master data of so many items over so many months: the arguments of a plan. */
export function madeOrders(folder: string, items: number, months: number): string[] {
  const [orders, master] = [join(folder, "orders.csv"), join(folder, "items.csv")];
  execFileSync(process.execPath, [
    join(root, "datasets/make/orders.ts"),
    ...["--lines", String(items * months), "--items", String(items), "--months", String(months)],
    ...["--seed", "7", "--out", orders, "--items-out", master],
  ]);
  return [orders, "--items", master];
}
