import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, expect, test } from "vitest";
import { createApp } from "../../api/http/app.ts";
import { serverSettings } from "../../api/http/settings.ts";
import { servicesOf } from "../../api/services.ts";
import { openStore } from "../../api/store/index.ts";
import { createClient } from "../../api/web/client/client.ts";
import { expectDocumented } from "./answers.ts";
import { newFolder } from "./server.ts";

const example = join(import.meta.dirname, "..", "..", "datasets", "werkstatt");
const folder = newFolder();
const store = openStore(folder);
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
  store.close();
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
