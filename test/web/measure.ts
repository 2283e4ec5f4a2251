// Measures the page: node bin/node.js test/web/measure.ts [items] [lines an item]
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildPageIfNeeded, pageFolder } from "../../api/web/build.ts";
import { openBrowser, serve, watched } from "./browser.ts";
import { itemsXlsx, ordersCsv, suppliersCsv } from "./shop.ts";

const [items = 2000, months = 25] = process.argv.slice(2).map(Number);

const row = (name: string, figure: string, limit: string): void => {
  process.stdout.write(`| ${name} | ${figure} | ${limit} |\n`);
};

await buildPageIfNeeded();
const scripts = readdirSync(join(pageFolder, "assets")).filter((name) => name.endsWith(".js"));
const size = (name: string) => gzipSync(readFileSync(join(pageFolder, "assets", name))).length;
const first = scripts.filter((name) => readFileSync(join(pageFolder, "index.html"), "utf8").includes(name));
const [server, browser] = await Promise.all([serve(), openBrowser()]);

process.stdout.write(
  `${items} items, ${items * months} lines\n\n| what | measured | asked |\n|---|---|---|\n`,
);
row(
  "script of the first load, compressed",
  `${(first.reduce((sum, name) => sum + size(name), 0) / 1000).toFixed(0)} kB`,
  "250 kB",
);

const { page, faults } = await watched(browser, server.url);
page.setDefaultTimeout(600_000);
await page.goto(`${server.url}/#/files`);
const dropped = performance.now();
await page.locator('input[type="file"]').setInputFiles([
  { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(ordersCsv(items, months)) },
  { name: "b.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(itemsXlsx(items)) },
  { name: "c.csv", mimeType: "text/csv", buffer: Buffer.from(suppliersCsv()) },
]);
await page.getByRole("button", { name: "Übernehmen und planen" }).click();
await page.locator(".top .when dd").first().waitFor();
const planned = performance.now();
await page.getByRole("link", { name: "Bestellen", exact: true }).click();
await page.locator('[role="row"].line .id').first().waitFor();
row(
  "from drop to first suggestion",
  `${((performance.now() - dropped) / 1000).toFixed(1)} s`,
  "15 s at 50,000 lines, 2,000 items",
);
row("of which the list after the plan", `${((performance.now() - planned) / 1000).toFixed(2)} s`, "1 s");

await page.goto("about:blank");
const opened = performance.now();
await page.goto(`${server.url}/#/orders?grouped=no&show=all&sort=item`);
await page.locator('[role="row"][aria-selected="true"]').waitFor();
row("open to interactive", `${((performance.now() - opened) / 1000).toFixed(2)} s`, "1 s");

const shift = await page.evaluate(
  () =>
    new Promise<number>((done) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(sum), 200);
    }),
);
row("layout shift while loading", shift.toFixed(3), "0");

/** Longest and median time from a key to the next picture, in milliseconds. */
async function keys(key: string, times: number): Promise<string> {
  await page.getByRole("grid").focus();
  const took = await page.evaluate(
    async ({ key, times }) => {
      const found: number[] = [];
      for (let k = 0; k < times; k++) {
        const start = performance.now();
        document
          .querySelector("[role=grid]")
          ?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        found.push(performance.now() - start);
      }
      return found.sort((a, b) => a - b);
    },
    { key, times },
  );
  return `median ${took[took.length >> 1]?.toFixed(0)} ms, longest ${took.at(-1)?.toFixed(0)} ms`;
}
row("key j (next line)", await keys("j", 40), "50 ms");
row("key a (accept)", await keys("a", 20), "50 ms");
row("key u (take back)", await keys("u", 10), "50 ms");
const scrolled = await page.evaluate(async () => {
  const found: number[] = [];
  for (let k = 0; k < 40; k++) {
    const start = performance.now();
    window.scrollBy(0, 3000);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    found.push(performance.now() - start);
  }
  return found.sort((a, b) => a - b);
});
row(
  "scroll by 3,000 pixels",
  `median ${scrolled[20]?.toFixed(0)} ms, longest ${scrolled.at(-1)?.toFixed(0)} ms`,
  "100 ms",
);
await page.evaluate(() => window.scrollTo(0, 0));
const typed = performance.now();
await page.locator("#search").fill("000012");
await page.waitForFunction(() => document.querySelectorAll('[role="row"].line .id').length <= 3);
row("search", `${(performance.now() - typed).toFixed(0)} ms`, "100 ms");
const heap = await (await page.context().newCDPSession(page)).send("Runtime.getHeapUsage");
row("memory of the tab", `${(heap.usedSize / 1e6).toFixed(0)} MB`, "300 MB");

/** Processor seconds of the server so far. */
const spent = async (): Promise<number> =>
  Number(/^process_cpu_seconds_total (\S+)/m.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1]);

/** Bytes of a list, in pages that nobody asked for yet: none is kept by the server. */
async function bytesOf(list: string): Promise<number> {
  let bytes = 0;
  for (let cursor = ""; ; ) {
    const text = await (
      await fetch(`${server.url}/v1/plans/latest/${list}?limit=999${cursor && `&cursor=${cursor}`}`)
    ).text();
    bytes += text.length;
    const next = /"next":"([^"]+)"\}$/.exec(text)?.[1];
    if (next === undefined) return bytes;
    cursor = next;
  }
}
const spentBefore = await spent();
const bytes = (await bytesOf("suggestions")) + (await bytesOf("masters"));
row("bytes of the list", `${(bytes / 1e6).toFixed(1)} MB`, "–");
const spentOnList = (await spent()) - spentBefore;
row(
  "processor time of the server for it, asked for the first time",
  `${(spentOnList * 1000).toFixed(0)} ms`,
  "–",
);
row("messages, refusals by the policy, requests elsewhere", String(faults.length), "0");
for (const fault of faults.slice(0, 5)) process.stderr.write(`${fault}\n`);
await browser.close();
await server.end();
