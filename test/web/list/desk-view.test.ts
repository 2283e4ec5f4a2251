import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { chromiumPath } from "../browser.ts";
import { servedPage, shopFiles, turnTo } from "../served/page.ts";

const row = (page: Page, item: string) => page.locator('.grid [role="row"].line').filter({ hasText: item });
const current = (page: Page) => page.locator('[role="row"][aria-selected="true"] .id');
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest("[role=grid], .pane, dialog, main, body")?.tagName);
const head = (page: Page, supplier: string) =>
  page.locator('[role="row"].supplier').filter({ hasText: supplier });
const sumOf = async (page: Page, supplier: string): Promise<string> =>
  (await head(page, supplier).locator(".sum").textContent()) ?? "";

/** What of the decisions, or of their heading, lies beyond the list. */
const cutDecisions = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const edge = document.querySelector(".grid")?.getBoundingClientRect().right ?? 0;
    const all = document.querySelectorAll<HTMLElement>(
      ".virtual .c-decision :is(button, a, .chip), .heading .c-decision, .supplier button",
    );
    return [...all]
      .filter((one) => one.offsetWidth > 0 && one.getBoundingClientRect().right > edge)
      .map((one) => one.ariaLabel ?? one.innerText);
  });

/** Texts below 12 pixels. */
const smallTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement | SVGElement>("body *")]
      .filter((one) => [...one.childNodes].some((of) => of.nodeType === 3 && of.textContent?.trim() !== ""))
      .filter((one) => one.getClientRects().length > 0 && one.closest(".sr, title, desc") === null)
      .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 12)
      .map((one) => `${one.tagName} ${one.getAttribute("class")}: ${one.textContent}`),
  );

/** Tables that hide a part of themselves beside the window. */
const wideTables = (page: Page): Promise<(string | null)[]> =>
  page
    .locator(".scroll")
    .evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.getAttribute("aria-label")),
    );

const openOrders = (): string =>
  [
    "Bestellnummer,Artikelnummer,Lieferantennummer,offene Menge,Liefertermin",
    ...[1, 3, 5].map((k) => `45000${k},00000${k},7001${k % 3},2500,2025-12-0${k}`),
    "",
  ].join("\n");

describe.skipIf(chromiumPath === undefined)("the order desk as it is seen", { timeout: 400_000 }, () => {
  const served = servedPage([...shopFiles(), ["open-orders", openOrders()]]);
  const { open } = served;

  test("the head of a supplier says what its whole order is worth, also where a filter hides lines of it", async () => {
    const { page, faults } = await open("orders?show=all");
    await row(page, "000000").waitFor();
    const whole = await sumOf(page, "Würfel");
    await row(page, "000000").getByRole("button", { name: "Annehmen" }).click();
    await row(page, "000000").getByText("von jemand hier").waitFor();
    await page.goto(`${served.server.url}/#/orders?show=open`);
    await head(page, "Würfel").waitFor();
    await expect.poll(() => row(page, "000000").count()).toBe(0);
    expect(await sumOf(page, "Würfel")).toBe(whole);
    await expect.poll(() => head(page, "Würfel").innerText()).toContain("1 hier nicht gezeigt");
    await page.goto(`${served.server.url}/#/orders?show=decided`);
    await row(page, "000000").waitFor();
    expect(await sumOf(page, "Würfel")).toBe(whole);
    expect(faults).toEqual([]);
  });

  test.each([961, 1024, 1100, 1200, 1230, 1280, 1440])(
    "at a width of %i no button that decides is cut, item and suppliers beside the list or not",
    async (width) => {
      const { page } = await open("orders?show=all", "de-DE", width);
      await page.locator(".pane svg.chart").first().waitFor();
      expect(await cutDecisions(page)).toEqual([]);
      // and the name of an item keeps a place
      const names = await page
        .locator(".virtual .c-item a")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
      expect(Math.min(...names)).toBeGreaterThan(64);
      await page.getByRole("button", { name: /^Artikel zuklappen/ }).click();
      await page.locator(".pane").waitFor({ state: "detached" });
      expect(await cutDecisions(page)).toEqual([]);
    },
  );

  test("keys go on in the list after each action by mouse: accept, change, reject, undo, note", async () => {
    const { page, faults } = await open("orders?grouped=no&sort=item");
    await row(page, "000002").getByRole("button", { name: "Annehmen" }).click();
    await row(page, "000002").getByText("von jemand hier").waitFor();
    await expect.poll(() => focused(page)).toBe("DIV");
    await page.keyboard.press("j");
    await expect.poll(() => current(page).textContent()).toBe("000004");
    await row(page, "000004").getByRole("button", { name: "Ändern" }).click();
    await page.getByLabel(/Neue Menge/).fill("12.400");
    await page.getByRole("button", { name: "Übernehmen" }).click();
    await page.getByRole("button", { name: /^Ja, / }).click();
    await row(page, "000004").getByText("von jemand hier").waitFor();
    await expect.poll(() => focused(page)).toBe("DIV");
    await row(page, "000006").getByRole("button", { name: "Ablehnen" }).click();
    await page.getByRole("button", { name: "Ablehnen", exact: true }).last().click();
    await row(page, "000006").getByText("von jemand hier").waitFor();
    await expect.poll(() => focused(page)).toBe("DIV");
    await page.keyboard.press("u");
    await row(page, "000006").getByRole("button", { name: "Annehmen" }).waitFor();
    await row(page, "000004").getByRole("button", { name: "Entscheidung zurücknehmen" }).click();
    await row(page, "000004").getByRole("button", { name: "Annehmen" }).waitFor();
    await expect.poll(() => focused(page)).toBe("DIV");
    // in the item beside the list it stays there, once that follows the list
    const pane = page.getByRole("complementary");
    await pane.getByText("000004", { exact: true }).waitFor();
    await pane.getByRole("button", { name: "Annehmen" }).click();
    await pane.getByRole("button", { name: "Entscheidung zurücknehmen" }).click();
    await pane.getByRole("button", { name: "Annehmen" }).waitFor();
    await expect.poll(() => focused(page)).toBe("ASIDE");
    // a typed quantity that is asked about leads back to the list
    await page.getByRole("grid").focus();
    await page.keyboard.press("F2");
    await page.locator(".grid input[inputmode]").fill("-3");
    await page.keyboard.press("Enter");
    await page.getByText("0 oder mehr; -3 geht nicht.").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe("DIV");
    expect(faults).toEqual([]);
  });

  test("what is taken back in the list of orders can be accepted again with one press", async () => {
    const { page, faults } = await open("book");
    const accepted = async (): Promise<string[]> => {
      const { items } = (await (await fetch(`${served.server.url}/v1/orders`)).json()) as {
        items: { item: string }[];
      };
      return items.map(({ item }) => item).sort();
    };
    const before = await accepted();
    expect(before).toContain("000000");
    await page.getByRole("button", { name: "Zurücknehmen: 000000" }).click();
    await expect.poll(accepted).not.toContain("000000");
    await page.getByRole("button", { name: "Rückgängig" }).click();
    await expect.poll(accepted).toEqual(before);
    expect(faults).toEqual([]);
  });

  test("that nothing was accepted is said only of orders that came", async () => {
    const { page } = await open("today");
    await page.route("**/v1/orders*", (route) => route.abort());
    await page.goto(`${served.server.url}/#/book`);
    await page.reload();
    await page.getByText("Das hat nicht geklappt").waitFor();
    await expect.poll(() => page.getByText("Noch nichts angenommen").count()).toBe(0);
    await page.goto(`${served.server.url}/#/today`);
    await page.getByText("Engpässe").first().waitFor();
    await expect.poll(() => page.getByText("Noch nicht bestellt").count()).toBe(0);
    await page.unroute("**/v1/orders*");
    await page.goto(`${served.server.url}/#/book`);
    await page.getByRole("button", { name: "Noch einmal versuchen" }).click();
    await page.getByRole("button", { name: "Zurücknehmen: 000000" }).waitFor();
  });

  test("paper holds what was decided whole", async () => {
    const { page } = await open("orders?show=all", "de-DE", 1040);
    await row(page, "000000").locator(".decided").waitFor();
    await page.emulateMedia({ media: "print" });
    const cut = await page
      .locator(".decided .chip")
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
    expect(cut).toBe(0);
  });

  test("no text is smaller than 12 pixels, and on a phone no table hides a part beside the window", async () => {
    for (const width of [1440, 390]) {
      const { page, context } = await open("orders?show=all", "de-DE", width);
      for (const path of ["orders?show=all", "item/000000", "book", "deliveries", "files", "kpis", "cash"]) {
        await turnTo(page, served.server.url, path);
        expect(await smallTexts(page), `${path} ${width}`).toEqual([]);
        if (width === 390) expect(await wideTables(page), path).toEqual([]);
      }
      await context.close();
    }
  });
});
