import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";
import { buildPageIfNeeded } from "../../api/web/build.ts";
import { chromiumPath, openBrowser, type ServeProcess, serve, watched } from "./browser.ts";
import { systems } from "./systems.ts";

const row = (page: Page, item: string) => page.locator('.grid [role="row"].line').filter({ hasText: item });

describe.skipIf(chromiumPath === undefined)("exports of programs", { timeout: 300_000 }, () => {
  let servers: ServeProcess[];
  let browser: Browser;
  beforeAll(async () => {
    await buildPageIfNeeded();
    [browser, ...servers] = await Promise.all([openBrowser(), ...systems.map(() => serve())]);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all((servers ?? []).map((server) => server.end()));
  });

  test.concurrent.for(systems.map((system, k) => [system.name, k] as const))(
    "%s: files are dropped, what they leave open is answered where they are read, and the first line is there",
    async ([, k], { expect }) => {
      const [{ files, item, lines, asked }, server] = [systems[k], servers[k]];
      const { page, faults, context } = await watched(browser, `${server.url}/#/files`);
      await page.locator('input[type="file"]').setInputFiles([...files]);
      for (const { name } of files)
        await page.getByRole("region", { name }).getByText("So habe ich die Datei verstanden").waitFor();
      if (asked !== undefined) {
        const card = page.getByRole("region", { name: asked.file });
        await card.getByRole("button", { name: asked.answer }).click();
        await card.getByRole("button", { name: asked.answer }).waitFor({ state: "detached" });
      }
      // what one of the files lacks and another one brings is no fault of it
      await expect.poll(() => page.getByText(/Es gibt keine Spalte für/).count()).toBe(0);
      await page.getByRole("button", { name: "Übernehmen und planen" }).click();
      await page.locator(".top .when dd").first().waitFor({ timeout: 200_000 });
      await page.getByRole("link", { name: "Bestellen", exact: true }).click();
      await row(page, item).waitFor();
      await expect.poll(() => page.locator('.grid .virtual [role="row"].line').count()).toBe(lines);
      expect(faults).toEqual([]);
      await context.close();
    },
  );
});
