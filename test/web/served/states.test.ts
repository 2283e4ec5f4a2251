import { describe, expect, test, vi } from "vitest";
import { createRetry } from "../../../api/web/session/retry.ts";
import { chromiumPath, violations } from "../browser.ts";
import { servedPage, shopFiles, turnTo } from "./page.ts";

test("what did not get through is tried after 2, 4, 8 … 60 seconds, and it is known when; done, the next pause is short", () => {
  vi.useFakeTimers({ now: 0 });
  let tries = 0;
  const retry = createRetry(() => {
    tries++;
    retry.later();
  });
  retry.later();
  retry.later();
  const pauses = Array.from({ length: 7 }, () => {
    const pause = (retry.next.get() ?? 0) - Date.now();
    vi.advanceTimersByTime(pause);
    return pause / 1000;
  });
  expect([pauses, tries]).toEqual([[2, 4, 8, 16, 32, 60, 60], 7]);
  retry.well();
  vi.advanceTimersByTime(100_000);
  expect([retry.next.get(), tries]).toEqual([undefined, 7]);
  retry.later();
  expect(retry.next.get()).toBe(Date.now() + 2000);
  retry.well();
  vi.useRealTimers();
});

describe.skipIf(chromiumPath === undefined)("states of the page", { timeout: 200_000 }, () => {
  const served = servedPage(shopFiles(12));
  const { open } = served;

  test.each([
    ["de-DE", 1360, /^Neuer Versuch in \d+ s\.$/, "Jetzt versuchen", "Der Server antwortet gerade nicht"],
    ["en-GB", 390, /^Next try in \d+ s\.$/, "Try now", "The server does not answer right now"],
  ] as const)(
    "while the server is away the page counts down to the next try, and all is well by itself: %s, %i",
    async (locale, width, counted, now, away) => {
      const { page, context } = await open("orders?show=all", locale, width);
      await page.locator(".virtual .line").first().waitFor();
      await context.setOffline(true);
      await page.evaluate(() => window.dispatchEvent(new Event("online")));
      const banner = page.locator(".banner.warning");
      await banner.getByText(away).waitFor();
      await banner.getByText(counted).waitFor();
      expect(await violations(page)).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
      await banner.getByRole("button", { name: now }).click();
      await banner.getByText(counted).waitFor();
      await context.setOffline(false);
      await expect.poll(() => banner.count(), { timeout: 100_000 }).toBe(0);
      await page.locator(".virtual .line").first().waitFor();
    },
  );

  test("a page that found no server shows its views by itself once there is one", async () => {
    const { page } = await open("orders?show=all");
    await page.locator(".virtual .line").first().waitFor();
    await page.route("**/v1/plans*", (route) => route.abort());
    await page.route("**/v1/plans/**", (route) => route.abort());
    await page.reload();
    await page.getByText("Das hat nicht geklappt: der Server antwortet nicht").waitFor();
    await page.unrouteAll();
    await page.locator(".virtual .line").first().waitFor();
  });

  test("nothing of the tools moves while a search is typed", async () => {
    const { page } = await open("orders?show=all", "de-DE", 1360);
    const shown = page.locator('.grid .virtual [role="row"].line');
    await shown.first().waitFor();
    const search = page.locator("#search");
    const before = await search.boundingBox();
    await search.fill("000002");
    await expect.poll(() => shown.count()).toBe(1);
    await expect.poll(() => page.locator(".order-tools .count").allInnerTexts()).toContain("0");
    expect(await search.boundingBox()).toEqual(before);
  });

  test("settings begin with their sections, and a press leads to one", async () => {
    for (const [locale, width, name] of [
      ["de-DE", 1360, "Wer hat was getan"],
      ["en-GB", 390, "Who did what"],
    ] as const) {
      const { page, faults } = await open("settings", locale, width);
      const head = page.getByRole("heading", { name });
      await head.waitFor();
      await page
        .getByRole("navigation", { name: /^(Abschnitte|Sections)$/ })
        .getByRole("button", { name })
        .click();
      await expect.poll(() => head.evaluate((of) => of === document.activeElement)).toBe(true);
      const [top, box] = await Promise.all([
        page.locator(".top").evaluate((of) => of.getBoundingClientRect().bottom),
        head.boundingBox(),
      ]);
      expect(box?.y).toBeGreaterThanOrEqual(top - 1);
      expect(box?.y).toBeLessThan(900);
      expect(await violations(page)).toEqual([]);
      expect(faults).toEqual([]);
    }
  });

  test("an import is undone only when that is confirmed, and planned anew from the notice", async () => {
    const { page, faults } = await open("files");
    const files = async (): Promise<number> => {
      const { items } = (await (await fetch(`${served.server.url}/v1/uploads`)).json()) as {
        items: object[];
      };
      return items.length;
    };
    const undo = page.getByRole("button", { name: "Import rückgängig machen: Lieferanten" });
    await undo.click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Der nächste Plan rechnet ohne ihre 3 Zeilen.").waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Abbrechen" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await files()).toBe(3);
    await undo.click();
    await dialog.getByRole("button", { name: "Import rückgängig machen" }).click();
    await page.getByText(/Import rückgängig gemacht/).waitFor();
    await expect.poll(files).toBe(2);
    await page.locator(".notice").getByRole("button", { name: "Neu planen" }).waitFor();
    expect(faults).toEqual([]);
  });

  test("a search without a hit says under which choice there is one; when all is decided the way on is shown", async () => {
    const { page, faults } = await open("orders?show=blocked&q=000002");
    await page.getByRole("heading", { name: "Kein Treffer für „000002“ unter Gesperrt" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: /^Offen 1$/ }).click();
    await page.locator(".virtual .line").filter({ hasText: "000002" }).waitFor();
    await page.goto(`${served.server.url}/#/orders?grouped=no`);
    await page.locator(".virtual .line").first().waitFor();
    await page.getByRole("grid").focus();
    await page.keyboard.press("Shift+A");
    await page.getByRole("dialog").getByRole("button", { name: "Annehmen" }).click();
    await page.getByText(/^[1-9]\d* noch nicht bestellt$/).waitFor();
    // what was just decided stays in sight as long as the reader stays
    await turnTo(page, served.server.url, "today");
    await turnTo(page, served.server.url, "orders?grouped=no");
    await page.getByRole("heading", { name: "Alles entschieden" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole("link", { name: /noch nicht bestellt/ })
      .last()
      .click();
    await page.getByRole("button", { name: "Als bestellt vermerken" }).first().waitFor();
    expect(faults).toEqual([]);
  });
});
