import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkedConfig } from "../../api/run/config.ts";
import { writeFolder } from "../../api/run/files.ts";
import { resultContents } from "../../api/run/results.ts";
import { planInput, type RunSettings } from "../../api/run/run-plan.ts";
import { joined, settled } from "../../api/stages/join.ts";
import { rowFile, rowsOfPart } from "../../api/stages/rows.ts";
import { runPart } from "../../api/stages/run-part.ts";
import { type PartState, packed, type Shared, unpacked } from "../../api/stages/state.ts";
import { cutPlan, plan, type RunRecord, runRecord, stagesOf } from "../../src/index.ts";
import { csv } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "bedarf-parts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const itemCount = process.env.PROVE_CASES === undefined ? 48 : 72;
const names = Array.from({ length: itemCount }, (_, k) => `${"XKQ"[k % 3]}${(k * 37) % 1000}-${k}`);

/** Three years of valves, seals and rods: level, season, rare demand, a peak, an end, a change of level. */
function lines(months: number): (string | number)[][] {
  const out: (string | number)[][] = [];
  for (let m = 0; m < months; m++)
    for (const [k, name] of names.entries()) {
      const rare = k % 4 === 3;
      if ((rare && (m * 7 + k * 3) % 5 !== 0) || (k % 11 === 10 && m > 20)) continue;
      const level = 3 + (k % 13) * 4;
      const season = 1 + (k % 2) * 0.4 * Math.sin((2 * Math.PI * (m + k)) / 12);
      const jump = k % 17 === 5 && m > 24 ? 2.5 : 1;
      const noise = 1 + 0.3 * Math.sin(m * 12.9898 + k * 78.233);
      const amount = Math.round(100 * level * season * jump * noise * (m === 30 && k % 9 === 2 ? 6 : 1)) / 100;
      const date = `${2022 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-${String(1 + ((k + m) % 27)).padStart(2, "0")}`;
      out.push([name, date, amount, "sale", `S${k % 23}`]);
    }
  return out;
}

const orders = (months: number) =>
  csv("sales.csv", [["item", "date", "quantity", "kind", "customer"], ...lines(months)]);
const master = csv("items.csv", [
  ["item", "supplier", "stock", "lead time days", "price", "currency", "pack size", "group", "successor", "successor from"],
  ...names.map((name, k) => [
    name,
    k % 10 === 9 ? "" : `V${k % 31}`,
    (k * 7) % 160,
    5 + (k % 40),
    Math.round(173 * (1 + (k % 19))) / 100,
    "EUR",
    k % 6 === 0 ? 12 : 1,
    `G${k % 5}`,
    ...(k % 24 === 7 ? [names[k + 6] ?? "", "2025-03-10"] : ["", ""]),
  ]),
]);
const suppliers = csv("suppliers.csv", [
  ["supplier", "name", "minimum order value", "surcharge"],
  ...Array.from({ length: 31 }, (_, k) => [`V${k}`, `Supplier ${k}`, 200 + 40 * k, 15] as const),
]);
const open = csv("open.csv", [
  ["item", "order", "supplier", "due date", "open quantity"],
  ...names.filter((_, k) => k % 8 === 1).map((name, k) => [name, `B${k}`, `V${k}`, "2025-01-20", 10 + k] as const),
  ["unknown-1", "B99", "V1", "2025-01-20", 4],
]);
const decisions = csv("decisions.csv", [
  ["item", "action", "quantity", "reason", "decided on"],
  ...names.filter((_, k) => k % 10 === 4).map((name, k) => [name, "change", 20 + k, "customer", "2024-12-03"] as const),
]);

function settingsOf(config: Record<string, unknown>, previous?: RunRecord): RunSettings {
  const { options, map, answers } = checkedConfig(config);
  // learning takes longer than all else: it is tried once
  return { options, map, answers, ...(previous === undefined ? {} : { previous: () => previous, pool: null }) };
}
const inputOf = async (settings: RunSettings, months = 36) =>
  (
    await planInput(
      { orders: [orders(months)], items: [master], suppliers: [suppliers], "open-orders": [open], decisions: [decisions] },
      settings,
    )
  ).input;
const runJson = (path: string) => readFileSync(join(path, "run.json"), "utf8");

/** run.json of a plan in one piece. */
async function alone(settings: RunSettings): Promise<string> {
  const { plan: made, pool } = await plan(await inputOf(settings), settings.options);
  const path = join(folder, "alone");
  writeFolder(path, resultContents(made, pool, "en"));
  return runJson(path);
}

/** run.json of the same plan in so many parts, taken in another order than they were cut. */
async function inParts(settings: RunSettings, count: number): Promise<string> {
  const path = join(folder, `parts-${count}`);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  const { head, parts } = cutPlan(await inputOf(settings), settings.options, count);
  const stages = stagesOf(settings.options);
  let shared: Shared = { head, sums: new Map(), next: stages[0] };
  const stems = parts.map((_, k) => join(path, `${(k * 7) % parts.length}`)).filter((one, k, all) => all.indexOf(one) === k);
  for (const [k, part] of parts.entries()) writeFileSync(`${stems[k]}.part`, packed("part", { part } satisfies PartState));
  for (const [k, stage] of stages.entries()) {
    for (const stem of stems.toReversed()) {
      const made = await runPart(shared, unpacked<PartState>("part", `${stem}.part`), stage);
      writeFileSync(`${stem}.part`, packed("part", made.state));
      writeFileSync(`${stem}.sums`, packed("sums", { stage, sums: made.sums }));
      if (made.plan === undefined) continue;
      for (const [name, rows] of rowsOfPart(made.plan)) writeFileSync(rowFile(stem, name), Buffer.concat([...rows]));
    }
    const sums = stems.map((stem) => `${stem}.sums`);
    writeFileSync(join(path, "shared"), packed("shared", joined(shared, sums, stage, stages[k + 1] ?? null)));
    shared = unpacked<Shared>("shared", join(path, "shared"));
  }
  const { contents } = await settled(shared, stems);
  writeFolder(join(path, "out"), contents);
  return runJson(join(path, "out"));
}

const before = async (): Promise<RunRecord> => {
  const settings = settingsOf({});
  const { plan: made } = await plan({ ...(await inputOf(settings, 35)), pool: null }, settings.options);
  const path = join(folder, "before");
  writeFolder(path, resultContents(made, null, "en"));
  return runRecord(JSON.parse(readFileSync(join(path, "plan.json"), "utf8")));
};

/** Numbers of parts; more of them: `npm run prove -- properties`. */
const partCounts = process.env.PROVE_CASES === undefined ? [13] : [1, 8, 37];

test("a plan in parts has the hashes of the plan in one piece", async () => {
  const settings = settingsOf({ supplierOrderCost: 60 });
  const whole = await alone(settings);
  expect(JSON.parse(whole).tables.baskets.rows).toBeGreaterThan(5);
  expect(JSON.parse(whole).pool).not.toBeNull();
  for (const count of partCounts) expect([count, await inParts(settings, count)]).toEqual([count, whole]);
}, 240_000);

test("also after an earlier run, with an assortment's service and a budget", async () => {
  const settings = settingsOf({ serviceScope: "assortment", budget: 3000, alarmBudget: 3 }, await before());
  expect(stagesOf(settings.options)).toHaveLength(8);
  const whole = await alone(settings);
  expect(JSON.parse(whole).tables.changes.rows).toBeGreaterThan(0);
  for (const count of partCounts) expect([count, await inParts(settings, count)]).toEqual([count, whole]);
}, 240_000);

test("a part without items adds nothing; a stage done again gives the same bytes", async () => {
  const settings = settingsOf({});
  const { head, parts } = cutPlan(await inputOf(settings), settings.options, 60);
  const shared: Shared = { head, sums: new Map(), next: "signals" };
  const empty = parts.filter(({ demand }) => demand.length === 0);
  expect(empty.length).toBeGreaterThan(0);
  const bytes = async (part: PartState["part"]) => {
    const { state, sums } = await runPart(shared, { part }, "signals");
    return [packed("part", state), packed("sums", { stage: "signals", sums })].map((one) => Buffer.from(one).toString("base64"));
  };
  const one = parts.find(({ demand }) => demand.length > 0) ?? expect.unreachable();
  expect(await bytes(one)).toEqual(await bytes(one));
  const { sums } = await runPart(shared, { part: empty[0] }, "signals");
  expect(sums.get("cover")).toEqual({ most: 0 });
});
