import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type PlanFile, type PlanFilesOptions, planFiles } from "../../api/library.ts";
import { load } from "../../datasets/index.ts";
import { isListed, type LineKind, lineKind } from "../../src/index.ts";
import { manyTempers } from "./many-tempers.ts";
import type { Row } from "../prove/row.ts";

/** Of the lines that a buyer sees, at most so many may ask a question. */
const most = 0.15;

const data = resolve(join(import.meta.dirname, "..", ".."), process.env.BEDARF_DATA ?? "../shared/data");

interface Asked {
  readonly name: string;
  readonly listed: number;
  readonly kinds: Readonly<Record<LineKind, number>>;
}

/** How many lines of the plan of these files ask what of a buyer. */
async function asked(
  name: string,
  files: readonly PlanFile[],
  options: PlanFilesOptions = {},
): Promise<Asked> {
  const { plan } = await planFiles(files, { threads: 2, ...options });
  if (plan === null) throw new Error(`${name}: a question is open`);
  const kinds = { plain: 0, shortage: 0, doubt: 0, blocked: 0 };
  let listed = 0;
  for (const { suggestion } of plan.items) {
    if (suggestion === null || !isListed(suggestion)) continue;
    listed++;
    kinds[lineKind(suggestion)]++;
  }
  return { name, listed, kinds };
}

function example(): Promise<Asked> {
  const { orders, items = "", suppliers = "", openOrders = "", calendar = "" } = load("werkstatt");
  const master = { items, suppliers, "open-orders": openOrders, calendar } as const;
  return asked("the bundled example", [
    ...orders.map((path) => ({ name: path, path, kind: "orders" as const })),
    ...Object.entries(master).map(([kind, path]) => ({
      name: path,
      path,
      kind: kind as keyof typeof master,
    })),
  ]);
}

/** The purchases of AdventureWorks with its products, terms, stocks and vendors, as files lie in its folder. */
async function adventureWorks(): Promise<Asked | undefined> {
  const file = (name: string, kind: PlanFile["kind"]): PlanFile => {
    const path = join(data, "adventureworks", `${name}.csv`);
    return { name: `${name}.csv`, path, ...(kind === undefined ? {} : { kind }) };
  };
  const files = [
    file("Purchasing_PurchaseOrderHeader", "orders"),
    file("Purchasing_PurchaseOrderDetail", "orders"),
    file("Production_Product", "items"),
    file("Purchasing_ProductVendor", "items"),
    file("Production_ProductInventory", "items"),
    file("Purchasing_Vendor", "suppliers"),
  ];
  if (files.some(({ path }) => !existsSync(path ?? ""))) return undefined;
  const { questions } = await planFiles(files);
  const stock = questions.find(({ id }) => id.startsWith("column:onHand:"));
  return asked("AdventureWorks", files, stock === undefined ? {} : { answers: { [stock.id]: "Quantity" } });
}

function generated(items: number): Promise<Asked> {
  const { orders, masters } = manyTempers(items);
  const file = (name: string, kind: "orders" | "items", rows: typeof orders): PlanFile => ({
    name,
    kind,
    bytes: Buffer.from(rows.map((row) => row.join(",")).join("\n")),
  });
  return asked(`${items} generated items`, [
    file("o.csv", "orders", orders),
    file("i.csv", "items", masters),
  ]);
}

/** Lines that ask a question: a list of which every second line asks is not read. */
export async function doubts(items: number): Promise<Row> {
  const measured = [await example(), await adventureWorks(), await generated(items)].filter(
    (one) => one !== undefined,
  );
  const shareOf = ({ listed, kinds }: Asked): number => kinds.doubt / Math.max(1, listed);
  const percent = (x: number): string => `${(100 * x).toFixed(1)} %`;
  return {
    promise: `At most ${percent(most)} of the lines that a buyer sees ask a question: the bundled example, AdventureWorks, generated items`,
    figure: measured
      .map((one) => {
        const { doubt, shortage, blocked } = one.kinds;
        return `${one.name}: ${one.listed} lines, ${doubt} ask (${percent(shareOf(one))}), ${shortage} shortages, ${blocked} blocked`;
      })
      .join("; "),
    held: measured.every((one) => shareOf(one) <= most),
  };
}
