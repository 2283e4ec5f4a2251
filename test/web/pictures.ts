// Makes the pictures of the docs from the bundled example: node bin/node.js test/web/pictures.ts [folder]
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildPageIfNeeded } from "../../api/web/build.ts";
import { openBrowser, serve, watched } from "./browser.ts";
import { walk } from "./walk.ts";

const folder = process.argv[2] ?? join(import.meta.dirname, "..", "..", "docs", "pictures");
const views = {
  today: "today",
  orders: "orders",
  item: "item/0005129",
  signals: "signals",
  kpis: "kpis",
  cash: "cash",
  settings: "settings",
};

mkdirSync(folder, { recursive: true });
await buildPageIfNeeded();
const [server, browser] = await Promise.all([serve(), openBrowser()]);
try {
  const { id } = (await (await fetch(`${server.url}/v1/example`, { method: "POST" })).json()) as {
    id: string;
  };
  const state = async (): Promise<string> =>
    ((await (await fetch(`${server.url}/v1/plans/${id}`)).json()) as { state: string }).state;
  while (/queued|running/.test(await state())) await new Promise((resolve) => setTimeout(resolve, 200));
  for (const [name, locale, width, height] of [
    ["de", "de-DE", 1360, 900],
    ["en", "en-US", 1360, 900],
    ["phone", "de-DE", 390, 844],
  ] as const) {
    const { page, context } = await watched(browser, server.url, locale, width, height);
    await page.locator(".job").first().waitFor({ timeout: 120_000 });
    for (const [view, path] of Object.entries(views)) {
      if (name === "phone" && view !== "orders" && view !== "item") continue;
      await page.goto(`${server.url}/#/${path}`);
      await page.locator("h1").first().waitFor();
      await page.waitForFunction(() => document.querySelector(".spinner") === null);
      // the pane of an item fills a moment after the list
      await page.waitForTimeout(600);
      await page.screenshot({ path: join(folder, `${view}-${name}.png`) });
    }
    if (name === "en") {
      await page.goto(`${server.url}/v1/plans/latest/report`);
      await page.screenshot({ path: join(folder, "report.png") });
      writeFileSync(join(folder, "walk.svg"), await walk(page, server.url));
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.end();
}
