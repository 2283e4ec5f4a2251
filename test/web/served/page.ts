import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { buildPageIfNeeded } from "../../../api/web/build.ts";
import { closeOthers, openBrowser, type ServeProcess, serve, type Watched, watched } from "../browser.ts";
import { itemsXlsx, ordersCsv, suppliersCsv } from "../shop.ts";
import { replanned, sent, type Uploads } from "./planned.ts";

/** The files of the shop with so many items. */
export const shopFiles = (items = 24): Uploads => [
  ["orders", ordersCsv(items)],
  ["items", itemsXlsx(items)],
  ["suppliers", suppliersCsv()],
];

/** Goes to a view of an open page and waits until it is that one which is seen, with what it fetches. */
export async function turnTo(page: Page, url: string, path: string): Promise<void> {
  await page.goto(`${url}/#/${path}`);
  const [view = "", of] = path.split("?")[0]?.split("/") ?? [];
  if (of === undefined) await page.locator(`nav a[aria-current="page"][href="#/${view}"]`).waitFor();
  else await page.waitForFunction((name) => document.title === `${name} · bedarf`, decodeURIComponent(of));
  await page.locator("h1, h2").first().waitFor();
  await page.waitForFunction(() => document.querySelector(".spinner") === null);
}

/** Waits until keys go to the order list. */
export const listHasFocus = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.activeElement?.getAttribute("role") === "grid");

/** What all tests of a group work on. */
export interface ServedPage {
  readonly server: ServeProcess;
  readonly browser: Browser;
  /** Opens a view in a browser of its own, which is closed after the test. */
  open(path: string, locale?: string, width?: number, height?: number): Promise<Watched>;
}

/** A server with a plan of `uploads` and a browser for the tests of the group that this stands in; ended after them. */
export function servedPage(uploads: Uploads): ServedPage {
  let server: ServeProcess | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    await buildPageIfNeeded();
    [server, browser] = await Promise.all([serve(), openBrowser()]);
    await sent(server.url, uploads);
    if (uploads.length > 0) await replanned(server.url);
  }, 200_000);
  afterEach(() => closeOthers(browser));
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });
  return {
    get server() {
      return server as ServeProcess;
    },
    get browser() {
      return browser as Browser;
    },
    open: (path, ...how) => watched(browser as Browser, `${server?.url}/#/${path}`, ...how),
  };
}
