import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildPageIfNeeded } from "../../api/web/build.ts";
import { chromiumPath, openBrowser, type ServeProcess, serve, violations, watched } from "./browser.ts";

const teas = [
  ["TEE-EG-100", "Earl Grey 100 g"],
  ["TEE-DJ-100", "Darjeeling 100 g"],
  ["TEE-KA-050", "Kamille 50 g"],
  ["TEE-MA-030", "Matcha 30 g"],
  ["SIEB-01", "Teesieb"],
] as const;

const two = (x: number): string => String(x).padStart(2, "0");

/** What a shop exports of its orders: sales without any stock or lead time, the order's number under "Name". */
function shopOrders(): Buffer {
  const head =
    "Name,Financial Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Vendor";
  const rows = Array.from({ length: 30 }, (_, month) => month).flatMap((month) =>
    teas.flatMap(([sku, name], k) =>
      [4, 17].map((day) => {
        const at = `${2024 + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(day)} 10:1${k}:00 +0100`;
        const quantity = 6 + k + ((month * 5 + day + k) % 4);
        return `#${1000 + month * 10 + k * 2 + (day > 9 ? 1 : 0)},paid,EUR,${at},${quantity},${name},${4 + k}.90,${sku},Teehaus`;
      }),
    ),
  );
  return Buffer.from(`${[head, ...rows].join("\n")}\n`);
}

const drop = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer });
const row = (page: Page, item: string) => page.locator('.grid [role="row"].line').filter({ hasText: item });

describe.skipIf(chromiumPath === undefined)("a shop's newcomer", { timeout: 200_000 }, () => {
  let servers: ServeProcess[];
  let browser: Browser;
  beforeAll(async () => {
    await buildPageIfNeeded();
    [browser, ...servers] = await Promise.all([openBrowser(), serve(), serve()]);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all((servers ?? []).map((server) => server.end()));
  });

  test("from a shop's order export to the first order line in four presses and two numbers", async () => {
    const { page, faults } = await watched(browser, `${servers[0]?.url}/#/files`);
    let presses = 0;
    const press = async (role: "button" | "link", name: string): Promise<void> => {
      await page.getByRole(role, { name, exact: true }).click();
      presses++;
    };
    await drop(page, "orders_export.csv", shopOrders());
    await page.getByText("So habe ich die Datei verstanden").waitFor();
    await press("button", "Übernehmen und planen");
    await page.getByText("Der Plan ist fertig: 5 Artikel, noch keine Bestellposition.").waitFor();
    expect(await violations(page)).toEqual([]);
    await press("link", "Ansehen, was fehlt");
    await page.getByLabel("Lieferzeit in Tagen für alle 5 ohne").fill("14");
    // by its name, not only by the number that the shop gave it
    await page.getByLabel("SIEB-01 Teesieb").last().fill("3");
    expect(await violations(page)).toEqual([]);
    await press("button", "Eintragen und neu planen");
    await row(page, "SIEB-01").getByRole("button", { name: "Annehmen" }).waitFor();
    await row(page, "SIEB-01").getByRole("button", { name: "Annehmen" }).click();
    presses++;
    await page.getByText("1 noch nicht bestellt").waitFor();
    expect(presses).toBe(4);
    expect(faults).toEqual([]);
  });

  test("where there are many items the list is saved, filled in and dropped; the first view says what is missing", async () => {
    const { page, faults } = await watched(browser, `${servers[1]?.url}/#/files`, "en-GB");
    await drop(page, "orders_export.csv", shopOrders());
    await page.getByRole("button", { name: "Import and plan" }).click();
    await page.getByRole("link", { name: "See what is missing" }).waitFor();
    await page.getByRole("link", { name: "Today", exact: true }).click();
    await page.getByText("Items without a suggestion").waitFor();
    await page.getByRole("link", { name: "Enter", exact: true }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save a list of these 5 items" }).click();
    const list = readFileSync(await (await download).path(), "utf8").replace(/^\ufeff/, "");
    expect(list).toContain('"SIEB-01","Teesieb"');
    const filled = list.replaceAll(/^("[^"]+","[^"]*"),,,/gm, "$1,3,14,");
    expect(filled).not.toBe(list);
    await page.goto(`${servers[1]?.url}/#/files`);
    await drop(page, "items-to-fill-in.csv", Buffer.from(filled));
    await page.getByRole("button", { name: "Import and plan" }).click();
    await page.getByText("The plan is done: 5 order lines for 5 items.").waitFor();
    await page.getByRole("link", { name: "See the order lines" }).click();
    await row(page, "SIEB-01").waitFor();
    await expect.poll(() => page.locator('.grid .virtual [role="row"].line').count()).toBe(5);
    expect(faults).toEqual([]);
  });
});
