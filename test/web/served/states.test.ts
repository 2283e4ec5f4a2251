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
