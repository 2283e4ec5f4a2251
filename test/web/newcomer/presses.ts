import type { Locator, Page } from "playwright-core";

/** What a newcomer did until the first supplier was ordered from. */
interface FirstOrder {
  /** What was pressed, in order. */
  readonly presses: readonly string[];
  readonly seconds: number;
  /** Of these, how long the example was planned. */
  readonly planSeconds: number;
}

/** From the empty page to the first ordered supplier of the bundled example: nothing but what stands on the page is pressed. */
export async function firstOrder(page: Page): Promise<FirstOrder> {
  const presses: string[] = [];
  const start = performance.now();
  const press = async (of: Locator): Promise<void> => {
    await of.waitFor();
    presses.push((await of.innerText()).trim());
    await of.click();
  };
  await press(page.getByRole("button", { name: "Beispiel ansehen" }));
  const asked = performance.now();
  const goThrough = page.getByRole("link", { name: "Durchgehen" });
  await goThrough.waitFor();
  const planSeconds = (performance.now() - asked) / 1000;
  await press(goThrough);
  await press(page.getByRole("button", { name: /^\d+ annehmen: / }).first());
  await press(page.getByRole("link", { name: /noch nicht bestellt/ }).first());
  await press(page.getByRole("button", { name: "Als bestellt vermerken" }).first());
  await press(page.getByRole("button", { name: "Vermerken", exact: true }));
  await page.getByRole("button", { name: "Als geliefert vermerken" }).first().waitFor();
  return { presses, seconds: (performance.now() - start) / 1000, planSeconds };
}
