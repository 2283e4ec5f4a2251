import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { views } from "../../api/web/views/index.ts";
import { chromiumPath } from "./browser.ts";
import { servedPage, turnTo } from "./served/page.ts";
import type { Uploads } from "./served/planned.ts";

const long = "X".repeat(180);
const markup = '<img src=x onerror="alert(1)">';
const names = [long, markup, "=HYPERLINK(1)"];
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A history and master data whose every name is one that page and paper are not made for. */
function files(): Uploads {
  const orders = names.flatMap((name, i) =>
    Array.from({ length: 24 }, (_, m) => {
      const day = `${2024 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-15`;
      return `${quoted(name)},${day},${(10 + ((m * 7 + i) % 9)) * (i === 2 ? 12_345_678 : 1)},sale`;
    }),
  );
  const items = names.map((name, i) => {
    const text = quoted(name);
    return `${text},${text},${text},${text},${text},1,20,${[2.5, 250_000, 12_345][i]},${["EUR", "CHF", "VND"][i]}`;
  });
  return [
    ["orders", ["item,date,quantity,kind", ...orders, ""].join("\n")],
    [
      "items",
      ["item,name,supplier,group,owner,onHand,leadTimeDays,unitCost,currency", ...items, ""].join("\n"),
    ],
  ];
}

/** What of the head lies over its right neighbour, with the mark of the example beside the name as well. */
const overlaps = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const mark = '<a class="chip warning">Beispiel</a>';
    document.querySelector(".brand")?.insertAdjacentHTML("afterend", mark);
    const boxes = [...document.querySelectorAll(".bar > :not(nav, .when), .when dd")]
      .map((one) => ({ name: one.className || one.tagName, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
      .sort((a, b) => a.box.left - b.box.left);
    return boxes.flatMap(({ name, box }, k) => {
      const next = boxes[k + 1];
      return next !== undefined && next.box.left < box.right - 1 ? [`${name} over ${next.name}`] : [];
    });
  });

/** What is too wide for its window, and what a name has become. */
const faultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...(document.documentElement.scrollWidth > window.innerWidth ? [`${location.hash} is too wide`] : []),
    ...[...document.querySelectorAll("img, body script")].map(({ tagName }) => `${location.hash} ${tagName}`),
    ...[...document.querySelectorAll("svg.chart text")].flatMap((text) => {
      const [own, all] = [text, text.closest("svg")].map((one) => one?.getBoundingClientRect());
      const isIn =
        own === undefined || all === undefined || (own.left >= all.left - 1 && own.right <= all.right + 1);
      return isIn ? [] : [`${location.hash} picture cuts ${text.textContent}`];
    }),
    // neither a quantity nor a sum of the list is cut in the middle
    ...[...document.querySelectorAll(".virtual :is(.c-quantity, .c-amount, .sum)")]
      .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
      .map(({ textContent }) => `cut: ${textContent}`),
    ...[...document.querySelectorAll(".job > :nth-child(3)")]
      .filter((words) => words.getBoundingClientRect().width < 120)
      .map(({ textContent }) => `no room for ${textContent}`),
  ]);

describe.skipIf(chromiumPath === undefined)("names that a page is not made for", { timeout: 200_000 }, () => {
  const served = servedPage(files());
  const { open } = served;

  test("long ones stay in their place on desktop and phone, markup stays a text, all decided too", async () => {
    const latest = await (await fetch(`${served.server.url}/v1/plans/latest`)).json();
    const { id: plan } = latest as { id: string };
    const path = (item: string) =>
      `${served.server.url}/v1/plans/${plan}/suggestions/${encodeURIComponent(item)}/decision`;
    for (const item of names) {
      const headers = { "content-type": "application/json" };
      const answer = await fetch(path(item), { method: "POST", headers, body: '{"action":"accept"}' });
      expect([item.slice(0, 20), answer.status]).toEqual([item.slice(0, 20), 200]);
    }
    const about = names.flatMap((name) => [
      `item/${encodeURIComponent(name)}`,
      `sheet/${encodeURIComponent(name)}`,
    ]);
    const all = [...Object.keys(views).filter((view) => view !== "item" && view !== "sheet"), ...about];
    for (const width of [1280, 1024, 390]) {
      const { page, faults, context } = await open("today", "de-DE", width);
      for (const view of all) {
        await turnTo(page, served.server.url, view);
        expect(await faultsOf(page)).toEqual([]);
      }
      expect(faults).toEqual([]);
      await context.close();
    }
    for (const width of [320, 360, 390]) {
      const { page, context } = await open("today", "de-DE", width);
      await page.locator(".unplaced").waitFor();
      expect([width, await overlaps(page)]).toEqual([width, []]);
      await context.close();
    }
  });
});
