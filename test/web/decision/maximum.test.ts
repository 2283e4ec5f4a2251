import { describe, expect, test } from "vitest";
import { chromiumPath, violations } from "../browser.ts";
import { servedPage, turnTo } from "../served/page.ts";
import { replanned } from "../served/planned.ts";
import { ordersCsv } from "../shop.ts";

/** Items that are nearly empty and whose maximum stock lets no order of the least size through. */
const capped = (items: number): string =>
  [
    "Artikelnr.;ME;Bestand;Lieferzeit (Tage);Mindestbestellmenge;Verpackungseinheit;Höchstbestand;Preis;Währung",
    ...Array.from({ length: items }, (_, k) => `00000${k};ST;500;14;250;250;600;2,00;EUR`),
    "",
  ].join("\r\n");

describe.skipIf(chromiumPath === undefined)("a maximum stock that is too small", { timeout: 200_000 }, () => {
  const served = servedPage([
    // the seventh has no master data
    ["orders", ordersCsv(7)],
    ["items", capped(6)],
  ]);

  test("what is needed is offered with what it does, and the maximum is raised with it where the reader says so", async () => {
    const { page, faults } = await served.open("orders?grouped=no&sort=item");
    const row = (item: string) => page.locator('.grid [role="row"].line').filter({ hasText: item });
    const dialog = page.getByRole("dialog");
    const order = async (item: string, isRaised: boolean): Promise<void> => {
      await row(item).getByRole("button", { name: "Bestellen …" }).click();
      await dialog.getByText("über dem Höchstbestand 600").waitFor();
      // nothing lasts "until today" that is ordered to come later
      await dialog.getByText(/^Ware fehlt ab \d\d\.\d\d\.\d{4}: eine Bestellung von heute ist am/).waitFor();
      await dialog.getByText("Reicht dann im Mittel bis").waitFor();
      expect(await violations(page)).toEqual([]);
      const raise = dialog.getByLabel(/^Höchstbestand ab dem nächsten Plan auf [\d.]+ setzen$/);
      expect(await raise.isChecked()).toBe(false);
      if (isRaised) await raise.check();
      await dialog.getByRole("button", { name: "Übernehmen" }).click();
      await row(item).getByText("geändert auf").first().waitFor();
    };
    await order("000000", true);
    await page.getByText(/^000000: Höchstbestand [\d.]+ ab dem nächsten Plan\./).waitFor();
    await order("000002", false);
    await replanned(served.server.url);
    const answer = await fetch(`${served.server.url}/v1/plans/latest/suggestions`);
    const { items } = (await answer.json()) as { items: { item: string; orderUpTo: number }[] };
    const isCapped = (of: string) => (items.find(({ item }) => item === of)?.orderUpTo ?? 0) <= 600;
    expect([isCapped("000000"), isCapped("000002")]).toEqual([false, true]);
    expect(faults).toEqual([]);
  });

  test("from what lacks stock or lead time one press leads to its fields, below the list", async () => {
    const { page, faults } = await served.open("today");
    await page.getByRole("listitem").filter({ hasText: "Artikel ohne Vorschlag" }).getByRole("link").click();
    const field = page.getByLabel("000006 Schlüsselgröße 6").first();
    await field.waitFor();
    const isSeen = () => field.evaluate((of) => of.getBoundingClientRect().bottom <= window.innerHeight);
    await expect.poll(isSeen).toBe(true);
    expect(await violations(page)).toEqual([]);
    // nothing is said of what is not there
    await turnTo(page, served.server.url, "today");
    const late = page.getByRole("listitem").filter({ hasText: "Verspätete Lieferungen" });
    expect((await late.innerText()).replaceAll(/\s+/g, " ").trim()).toBe("✓ 0 Verspätete Lieferungen");
    expect(faults).toEqual([]);
  });
});
