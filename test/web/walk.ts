import type { Page } from "playwright-core";

/** So long each picture of the walk stands, in seconds. */
const secondsEach = 3;

/** What is done in the order desk, step by step, with what is said below the picture. */
const steps: readonly (readonly [text: string, act: (page: Page) => Promise<void>])[] = [
  ["Suppliers, lines and the item side by side: what is missing stands first", async () => {}],
  [
    "j and k go through the lines; the item with its decision follows",
    async (page) => {
      for (let k = 0; k < 5; k++) await page.keyboard.press("j");
      await page.locator(".pane svg.chart").first().waitFor();
    },
  ],
  [
    "c changes a quantity and shows what comes of it while one types",
    async (page) => {
      await page.keyboard.press("c");
      await page.locator("dialog .effect dt").nth(2).waitFor();
    },
  ],
  [
    "a accepts, Shift+A accepts a supplier's lines without questions, u takes back",
    async (page) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Shift+A");
      await page.locator(".notice").first().waitFor();
    },
  ],
  [
    "Ctrl+K finds views, suppliers, items and commands",
    async (page) => {
      await page.keyboard.press("Control+k");
      await page.locator(".command-input").fill("o-ring");
    },
  ],
  [
    "What was accepted is an order: save it, mail it, mark it as ordered",
    async (page) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("g");
      await page.keyboard.press("b");
      await page.locator("h1").first().waitFor();
    },
  ],
];

const frame = (picture: string, text: string, k: number, width: number, height: number): string =>
  `<g class="f" style="animation-delay:${k * secondsEach}s"><image width="${width}" height="${height}" href="data:image/jpeg;base64,${picture}"/><text x="16" y="${height + 26}">${k + 1}/${steps.length} · ${text}</text></g>`;

/** The walk as one picture that moves by itself: the order desk of the example in six steps. */
export async function walk(page: Page, url: string): Promise<string> {
  const [width, height] = [1280, 720];
  await page.setViewportSize({ width, height });
  await page.goto(`${url}/#/orders`);
  await page.locator(".pane svg.chart").first().waitFor();
  await page.getByRole("grid").focus();
  const frames: string[] = [];
  for (const [k, [text, act]] of steps.entries()) {
    await act(page);
    await page.waitForTimeout(300);
    const picture = await page.screenshot({ type: "jpeg", quality: 62 });
    frames.push(frame(picture.toString("base64"), text, k, width, height));
  }
  const all = steps.length * secondsEach;
  const shown = 100 / steps.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + 40}" role="img"><title>A walk through the order desk in six pictures</title><style>text{font:18px system-ui,sans-serif;fill:#16211f}.f{opacity:0;animation:s ${all}s steps(1) infinite}@keyframes s{0%{opacity:1}${shown.toFixed(3)}%{opacity:0}}@media (prefers-reduced-motion:reduce){.f{animation:none}.f:first-of-type{opacity:1}}</style><rect width="100%" height="100%" fill="#f4f6f5"/>${frames.join("")}</svg>\n`;
}
