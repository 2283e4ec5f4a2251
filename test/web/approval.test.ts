import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildPageIfNeeded } from "../../api/web/build.ts";
import { chromiumPath, openBrowser, type ServeProcess, serve, violations, watched } from "./browser.ts";
import { itemsXlsx, ordersCsv } from "./shop.ts";

const row = (page: Page, item: string) => page.locator('.grid [role="row"].line').filter({ hasText: item });

/** Sends the files of the shop and plans them. */
async function filled(url: string): Promise<void> {
  for (const [kind, body] of [
    ["orders", ordersCsv(12)],
    ["items", itemsXlsx(12)],
  ] as const)
    expect((await fetch(`${url}/v1/uploads?kind=${kind}`, { method: "POST", body })).ok).toBe(true);
  const headers = { "content-type": "application/json" };
  const made = await fetch(`${url}/v1/plans`, { method: "POST", headers, body: "{}" });
  const { id } = (await made.json()) as { id: string };
  const state = async () =>
    ((await (await fetch(`${url}/v1/plans/${id}`)).json()) as { state: string }).state;
  await expect.poll(state, { timeout: 60_000 }).toBe("done");
}

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
  let server: ServeProcess;
  let browser: Browser;
  beforeAll(async () => {
    await buildPageIfNeeded();
    [browser, server] = await Promise.all([openBrowser(), serve()]);
  }, 100_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  const signedIn = async (secret: string, path: string, locale: string) => {
    const seen = await watched(browser, `${server.url}/#/${path}`, locale);
    await seen.page.getByLabel("Token").fill(secret);
    await seen.page.getByRole("button", { name: /^(Sign in|Anmelden)$/ }).click();
    return seen;
  };

  test("the limit is set, what goes beyond it waits, somebody else approves, and only then it goes out", async () => {
    await filled(server.url);
    const alone = await watched(browser, `${server.url}/#/settings`);
    await alone.page.getByLabel("Freigabe ab, in Hauswährung").fill("500,5");
    await alone.page.getByRole("button", { name: "Grenze speichern" }).click();
    await alone.page.getByText("Es gilt für alles, was ab jetzt angenommen wird.").waitFor();
    expect(await violations(alone.page)).toEqual([]);
    await alone.context.close();
    const admin = await token(server.url, "leitung", ["admin"]);
    const buying = await token(server.url, "einkauf", ["read", "decide", "approve"], admin);

    const buyer = await signedIn(buying, "orders?grouped=no&supplier=70010", "de-DE");
    await row(buyer.page, "000000").getByRole("button", { name: "Annehmen" }).click();
    await buyer.page.goto(`${server.url}/#/book`);
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
    await buyer.page.goto(`${server.url}/#/sheet/70010`);
    await buyer.page.getByRole("heading", { name: "Warten auf Freigabe" }).waitFor();

    const head = await signedIn(admin, "today", "en-GB");
    await head.page.getByText("Awaiting approval").waitFor();
    await head.page.getByRole("listitem").filter({ hasText: "Awaiting approval" }).getByRole("link").click();
    await head.page.getByRole("button", { name: "Approve", exact: true }).click();
    await head.page.locator(".chip").filter({ hasText: "approved" }).waitFor();
    const download = head.page.waitForEvent("download");
    await head.page.getByRole("button", { name: /CSV/ }).click();
    expect(readFileSync(await (await download).path(), "utf8")).toContain("000000");
    const log = await fetch(`${server.url}/v1/audit`, { headers: { authorization: `Bearer ${admin}` } });
    const { items } = (await log.json()) as { items: { action: string; who: string }[] };
    expect(items).toContainEqual(expect.objectContaining({ action: "decision.approve", who: "leitung" }));
    // the browser's own hint about a field for a token
    const faults = [...buyer.faults, ...head.faults].filter((one) => !one.includes("Password forms"));
    expect(faults).toEqual([]);
  });
});
