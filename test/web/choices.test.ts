import type { Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { chromiumPath, serve, violations, watched } from "./browser.ts";
import { servedPage, shopFiles, turnTo } from "./served/page.ts";
import { ended, sent } from "./served/planned.ts";
import { handXlsx, ordersCsv } from "./shop.ts";

const row = (page: Page, item: string) => page.locator('.grid [role="row"].line').filter({ hasText: item });

/** Sends so few lines that a plan of them is held; how it ended. */
async function halfAsMuch(url: string): Promise<string> {
  await sent(url, [["orders", ordersCsv(4)]]);
  return (await ended(url)).state;
}

/** What the page must never say of a value that it lacks; "null" alone is a German number. */
const gaps = async (page: Page): Promise<string[]> =>
  (await page.locator("body").innerText()).match(/\bundefined\b|\bNaN\b|\[object|\bnull\b(?!:)/g) ?? [];

describe.skipIf(chromiumPath === undefined)("choices of a reader", { timeout: 400_000 }, () => {
  const served = servedPage(shopFiles());
  const { open } = served;

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
      const { items } = (await (await fetch(`${served.server.url}/v1/orders`)).json()) as {
        items: { item: string; state: string; order: string | null }[];
      };
      return items.map(({ item, state, order }) => `${item} ${state} ${order ?? ""}`.trim());
    };
    await page.locator('[role="row"][aria-selected="true"]').waitFor();
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
      await page.locator('[role="row"][aria-selected="true"]').waitFor();
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
    onTestFinished(() => alone.end());
    const { page, faults } = await watched(served.browser, `${alone.url}/#/files`);
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
    expect(await halfAsMuch(served.server.url)).toBe("held");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await page.locator(".banner.bad").waitFor();
    const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
    await expect.poll(told).toEqual([expect.stringMatching(/^The last run was held/)]);
    for (const view of ["today", "orders", "book", "signals", "kpis", "cash", "files", "settings"]) {
      await turnTo(page, served.server.url, view);
      expect(await gaps(page), view).toEqual([]);
      expect(await violations(page), view).toEqual([]);
    }
    // whoever knows better plans all the same, and the banner is gone
    await page.getByRole("button", { name: "Plan all the same" }).click();
    await expect.poll(() => page.locator(".banner.bad").count(), { timeout: 100_000 }).toBe(0);
    expect(faults).toEqual([]);
  });
});
