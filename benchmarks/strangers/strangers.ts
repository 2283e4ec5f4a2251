// Figures of demand that nothing was tuned on, each with what was asked of it. `npm run bench -- strangers [NAME …]` writes
// results/strangers.csv; with names it prints those alone (panels, refinery, rare, shop, events, steady).
import { markdown, type Row, updatePage, writeResults } from "../results.ts";
import { eventRows } from "./events.ts";
import { panelRows } from "./panels.ts";
import { rareRows } from "./rare.ts";
import { refineryRows } from "./refinery.ts";
import { shopRows } from "./shop.ts";
import { steadyRows } from "./steady.ts";

/** One row of the table, what was asked in words; a part that finds no file gives none. */
const parts: Readonly<Record<string, () => Row[]>> = {
  panels: panelRows,
  refinery: refineryRows,
  rare: rareRows,
  shop: shopRows,
  events: eventRows,
  steady: steadyRows,
};

export async function run(args: readonly string[]): Promise<number> {
  const names = Object.keys(parts).filter((name) => args.length === 0 || args.includes(name));
  const rows = names.flatMap((name) => {
    const found = parts[name]();
    process.stdout.write(
      found.length === 0 ? `SKIP ${name}: its files are absent\n` : `${markdown(found)}\n`,
    );
    return found;
  });
  if (args.length === 0 && rows.length > 0) {
    writeResults("strangers", rows);
    updatePage("strangers", markdown(rows));
  }
  return 0;
}
