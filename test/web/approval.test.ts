import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { chromiumPath, violations } from "./browser.ts";
import { servedPage, shopFiles } from "./served/page.ts";

const row = (page: Page, item: string) => page.locator('.grid [role="row"].line').filter({ hasText: item });

/** A token, made by one that may. */
async function token(url: string, name: string, scopes: readonly string[], by?: string): Promise<string> {
  const answer = await fetch(`${url}/v1/tokens`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(by === undefined ? {} : { authorization: `Bearer ${by}` }),
    },
    body: JSON.stringify({ name, scopes }),
  });
  return ((await answer.json()) as { token: string }).token;
}

describe.skipIf(chromiumPath === undefined)("approval above a value", { timeout: 200_000 }, () => {
  const served = servedPage(shopFiles(12).filter(([kind]) => kind !== "suppliers"));
  const { open } = served;

  const signedIn = async (secret: string, path: string, locale: string) => {
    const seen = await open(path, locale);
    await seen.page.getByLabel("Token").fill(secret);
    await seen.page.getByRole("button", { name: /^(Sign in|Anmelden)$/ }).click();
    return seen;
  };

  test("the limit is set, what goes beyond it waits, somebody else approves, and only then it goes out", async () => {
    const alone = await open("settings");
    await alone.page.getByLabel("Freigabe ab, in Hauswährung").fill("500,5");
    await alone.page.getByRole("button", { name: "Grenze speichern" }).click();
    await alone.page.getByText("Es gilt für alles, was ab jetzt angenommen wird.").waitFor();
    expect(await violations(alone.page)).toEqual([]);
    await alone.context.close();
    const admin = await token(served.server.url, "leitung", ["admin"]);
    const buying = await token(served.server.url, "einkauf", ["read", "decide", "approve"], admin);

    const buyer = await signedIn(buying, "orders?grouped=no&supplier=70010", "de-DE");
    await row(buyer.page, "000000").getByRole("button", { name: "Annehmen" }).click();
    await buyer.page.goto(`${served.server.url}/#/book`);
    const card = buyer.page.getByRole("region", { name: "70010" }).first();
    await card.getByText("1 Position wartet auf Freigabe").waitFor();
    await card.getByText("angenommen, wartet auf Freigabe").waitFor();
    await card.getByText("Sie haben selbst angenommen").waitFor();
    // nothing of it can be saved, mailed, printed or noted as ordered, nor does its buyer approve it
    await expect
      .poll(() => card.getByRole("button", { name: /Bestellung sichern|CSV|Freigeben|vermerken/ }).count())
      .toBe(0);
    await expect.poll(() => card.getByRole("link", { name: /E-Mail|Bestellzettel/ }).count()).toBe(0);
    expect(await violations(buyer.page)).toEqual([]);
    await buyer.page.goto(`${served.server.url}/#/sheet/70010`);
    await buyer.page.getByRole("heading", { name: "Warten auf Freigabe" }).waitFor();

    const head = await signedIn(admin, "today", "en-GB");
    await head.page.getByText("Awaiting approval").waitFor();
    await head.page.getByRole("listitem").filter({ hasText: "Awaiting approval" }).getByRole("link").click();
    await head.page.getByRole("button", { name: "Approve", exact: true }).click();
    await head.page.locator(".chip").filter({ hasText: "approved" }).waitFor();
    const download = head.page.waitForEvent("download");
    await head.page.getByRole("button", { name: /CSV/ }).click();
    expect(readFileSync(await (await download).path(), "utf8")).toContain("000000");
    const log = await fetch(`${served.server.url}/v1/audit`, {
      headers: { authorization: `Bearer ${admin}` },
    });
    const { items } = (await log.json()) as { items: { action: string; who: string }[] };
    expect(items).toContainEqual(expect.objectContaining({ action: "decision.approve", who: "leitung" }));
    // the browser's own hint about a field for a token
    const faults = [...buyer.faults, ...head.faults].filter((one) => !one.includes("Password forms"));
    expect(faults).toEqual([]);
  });
});
