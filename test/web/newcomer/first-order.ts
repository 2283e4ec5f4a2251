// A newcomer's first order, by presses alone, from the empty page: node bin/node.js test/web/newcomer/first-order.ts
import { buildPageIfNeeded } from "../../../api/web/build.ts";
import { openBrowser, serve, watched } from "../browser.ts";
import { firstOrder } from "./presses.ts";

await buildPageIfNeeded();
const [server, browser] = await Promise.all([serve(), openBrowser()]);
const { page, faults } = await watched(browser, server.url);
page.setDefaultTimeout(600_000);
const { presses, seconds, planSeconds } = await firstOrder(page);
process.stdout.write(
  `| what | measured | asked |\n|---|---|---|\n| presses | ${presses.length}: ${presses.join(", ")} | – |\n| from the empty page to the first ordered supplier | ${seconds.toFixed(1)} s | 60 s |\n| of which the example is planned | ${planSeconds.toFixed(1)} s | – |\n| messages, script errors, requests elsewhere | ${faults.length} | 0 |\n`,
);
await browser.close();
await server.end();
