import { planJsonChunks, UsageError } from "../../src/index.ts";
import { argument, type Call, type Command, repeated } from "../command.ts";
import { writeFile, writeFolder } from "../run/files.ts";
import { mostItemsOfJson, spokenContents } from "../run/results.ts";
import { planOfTables } from "../tables/export.ts";
import { hasTables } from "../tables/read.ts";

const options = {
  items: repeated("ITEM", "nur diese Artikel", "only these items"),
  out: argument("plan.json", "geschriebene Datei", "file to write"),
  files: argument(
    "DIR2",
    "Ordner für Bericht, Arbeitsmappe und CSV-Dateien, in der Sprache --lang",
    "folder for report, workbook and CSV files, in the language --lang",
  ),
};

async function run(call: Call<typeof options>): Promise<number> {
  const [folder] = call.positionals;
  const { items = [], out, files } = call.options;
  if (out === undefined && files === undefined)
    throw new UsageError({ code: "out-missing", command: "export" });
  if (folder === undefined || !hasTables(folder))
    throw new UsageError({ code: "no-tables", folder: folder ?? "" });
  // one text of more would be read by nobody; the other files have no such end
  const most = out === undefined ? Number.POSITIVE_INFINITY : mostItemsOfJson;
  const plan = await planOfTables(folder, items, most, () => {
    throw new UsageError({ code: "too-many-items", most: mostItemsOfJson });
  });
  if (out !== undefined) writeFile(out, planJsonChunks(plan));
  if (files !== undefined) writeFolder(files, spokenContents(plan, call.lang));
  return 0;
}

export const exportPlan: Command<typeof options> = {
  summary: {
    de: "schreibt plan.json, Bericht, Arbeitsmappe und CSV-Dateien aus den Tabellen eines Ergebnisordners, auch nur einzelner Artikel",
    en: "writes plan.json, report, workbook and CSV files from the tables of a result folder, of chosen items too",
  },
  usage: "DIR [--items ITEM]… [--out plan.json] [--files DIR2]",
  examples: [
    "export out/plan --files out/plan --lang de",
    "export out/plan --out plan.json",
    "export out/plan --items 4711 --items 4712 --out two.json",
  ],
  options,
  run,
};
