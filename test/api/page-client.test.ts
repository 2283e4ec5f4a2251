import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, expect, test } from "vitest";
import { createApp } from "../../api/http/app.ts";
import { serverSettings } from "../../api/http/settings.ts";
import { servicesOf } from "../../api/services.ts";
import { openStore } from "../../api/store/index.ts";
import { createClient } from "../../api/web/client/client.ts";
import { effectOf, planStockOf } from "../../api/web/decision/outlook.ts";
import { sumByCurrency, workLine } from "../../api/web/session/work-line.ts";
import { bytesSource, openTable, words } from "../../src/index.ts";
import { expectDocumented } from "./answers.ts";
import { newFolder } from "./server.ts";

const example = join(import.meta.dirname, "..", "..", "datasets", "werkstatt");
const folder = newFolder();
const store = await openStore(folder);
const services = servicesOf(store, {
  settings: { ...serverSettings(), freeDiskBytes: 0 },
  log: pino({ level: "silent" }),
  stopping: new AbortController().signal,
});
services.runner.start();
const app = createApp(services);
afterAll(async () => {
  await services.runner.stop();
  services.examiner.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A file of the bundled example with every eighth item. */
function partOf(name: string): Blob {
  const lines = readFileSync(join(example, name), "latin1").split("\n");
  const kept = lines.filter((line) => Number(/\b000\d{4}\b/.exec(line)?.[0] ?? 0) % 8 === 0);
  return new Blob([Buffer.from(kept.join("\n"), "latin1")]);
}

/** The page's own client, every answer of which is held against the schema of its route. */
const client = createClient(
  async (path, init) => {
    const response = await app.request(String(path), init);
    await expectDocumented(init?.method ?? "GET", String(path), response);
    return response;
  },
  () => {},
);

const accepts = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** The suggestions of a plan as somebody fetches them as a file, by heading. */
async function fetched(plan: string, format: keyof typeof accepts): Promise<Record<string, string>[]> {
  const headers = { accept: accepts[format], "accept-language": "en" };
  const response = await app.request(`/v1/plans/${plan}/suggestions`, { headers });
  const source = bytesSource(`a.${format}`, new Uint8Array(await response.arrayBuffer()));
  const table = openTable(source);
  const { columns } = words.wordsOf("en");
  const field = (heading: string): string =>
    Object.entries(columns).find(([, text]) => text === heading)?.[0] ?? heading;
  return [...table.records()].map(({ cells }) =>
    Object.fromEntries(table.header.map((heading, k) => [field(heading), cells[k] ?? ""])),
  );
}

const cents = (amounts: readonly (number | undefined)[]): number =>
  Math.round(100 * amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0));

test("what the page asks for is answered as documented, over a part of the bundled example and a decision", async () => {
  const files = [
    ["orders", "lagerbewegungen-2026-09-25.csv"],
    ["orders", "lagerbewegungen-2026-10-16.csv"],
    ["orders", "bestellungen.csv"],
    ["items", "artikel.csv"],
    ["suppliers", "lieferanten.csv"],
    ["open-orders", "offene-bestellungen.csv"],
    ["calendar", "kalender.csv"],
  ] as const;
  for (const [kind, name] of files) {
    const file = partOf(name);
    await client.understand(file, name);
    await client.tryUpload(file, name, { kind });
    expect(await client.upload(file, name, { kind })).toMatchObject({ kind, wasKnown: false });
  }
  await client.answers();
  const { version } = await client.settings();
  await client.setSettings({
    version,
    config: { bucket: "month" },
    calendar: [{ from: "2026-12-24", to: "2026-12-31", kind: "plant-closure" }],
  });
  await client.setOwners(["Meier"]);
  await client.me();
  const { id } = await client.startPlan({}, "key");
  await expect.poll(async () => (await client.latest())?.id, { timeout: 50_000 }).toBe(id);
  await client.plans();
  const lines = await client.lines(id);
  const item = lines.find(({ quantity }) => quantity > 0)?.item ?? "";
  expect(await client.decide(id, { item, action: "change", quantity: 5, reason: "space" }, 0)).toMatchObject({
    version: 1,
  });
  expect((await client.line(id, item))?.decided?.quantity).toBe(5);
  const lists = await Promise.all([
    client.items(id),
    client.baskets(id),
    client.signals(id),
    client.cash(id),
    client.issues(id),
  ]);
  expect(lists.every(({ length }) => length > 0)).toBe(true);
  await client.kpis(id);
  await client.changes(id);
  await client.itemIssues(id, item);
  await client.forecasts(item);
  for (const { item: name } of lines) await client.item(id, name);
});

/** What no reader of German should meet: holes, codes, names of methods, one of many. */
const unreadable =
  /undefined|NaN|\[object|\b(null ?,|MASE|WAPE|COCC|sMAPC|MASC|RMSSC|FVA|combination|box-cox|rsS|backtest|default|fill)\b|(?<![\d.,−-])1 (Tagen?|Positionen|Zeilen|Wochen|Monate|Lieferanten|Signale)\b/;

test("the German report and the German lists hold no code, no hole and no foreign word", async () => {
  const { id = "" } = (await client.latest()) ?? {};
  const german = async (path: string): Promise<string> =>
    (await app.request(`/v1/plans/${id}/${path}`, { headers: { "accept-language": "de" } })).text();
  const report = (await german("report"))
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/g, " ")
    .replaceAll(/<[^>]+>/g, " ");
  const found = unreadable.exec(report);
  expect(found === null ? "" : report.slice(found.index - 60, found.index + 60)).toBe("");
  for (const [list, field] of [
    ["issues", "message"],
    ["signals", "sentence"],
    ["changes", "sentence"],
    ["suggestions", "sentence"],
  ] as const) {
    const { items } = JSON.parse(
      await german(`${list}?limit=1000${list === "suggestions" ? "&sentences=1" : ""}`),
    );
    const texts = (items as Record<string, string>[]).map((row) => row[field] ?? "");
    expect(texts.filter((text) => unreadable.test(text))).toEqual([]);
  }
});

test("page, report and files say the same sums, kinds and dates", async () => {
  const { id = "" } = (await client.latest()) ?? {};
  const lines = (await client.lines(id)).map((line) => workLine(line, undefined));
  const ordered = lines.filter(({ quantity }) => quantity > 0);
  const sum = cents(ordered.map(({ amount }) => amount));
  expect(sum).toBeGreaterThan(0);
  const [[currency = "", total = 0] = []] = sumByCurrency(ordered, ({ amount }) => amount);
  expect(Math.round(100 * total)).toBe(sum);
  const report = await (
    await app.request(`/v1/plans/${id}/report`, { headers: { "accept-language": "en" } })
  ).text();
  expect(report).toContain(words.money(total, currency, "en", 0));
  const shortages = lines.filter(({ kind }) => kind === "shortage");
  const told = /shortage<\/span> <strong>([\d,]+) ×/.exec(report)?.[1] ?? "0";
  expect(Number(told.replaceAll(",", ""))).toBe(shortages.length);
  const { kinds } = words.wordsOf("en").lines;
  expect(Object.keys(kinds).sort()).toEqual(["blocked", "doubt", "plain", "shortage"]);
  for (const format of ["csv", "xlsx"] as const) {
    const rows = await fetched(id, format);
    expect(cents(rows.map(({ amount }) => Number(amount)))).toBe(sum);
    const told = rows.filter(({ quantity }) => Number(quantity) > 0);
    expect(told.map(({ item, safeUntil }) => `${item} ${safeUntil}`).sort()).toEqual(
      ordered.map(({ item, safeUntil = "" }) => `${item} ${safeUntil}`).sort(),
    );
  }
  // the effect of ordering nothing is what the list says
  const plan = (await client.plans()).find((one) => one.id === id);
  if (plan === undefined) throw new Error("no plan");
  for (const { item, runsOutOn, safeUntil } of ordered.slice(0, 10)) {
    const view = await client.item(id, item);
    const effect = effectOf(planStockOf(plan, view), view, 0);
    expect([item, effect?.lastsMean, effect?.lastsSafe]).toEqual([item, runsOutOn, safeUntil]);
  }
});
