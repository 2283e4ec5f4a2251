import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { buildPageIfNeeded } from "../../api/web/build.ts";
import {
  chromiumPath,
  closeOthers,
  openBrowser,
  type ServeProcess,
  serve,
  violations,
  watched,
} from "./browser.ts";
import { handXlsx, itemsXlsx, ordersCsv, suppliersCsv } from "./shop.ts";

const count = 24;
const row = (page: Page, item: string) => page.locator('.grid [role="row"].line').filter({ hasText: item });

/** The files of the shop; `held`: with so few lines that a plan of them is held. */
async function sent(url: string, isHalf = false): Promise<string> {
  for (const [kind, body] of [
    ["orders", isHalf ? ordersCsv(4) : ordersCsv(count)],
    ["items", itemsXlsx(count)],
    ["suppliers", suppliersCsv()],
  ] as const)
    expect(
      (await fetch(`${url}/v1/uploads?kind=${kind}&source=${kind}&mode=full`, { method: "POST", body })).ok,
    ).toBe(true);
  const made = await fetch(`${url}/v1/plans`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  const { id } = (await made.json()) as { id: string };
  let state = "queued";
  while (/queued|running/.test(state)) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    ({ state } = (await (await fetch(`${url}/v1/plans/${id}`)).json()) as { state: string });
  }
  return state;
}

/** What the page must never say of a value that it lacks; "null" alone is a German number. */
const gaps = async (page: Page): Promise<string[]> =>
  (await page.locator("body").innerText()).match(/\bundefined\b|\bNaN\b|\[object|\bnull\b(?!:)/g) ?? [];

describe.skipIf(chromiumPath === undefined)("choices of a reader", { timeout: 400_000 }, () => {
  let server: ServeProcess;
  let browser: Browser;
  const open = (path: string, locale = "de-DE", width = 1360) =>
    watched(browser, `${server.url}/#/${path}`, locale, width);
  beforeAll(async () => {
    await buildPageIfNeeded();
    [server, browser] = await Promise.all([serve(), openBrowser()]);
    expect(await sent(server.url)).toBe("done");
  }, 150_000);
  afterEach(() => closeOthers(browser));
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  test("columns are left out and rows lowered from the view menu, and both outlive a reload", async () => {
    const { page, faults } = await open("orders?grouped=no&sort=item&show=all", "de-DE", 1900);
    const heading = (name: string) => page.getByRole("columnheader", { name, exact: true });
    const height = async (): Promise<number> => (await row(page, "000000").boundingBox())?.height ?? 0;
    await row(page, "000000").waitFor();
    const before = await height();
    await heading("Wert").waitFor();
    await page.getByText("Ansicht", { exact: true }).click();
    await page.getByLabel("Wert", { exact: true }).uncheck();
    await page.getByLabel("Warum", { exact: true }).uncheck();
    await page.getByLabel("Niedrige Zeilen").check();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.reload();
    await row(page, "000000").waitFor();
    await expect.poll(() => heading("Wert").count()).toBe(0);
    await expect.poll(() => heading("Warum").count()).toBe(0);
    await heading("Menge").waitFor();
    await expect.poll(height).toBeLessThan(before);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("o notes the accepted lines of the supplier as ordered, and one press takes that back", async () => {
    const { page, faults } = await open("orders?grouped=no&sort=item&show=all", "en-US");
    const states = async (): Promise<unknown> => {
      const { items } = (await (await fetch(`${server.url}/v1/orders`)).json()) as {
        items: { item: string; state: string; order: string | null }[];
      };
      return items.map(({ item, state, order }) => `${item} ${state} ${order ?? ""}`.trim());
    };
    await row(page, "000000").waitFor();
    await page.getByRole("grid").focus();
    await page.keyboard.press("o");
    await page.getByText("Nothing of this supplier is accepted").waitFor();
    await row(page, "000000").getByRole("button", { name: "Accept" }).click();
    await page.getByText("1 not ordered yet").waitFor();
    await page.getByRole("grid").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("o");
    await page.getByRole("heading", { name: "Mark as ordered: 1 line" }).waitFor();
    await page.getByLabel("Order number").fill("4711");
    await page.keyboard.press("Enter");
    await page.getByText("1 line noted as ordered.").waitFor();
    await expect.poll(states).toEqual(["000000 ordered 4711"]);
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect.poll(states).toEqual(["000000 accepted"]);
    expect(faults).toEqual([]);
  });

  test("what was just said covers no button: the last line of the page lies above it", async () => {
    for (const width of [1280, 390]) {
      const { page, context } = await open("orders?sort=item&show=all&supplier=70011", "de-DE", width);
      await page.setViewportSize({ width, height: 600 });
      await page.locator(".virtual .line").first().waitFor();
      await page.getByRole("grid").focus();
      // it has a button of its own and stays for a while
      await page.keyboard.press("o");
      await page.locator(".notice").first().waitFor();
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      const [notice, last] = await page.evaluate(() => {
        const lines = [...document.querySelectorAll(".slot button")];
        return [
          document.querySelector(".notices")?.getBoundingClientRect().top ?? 0,
          Math.max(...lines.map((one) => one.getBoundingClientRect().bottom)),
        ];
      });
      expect(last).toBeLessThanOrEqual(notice);
      await context.close();
    }
  });

  test("behind the suggestion of an item stand tabs: arrows lead through them, a reload keeps the open one, paper has all", async () => {
    const { page, faults } = await open("item/000000");
    await page.getByRole("tab", { name: "Stammdaten" }).click();
    await page.keyboard.press("ArrowRight");
    const grade = page.getByRole("tab", { name: /^Prognosegüte: (gut|mittel|schwach)$/ });
    await expect.poll(() => grade.getAttribute("aria-selected")).toBe("true");
    await page.getByText("Abweichung im Schnitt").waitFor();
    await expect.poll(() => page.getByText("ERP-Parameter heute und neu").isVisible()).toBe(false);
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await expect.poll(() => grade.getAttribute("aria-selected")).toBe("true");
    await page.emulateMedia({ media: "print" });
    await page.getByRole("heading", { name: "Stammdaten" }).waitFor();
    await page.getByRole("heading", { name: "Güte der Prognose" }).waitFor();
    expect(faults).toEqual([]);
  });

  test("the plan is taken apart by supplier and owner, with the total of the order list", async () => {
    const { page, faults } = await open("kpis");
    const card = page.locator("section.card").filter({ hasText: "Nach Lieferant, Gruppe" });
    const total = async (): Promise<string> => (await card.locator("tfoot td.n").first().innerText()).trim();
    await card.getByRole("link", { name: "Würfel & Söhne" }).waitFor();
    const bySupplier = await total();
    await card.getByRole("button", { name: "Zuständig" }).click();
    await card.getByRole("link", { name: "D01" }).waitFor();
    await expect.poll(total).toBe(bySupplier);
    expect(await violations(page)).toEqual([]);
    await card.getByRole("link", { name: "D01" }).click();
    await page.locator(".virtual .line").first().waitFor();
    await expect.poll(() => page.locator(".sums dd").first().innerText()).toContain(bySupplier);
    expect(faults).toEqual([]);
  });

  test("of a list kept by hand stock and lead time beside the months are offered with one press each, and orders follow", async () => {
    const alone = await serve();
    const { page, faults } = await watched(browser, `${alone.url}/#/files`);
    const file = {
      name: "Teile.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(handXlsx()),
    };
    await page.locator('input[type="file"]').setInputFiles([file]);
    await page.getByRole("button", { name: "„Liegt noch da“ ist Bestand" }).click();
    await page.getByRole("button", { name: "„Dauert etwa“ ist Lieferzeit (Tage)" }).click();
    await expect.poll(() => page.getByText("Für Bestellungen fehlt noch").count()).toBe(0);
    await page.getByRole("button", { name: "Übernehmen und planen" }).click();
    await page.locator(".top .when dd").first().waitFor();
    await page.goto(`${alone.url}/#/orders?show=all`);
    await row(page, "H-0").waitFor();
    expect(faults).toEqual([]);
    await alone.end();
  });

  test("a held run is told by the browser where the reader asked for it, and every view stays whole", async () => {
    const { page, faults, context } = await open("settings", "en-US");
    await context.grantPermissions(["notifications"]);
    await page.addInitScript(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      class Told {
        static permission = "granted";
        static requestPermission = async () => "granted";
        constructor(_: string, { body }: { body: string }) {
          told.push(body);
        }
      }
      Object.assign(window, { Notification: Told });
    });
    await page.reload();
    await page.getByLabel("Tell me through the browser").check();
    expect(await sent(server.url, true)).toBe("held");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await page.locator(".banner.bad").waitFor();
    const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
    await expect.poll(told).toEqual([expect.stringMatching(/^The last run was held/)]);
    for (const view of ["today", "orders", "book", "signals", "kpis", "cash", "files", "settings"]) {
      await page.goto(`${server.url}/#/${view}`);
      await page.locator("h1").first().waitFor();
      await expect.poll(() => page.locator(".spinner").count()).toBe(0);
      expect(await gaps(page), view).toEqual([]);
      expect(await violations(page), view).toEqual([]);
    }
    // whoever knows better plans all the same, and the banner is gone
    await page.getByRole("button", { name: "Plan all the same" }).click();
    await expect.poll(() => page.locator(".banner.bad").count(), { timeout: 100_000 }).toBe(0);
    expect(faults).toEqual([]);
  });
});
