import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** The browser that the page is tried in; tests of it are skipped with one line where it is missing. */
export const chromiumPath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);

const root = join(import.meta.dirname, "..", "..");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: ["--no-sandbox"],
  });

/** A server as users start it, that can be killed and started again on its port. */
export interface ServeProcess {
  readonly url: string;
  readonly folder: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  end(): Promise<void>;
}

async function listening(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stderr ?? []) {
    text += String(chunk);
    const url = /listening on (http:\S+)/.exec(text)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`the server ended: ${text}`);
}

export async function serve(): Promise<ServeProcess> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-page-"));
  const spawned = (port: string): ChildProcess =>
    spawn(process.execPath, [join(root, "api", "cli.ts"), "serve", "--data", folder, "--port", port], {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, BEDARF_LOG: "error" },
    });
  let child = spawned("0");
  const url = await listening(child);
  const stop = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once("exit", () => resolve());
      child.kill(signal);
    });
  return {
    url,
    folder,
    kill: () => stop("SIGKILL"),
    async start() {
      child = spawned(new URL(url).port);
      await listening(child);
    },
    async end() {
      await stop("SIGKILL");
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A page that notes everything it should never do. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console messages, script errors, refusals by the content policy, requests to other hosts. */
  readonly faults: string[];
}

export async function watched(
  browser: Browser,
  url: string,
  locale = "de-DE",
  width = 1360,
  height = 900,
): Promise<Watched> {
  const context = await browser.newContext({ locale, viewport: { width, height }, acceptDownloads: true });
  context.setDefaultTimeout(60_000);
  return watchedIn(context, url);
}

/** Closes what a test opened, except one that later tests go on with: what is open goes on asking the server. */
export async function closeOthers(browser: Browser | undefined, kept?: BrowserContext): Promise<void> {
  const open = browser?.contexts().filter((context) => context !== kept) ?? [];
  await Promise.all(open.map((context) => context.close()));
}

/** Another tab of the same browser. */
export async function watchedIn(context: BrowserContext, url: string): Promise<Watched> {
  const page = await context.newPage();
  const faults: string[] = [];
  // A refused connection is what a killed server looks like; the browser itself prints it.
  page.on("console", (message) => {
    if (!/Failed to load resource/.test(message.text()))
      faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${new URL(url).origin}/`) && !/^(blob|data):/.test(request.url()))
      faults.push(`foreign: ${request.url()}`);
  });
  await page.goto(url);
  return { page, context, faults };
}

/** What axe finds against WCAG 2.2 A and AA, as "rule: place". */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")))`,
  );
  return found as string[];
}
