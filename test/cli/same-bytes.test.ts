import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { resultNames } from "../../api/run/results.ts";
import { twoPlans } from "../prove/same-bytes.ts";

const folder = mkdtempSync(join(tmpdir(), "bedarf-bytes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A dozen months of 220 items: more than one thread takes at a time. */
const wide = Array.from({ length: 220 * 12 }, (_, at) => {
  const [k, m] = [Math.floor(at / 12), at % 12];
  const date = `2024-${String(m + 1).padStart(2, "0")}-${String(2 + ((k * 5 + m) % 26)).padStart(2, "0")}`;
  return [`W${k}`, date, k % 5 === 4 && m % 3 !== 0 ? 0 : 5 + (k % 7) + ((m * 7 + k) % 5)].join(",");
});

// The bundled example itself: `npm run prove -- bytes`.
test("the same bytes in any time zone, language of the machine and number of threads", () => {
  const [orders, items] = ["orders.csv", "items.csv"].map((name) => join(folder, name));
  writeFileSync(orders, ["item,date,quantity", ...wide].join("\n"));
  const stock = Array.from(
    { length: 220 },
    (_, k) => `W${k},${3 * (k % 9)},${7 + (k % 30)},${2 + k},V${k % 9}`,
  );
  writeFileSync(items, ["item,onHand,leadTimeDays,unitCost,supplier", ...stock].join("\n"));
  expect(twoPlans(orders, "--items", items)).toEqual({ names: [...resultNames].sort(), differ: [] });
}, 240_000);
