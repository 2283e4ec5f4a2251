import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { buildPageIfNeeded } from "../../api/web/build.ts";
import { views } from "../../api/web/views/index.ts";
import {
  chromiumPath,
  closeOthers,
  openBrowser,
  type ServeProcess,
  serve,
  violations,
  type Watched,
  watched,
  watchedIn,
} from "./browser.ts";
import { itemsXlsx, ordersCsv, suppliersCsv } from "./shop.ts";

const count = 24;
if (chromiumPath === undefined)
  process.stderr.write("no Chromium here: the page is not tried in a browser\n");

const files = () => [
  { name: "Bewegungen.csv", mimeType: "text/csv", buffer: Buffer.from(ordersCsv(count)) },
  { name: "Artikel.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(itemsXlsx(count)) },
  { name: "Lieferanten.csv", mimeType: "text/csv", buffer: Buffer.from(suppliersCsv()) },
];

const row = (page: Page, item: string) => page.locator('.grid [role="row"].line').filter({ hasText: item });
/** Lines of the list that lie wholly in the window, above what is fixed at its foot. */
const linesInSight = (page: Page) =>
  page.evaluate(() => {
    const foot = document.querySelector(".bar > nav")?.getBoundingClientRect().top ?? 0;
    const end = foot > window.innerHeight / 2 ? foot : window.innerHeight;
    const lines = [...document.querySelectorAll(".virtual .line")].map((line) =>
      line.getBoundingClientRect(),
    );
    return lines.filter(({ top, bottom }) => top >= 0 && bottom <= end).length;
  });
const current = (page: Page) => page.locator('[role="row"][aria-selected="true"] .id');

describe.skipIf(chromiumPath === undefined)("the page in a browser", { timeout: 400_000 }, () => {
  let server: ServeProcess;
  /** A server without data: it plans the example while the others work. */
  let empty: ServeProcess;
  let first: Watched;
  let browser: Browser;
  beforeAll(async () => {
    await buildPageIfNeeded();
    [server, empty, browser] = await Promise.all([serve(), serve(), openBrowser()]);
  });
  afterEach(() => closeOthers(browser, first?.context));
  afterAll(async () => {
    await browser?.close();
    await Promise.all([server?.end(), empty?.end()]);
  });

  test("cp1252 and XLSX files are understood, a column is corrected once, and the plan follows", async () => {
    const { page, faults } = await watched(browser, server.url);
    await page.getByRole("link", { name: "Dateien ablegen" }).click();
    await page.locator('input[type="file"]').setInputFiles(files());
    const orders = page.getByRole("region", { name: "Bewegungen.csv" });
    await orders.getByText("864 neu").waitFor();
    await expect.poll(() => orders.getByText("Schlüsselgröße 0").count()).toBeGreaterThan(0);
    await orders.getByText("Spalten ansehen und ändern").click();
    await orders.getByText("ohne Verwendung").click();
    const purpose = orders.getByLabel("Bedeutung: Zweck");
    await expect.poll(() => purpose.inputValue()).toBe("");
    await purpose.selectOption("location");
    await page.getByText("„Zweck“ gilt jetzt als Lagerort.").waitFor();
    await expect.poll(() => purpose.inputValue()).toBe("location");
    await expect
      .poll(() => page.getByRole("region", { name: "Artikel.xlsx" }).getByText("24 neu").count())
      .toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Übernehmen und planen" }).click();
    await page.locator(".top .when dd").first().waitFor({ timeout: 300_000 });
    await page.getByRole("link", { name: "Bestellen", exact: true }).click();
    await page.locator(".supplier").first().waitFor();
    await expect.poll(() => page.locator(".top .when dd").first().textContent()).toBe("24.12.2025");
    expect(faults).toEqual([]);
  });

  test("a first start without data offers the bundled example", async () => {
    first = await watched(browser, empty.url, "en-US");
    expect(await violations(first.page)).toEqual([]);
    await first.page.getByRole("button", { name: "See the example" }).click();
    await first.page
      .getByText(/^Planning: |The plan waits for its turn/)
      .first()
      .waitFor();
  });

  test("the list is worked by key: accept, change with its effect, reject with a reason, take back; a reload keeps all", async () => {
    const { page, faults } = await watched(browser, `${server.url}/#/orders?grouped=no&sort=item`);
    await current(page).waitFor();
    await page.getByRole("grid").focus();
    await page.keyboard.press("a");
    await row(page, "000000").getByText("von jemand hier").waitFor();
    await expect.poll(() => current(page).textContent()).toBe("000002");
    await page.keyboard.press("c");
    const quantity = page.getByLabel("Neue Menge");
    await quantity.fill("12.345");
    await page.getByText("kein ganzes Gebinde zu 100").waitFor();
    await page.getByText("Reicht im Mittel bis").waitFor();
    await page.getByRole("button", { name: "auf 12.400 runden" }).click();
    await page.getByRole("button", { name: "Übernehmen" }).click();
    await page.getByRole("button", { name: "Ja, 12.400 ST bestellen" }).click();
    await row(page, "000002")
      .getByText("geändert auf 12.400 ST")
      .or(row(page, "000002").getByText("geändert auf 12.400"))
      .first()
      .waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("r");
    await page.getByLabel("Grund").fill("Bestand stimmt nicht");
    await page.keyboard.press("Enter");
    await row(page, "000004").getByText("abgelehnt").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    await row(page, "000006").getByText("von jemand hier").waitFor();
    await page.keyboard.press("u");
    await row(page, "000006").getByRole("button", { name: "Annehmen" }).waitFor();
    await page.keyboard.press("n");
    await page.getByLabel(/Steht beim Artikel/).fill("Lieferant streikt");
    await page.getByRole("button", { name: "Übernehmen" }).click();
    await page.locator(".note-mark").getByText("Notiz: Lieferant streikt").waitFor();
    await page.goto(`${server.url}/#/orders?grouped=no&sort=item&show=decided`);
    await page.reload();
    await row(page, "000004").getByText("abgelehnt").waitFor();
    await expect
      .poll(() => page.locator('.grid [role="row"].line .id').allTextContents())
      .toEqual(["000000", "000002", "000004"]);
    expect(faults).toEqual([]);
  });

  test("a supplier's plain lines are accepted by one key, its order is printed and saved with the decided quantities", async () => {
    const { page, faults } = await watched(browser, `${server.url}/#/orders?supplier=70011&show=all`);
    await current(page).waitFor();
    await page.getByRole("grid").focus();
    await page.keyboard.press("Shift+A");
    await page.getByText(/Positionen angenommen/).waitFor();
    const save = page.getByRole("button", { name: /^Sichern · \d+ · .*Kröger KG$/ });
    await save.waitFor();
    await page.getByRole("link", { name: /noch nicht bestellt/ }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Bestellung sichern, CSV: Kröger KG" }).click();
    const csv = readFileSync(await (await download).path(), "utf8");
    expect(csv).toMatch(/^\ufeffsupplier;item;/);
    expect(csv).toContain("70011;0000");
    expect(csv).not.toContain("70010;");
    const card = page.getByRole("region", { name: "Kröger KG" }).first();
    await card.getByText("gesichert").first().waitFor();
    await card.getByRole("link", { name: "Bestellzettel" }).click();
    await page.getByRole("heading", { name: "Bestellzettel: Kröger KG" }).waitFor();
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => page.locator(".top:visible, .no-print:visible").count()).toBe(0);
    await expect.poll(() => page.locator(".sheet table").isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  test("of two tabs that decide on the same line one wins and the other is told who", async () => {
    const first = await watched(browser, `${server.url}/#/orders?grouped=no&sort=item`);
    const second = await watchedIn(first.context, `${server.url}/#/orders?grouped=no&sort=item`);
    await row(second.page, "000008").waitFor();
    await row(first.page, "000008").getByRole("button", { name: "Annehmen" }).click();
    await row(first.page, "000008").getByText("von jemand hier").waitFor();
    await row(second.page, "000008").getByRole("button", { name: "Ablehnen" }).click();
    await second.page.getByRole("button", { name: "Ablehnen", exact: true }).last().click();
    await second.page.getByText("000008: Inzwischen hat jemand hier entschieden.").waitFor();
    await row(second.page, "000008").getByText("angenommen").waitFor();
    expect([...first.faults, ...second.faults]).toEqual([]);
  });

  test("every view is free of accessibility faults and of messages, in German and English, on desktop and phone", async () => {
    const about: Readonly<Record<string, string>> = { item: "/000000", sheet: "/70011" };
    for (const [locale, width] of [
      ["de-DE", 1360],
      ["en-US", 390],
    ] as const) {
      const { page, faults, context } = await watched(browser, server.url, locale, width, 850);
      await page.emulateMedia({ colorScheme: width < 400 ? "dark" : "light" });
      for (const view of Object.keys(views)) {
        await page.goto(`${server.url}/#/${view}${about[view] ?? ""}`);
        await page.locator("h1").first().waitFor();
        await expect.poll(() => page.locator(".spinner").count()).toBe(0);
        expect(await violations(page), `${view} ${locale}`).toEqual([]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider, `${view} is wider than the window`).toBeLessThanOrEqual(0);
      }
      expect(faults).toEqual([]);
      await context.close();
    }
  });

  test("settings stand on the server for all later plans, and my items are shown first", async () => {
    const { page, faults } = await watched(browser, `${server.url}/#/settings`);
    const seen: string[] = [];
    page.on("requestfinished", (request) => void seen.push(request.url()));
    const issuesOf = (plan: string): string =>
      seen.some((url) => url.includes(`/v1/plans/${plan}/issues`)) ? "shown" : "waiting";
    await page.getByLabel("Bestellregel").selectOption("RS");
    await page.getByLabel("AX", { exact: true }).fill("99,5");
    await page.getByRole("button", { name: "Speichern und neu planen" }).click();
    await page.getByText("Zuletzt geändert von jemand hier").waitFor();
    // what is typed while the plan runs is still there when it ends and the page shows the new one
    await page.getByLabel("Von", { exact: true }).fill("2026-01-05");
    await page.getByLabel("Bis", { exact: true }).fill("2026-01-09");
    const newest = async (): Promise<unknown> => {
      const { items } = (await (await fetch(`${server.url}/v1/plans`)).json()) as {
        items: { id: string; state: string }[];
      };
      return `${items.length} ${items[0]?.state} ${items[0]?.state === "done" ? issuesOf(items[0].id) : ""}`;
    };
    await expect.poll(newest, { timeout: 300_000 }).toBe("2 done shown");
    await expect.poll(() => page.getByLabel("Von", { exact: true }).inputValue()).toBe("2026-01-05");
    await page.getByRole("button", { name: "Hinzufügen" }).click();
    await page.getByText("05.01.2026 – 09.01.2026 · Betriebsferien").waitFor();
    const settings = (await (await fetch(`${server.url}/v1/settings`)).json()) as object;
    expect(settings).toMatchObject({
      version: 2,
      config: { policy: "RS", serviceByClass: { AX: 0.995 } },
      calendar: [{ from: "2026-01-05", to: "2026-01-09", kind: "plant-closure" }],
    });
    // every item that needs an order is D01's
    await page.getByLabel("D02", { exact: true }).check();
    await page.goto(`${server.url}/#/orders?grouped=no&show=all`);
    await page.reload();
    await page.getByRole("button", { name: "Meine Artikel" }).waitFor();
    await page.getByRole("heading", { name: "Hier ist nichts zu tun" }).waitFor();
    await expect.poll(() => current(page).count()).toBe(0);
    await page.getByRole("group", { name: "Welche Artikel" }).getByRole("button", { name: "Alle" }).click();
    await current(page).waitFor();
    await page.goto(`${server.url}/#/settings`);
    await page.getByLabel("D02", { exact: true }).uncheck();
    await expect.poll(() => page.getByRole("group", { name: "Welche Artikel" }).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test("the example is worked like own data: lines in sight, figures explained, shortages, signals, another plan", async () => {
    const { page, faults } = first;
    await page.getByRole("heading", { name: "Today" }).waitFor({ timeout: 300_000 });
    // three nights: what moved since the last one, the course of the figures, the files they were made of
    await page.getByText("Since the last run:").waitFor();
    await expect.poll(() => page.locator("a.figure svg").count()).toBe(3);
    await page.goto(`${empty.url}/#/files`);
    await page.getByRole("cell", { name: "lagerbewegungen-2026-10-16.csv" }).waitFor();
    await expect.poll(() => page.getByRole("link", { name: "Report" }).count()).toBe(3);
    await page.goto(`${empty.url}/#/today`);
    await page.locator(".job.shortage").getByRole("link", { name: "Look" }).click();
    await page.locator(".supplier").first().waitFor();
    // a screen of a laptop shows 12 lines below the heads of their suppliers, a phone 8
    await page.goto(`${empty.url}/#/orders`);
    await page.getByRole("navigation", { name: "Suppliers" }).waitFor();
    await page.getByText("6 items without a suggestion, as stock or lead time is missing").waitFor();
    for (const [width, height, least] of [
      [390, 844, 8],
      [1280, 720, 12],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => linesInSight(page)).toBeGreaterThanOrEqual(least);
    }
    // beside the list stands the current item with its pictures, and the menu finds everything by name
    await page.getByRole("complementary").locator("svg.chart").first().waitFor();
    await page.getByRole("button", { name: "What does Safe until mean?" }).first().click();
    await page.getByText("last in 19 of 20 cases, without a new order").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    expect(await violations(page)).toEqual([]);
    await page.getByLabel("View, item, supplier or command …").fill("0007820");
    await page.keyboard.press("Enter");
    // a shortage that the maximum stock keeps from being ordered is headed as one and begins with what is needed
    await page.getByText("shortage: confirm a quantity").waitFor();
    await page
      .getByText(/short, maximum stock only/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Order …" }).click();
    await expect
      .poll(async () => Number((await page.getByLabel(/New quantity/).inputValue()).replaceAll(",", "")))
      .toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    // page and report count the same signals as open
    const report = await (await fetch(`${empty.url}/v1/plans/latest/report`)).text();
    const reported = /Open signals<\/div><div class="value">(\d+)/.exec(report)?.[1];
    await page.goto(`${empty.url}/#/signals`);
    await page
      .getByRole("button", { name: `Open ${reported}`, exact: true })
      .and(page.locator('[aria-pressed="true"]'))
      .waitFor();
    // what blocks a line is an open signal with its answers, on its item too, and an answer can be taken back
    await page.goto(`${empty.url}/#/item/0004778`);
    await page.getByRole("button", { name: "Confirm: 0004778" }).waitFor();
    await page.getByRole("heading", { name: "Why it is blocked" }).waitFor();
    await page.getByText("open signal").waitFor();
    await page.goto(`${empty.url}/#/orders?show=blocked&grouped=no`);
    await page
      .getByRole("link", { name: /^Settle: / })
      .first()
      .click();
    const signal = page.locator(".signal-row").first();
    await signal.getByText("blocks a line").waitFor();
    await signal.getByRole("button", { name: /^Close: / }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await signal.getByRole("button", { name: /^Confirm: / }).waitFor();
    // a change that passed is entered as an event of the item, for its period, and taken back in one press
    await page.goto(`${empty.url}/#/signals?kind=level-shift&state=past`);
    const exception = page.getByRole("button", { name: /^Was an exception: / }).first();
    const item = ((await exception.getAttribute("aria-label")) ?? "").replace("Was an exception: ", "");
    await exception.click();
    const calendar = async () =>
      ((await (await fetch(`${empty.url}/v1/settings`)).json()) as { calendar: object[] }).calendar;
    await expect.poll(calendar).toMatchObject([{ kind: "event", item, to: "2026-09-30" }]);
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect.poll(calendar).toEqual([]);
    expect(await (await fetch(`${empty.url}/v1/uploads`)).json()).toMatchObject({ items: [] });
    // the example can be planned again with other settings
    await page.goto(`${empty.url}/#/settings`);
    await page.getByLabel("Target service (%)").fill("95");
    await page.getByRole("button", { name: "Save and plan anew" }).click();
    const states = async (): Promise<string> => {
      const { items } = (await (await fetch(`${empty.url}/v1/plans`)).json()) as {
        items: { request: { config?: { serviceLevel?: number } } }[];
      };
      return `${items.length} ${items[0]?.request.config?.serviceLevel}`;
    };
    await expect.poll(states).toBe("4 0.95");
    expect(faults).toEqual([]);
  });

  test("from the first token on the page asks for it, and what was decided meanwhile is sent after signing in", async () => {
    const { page } = await watched(browser, `${server.url}/#/orders?grouped=no&sort=item`, "en-US");
    const accept = page.getByRole("button", { name: /^Accept: / }).first();
    await accept.waitFor();
    const item = ((await accept.getAttribute("aria-label")) ?? "").replace("Accept: ", "");
    await page.waitForLoadState("networkidle");
    const made = await fetch(`${server.url}/v1/tokens`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "Kim", scopes: ["read", "decide"] }),
    });
    const { token } = (await made.json()) as { token: string };
    await accept.click();
    await page.getByLabel("Token").fill("bedarf-wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("This token is not valid.").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel("Token").fill(token);
    await page.getByRole("button", { name: "Sign in" }).click();
    await row(page, item).getByText("by Kim").waitFor();
    expect(await page.evaluate(() => document.cookie)).toBe("");
  });
});
