import { describe, expect, test } from "vitest";
import { stockShares } from "../../../api/web/parts/stock-bar.tsx";
import { chromiumPath, violations } from "../browser.ts";
import { line } from "../line.ts";
import { servedPage } from "../served/page.ts";
import { ordersCsv } from "../shop.ts";

test("the bar of a line ends at the highest of stock and levels; what is promised is not there", () => {
  expect(stockShares(line("A"))).toEqual({ there: 0.12, coming: 0.2, reorder: 0.6, full: 1 });
  const over = stockShares(line("A", { onHand: 480, backorders: 0 }));
  expect(over).toEqual({ there: 0.96, coming: 1, reorder: 0.3, full: 0.5 });
  expect(stockShares(line("A", { onHand: 10, backorders: 15 }))?.there).toBe(0);
  expect(stockShares(line("A", { onHand: 0, onOrder: 0, reorderPoint: 0, orderUpTo: 0 }))).toBeUndefined();
});

/** Every item has a near supplier that costs more and a far one that costs less. */
const twoSources = (items: number): string =>
  [
    "Artikelnr.;Bezeichnung;Lieferant;ME;Bestand;Lieferzeit (Tage);Verpackungseinheit;Preis;Währung",
    ...Array.from({ length: items }, (_, k) => String(k).padStart(6, "0")).flatMap((item) => [
      `${item};Schlüsselgröße ${item};70010;ST;200;14;500;2,00;EUR`,
      `${item};Schlüsselgröße ${item};70099;ST;200;42;1;1,50;EUR`,
    ]),
    "",
  ].join("\r\n");

describe.skipIf(chromiumPath === undefined)("an item of two suppliers", { timeout: 200_000 }, () => {
  const served = servedPage([
    ["orders", ordersCsv(12)],
    ["items", twoSources(12)],
  ]);
  const { open } = served;

  test("the dialog and the item say what each of them asks and when it would be there", async () => {
    const { page, faults } = await open("orders?grouped=no");
    const row = page.locator('.grid [role="row"].line').filter({ hasText: "000000" });
    await row.waitFor();
    await expect.poll(() => row.locator(".stock-bar").count()).toBe(1);
    expect(await row.locator(".stock-bar").first().getAttribute("title")).toMatch(/^200 ST da, 0 bestellt;/);
    await row.getByRole("button", { name: "Ändern: 000000" }).click();
    const offers = page
      .getByRole("dialog")
      .getByRole("region", { name: "2 Lieferanten haben diesen Artikel" });
    const rows = offers.locator("tbody tr");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    expect(await rows.nth(0).innerText()).toMatch(/✓\s+gewählt:\s+70099/);
    const near = offers.getByRole("row").filter({ hasText: "70010" });
    expect(await near.innerText()).toMatch(/2,00\s€.*14\s+je 500/s);
    const far = offers.getByRole("row").filter({ hasText: "70099" });
    expect(await far.innerText()).toMatch(/1,50\s€.*42\s+jede Menge/s);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.goto(`${served.server.url}/#/item/000000`);
    await page.getByRole("heading", { name: "2 Lieferanten haben diesen Artikel" }).waitFor();
    expect(faults).toEqual([]);
  });

  test("a line that is rejected may say from whom it was ordered instead", async () => {
    const { page } = await open("orders?grouped=no", "en-US");
    const row = page.locator('.grid [role="row"].line').filter({ hasText: "000001" });
    await row.getByRole("button", { name: "Reject: 000001" }).click();
    const options = page.locator("#reasons option");
    await expect.poll(() => options.first().getAttribute("value")).toMatch(/^ordered from 700(10|99)$/);
  });

  test("a line can be moved to the other supplier, before and after it is accepted, and stays with him", async () => {
    const { page, faults } = await open("orders?sort=item");
    const row = page.locator('.grid [role="row"].line').filter({ hasText: "000002" });
    const dialog = page.getByRole("dialog");
    const from = dialog.getByLabel("Bestellen bei");
    const quantity = dialog.getByLabel(/^Neue Menge/);
    const ordered = async () => {
      const answer = await fetch(`${served.server.url}/v1/orders`);
      const { items } = (await answer.json()) as { items: Record<string, unknown>[] };
      return items
        .filter(({ item }) => item === "000002")
        .map(({ supplier, unitPrice, amount, quantity: of }) => [supplier, unitPrice, amount, of]);
    };
    await row.getByRole("button", { name: "Ändern: 000002" }).click();
    expect(await from.locator("option").first().innerText()).toBe("70099 (wie vorgeschlagen)");
    const far = Number((await quantity.inputValue()).replace(".", ""));
    await from.selectOption("70010");
    const packs = Math.ceil(far / 500) * 500;
    await expect.poll(() => quantity.inputValue()).toBe(String(packs));
    const worth = (packs * 2).toLocaleString("de-DE", { minimumFractionDigits: 2 });
    expect(await dialog.locator(".effect").innerText()).toContain(worth);
    expect(await dialog.locator("tr.chosen").innerText()).toContain("70010");
    expect(await violations(page)).toEqual([]);
    // the lot is that of the other one
    await quantity.fill("700");
    await dialog.getByText("kein ganzes Gebinde zu 500").waitFor();
    await quantity.fill(String(packs));
    await dialog.getByRole("button", { name: "Übernehmen" }).click();
    const head = page.locator('[role="row"].supplier').filter({ hasText: "70010" });
    await head.waitFor();
    expect(await head.innerText()).toContain(worth);
    await expect.poll(ordered).toEqual([["70010", 2, 2 * packs, packs]]);
    // it stays so after a load, and goes back by the same dialog
    await page.goto(`${served.server.url}/#/item/000002`);
    await page.reload();
    await page.getByText("Geht an 70010 statt an den vorgeschlagenen Lieferanten.").waitFor();
    await page.getByRole("button", { name: "Ändern" }).first().click();
    await expect.poll(() => from.inputValue()).toBe("70010");
    await from.selectOption("");
    await quantity.fill(String(far));
    await dialog.getByRole("button", { name: "Übernehmen" }).click();
    await expect.poll(ordered).toEqual([["70099", 1.5, far * 1.5, far]]);
    expect(faults).toEqual([]);
  });

  test("from a line to its item and back keys go on where they are, not before the head of the page", async () => {
    const { page, faults } = await open("orders?grouped=no&sort=item");
    const current = page.locator('[role="row"][aria-selected="true"] .id');
    const focused = () =>
      page.evaluate(() => document.activeElement?.id || document.activeElement?.className);
    await current.waitFor();
    await page.getByRole("grid").focus();
    await page.keyboard.press("j");
    const item = await current.innerText();
    await page.keyboard.press("Enter");
    await page.locator("h1").filter({ hasText: item }).waitFor();
    await expect.poll(focused).toBe("main");
    await page.keyboard.press("Escape");
    await expect.poll(focused).toMatch(/grid/);
    await page.keyboard.press("j");
    await expect.poll(() => current.innerText()).not.toBe(item);
    expect(faults).toEqual([]);
  });

  test("the list of keys opens at its title where it is longer than the window", async () => {
    const { page } = await open("orders", "de-DE", 640, 360);
    await page.locator('[role="row"].line .id').first().waitFor();
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("heading", { name: "Tasten" }).waitFor();
    await expect.poll(() => dialog.evaluate((of) => of.scrollHeight > of.clientHeight)).toBe(true);
    await expect.poll(() => dialog.evaluate((of) => of.scrollTop)).toBe(0);
  });
});
