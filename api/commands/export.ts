import { UsageError } from "../../src/index.ts";
import { argument, type Call, type Command, repeated } from "../command.ts";
import { writeFile } from "../run/files.ts";
import { mostItemsOfJson } from "../run/results.ts";
import { exportedPlan } from "../tables/export.ts";
import { hasTables } from "../tables/read.ts";

const options = {
  items: repeated("ITEM", "nur diese Artikel", "only these items"),
  out: argument("plan.json", "geschriebene Datei", "file to write"),
};

async function run(call: Call<typeof options>): Promise<number> {
  const [folder] = call.positionals;
  const { items = [], out } = call.options;
  if (out === undefined) throw new UsageError({ code: "out-missing", command: "export" });
  if (folder === undefined || !hasTables(folder))
    throw new UsageError({ code: "no-tables", folder: folder ?? "" });
  const pieces = await exportedPlan(folder, items, mostItemsOfJson, () => {
    throw new UsageError({ code: "too-many-items", most: mostItemsOfJson });
  });
  writeFile(out, pieces);
  return 0;
}

export const exportPlan: Command<typeof options> = {
  summary: {
    de: "schreibt plan.json aus den Tabellen eines Ergebnisordners, auch nur einzelner Artikel",
    en: "writes plan.json from the tables of a result folder, of chosen items too",
  },
  usage: "DIR [--items ITEM]… --out plan.json",
  examples: ["export out/plan --out plan.json", "export out/plan --items 4711 --items 4712 --out two.json"],
  options,
  run,
};
