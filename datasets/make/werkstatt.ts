// Makes datasets/werkstatt again: node bin/node.js datasets/make/werkstatt.ts [FOLDER]
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isoDate } from "../../src/calendar/date.ts";
import type { Description } from "../description.ts";
import { cp1252, utf8 } from "./encode.ts";
import { semicolonFile } from "./german.ts";
import type { Sheet } from "./werkstatt/cells.ts";
import { columns } from "./werkstatt/columns.ts";
import { firstDay, lastDay } from "./werkstatt/days.ts";
import { firstExport, nightFiles, secondExport, sheets } from "./werkstatt/files.ts";
import { shop } from "./werkstatt/shop.ts";
import { truthJson, truthOf } from "./werkstatt/truth.ts";

export const seed = 20261016;
export const version = "1";

/** Records that carry data: what stands under the heading, without the total. */
function dataLines(sheet: Sheet, headings: readonly string[]): number {
  const head = sheet.findIndex((cells) => headings.every((heading) => cells.includes(heading)));
  return sheet.slice(head + 1).filter(([first]) => first !== "Summe").length;
}

/** Every file of the example with its bytes, `dataset.json` last. */
export function werkstattFiles(): Map<string, Uint8Array> {
  const made = shop(seed);
  const tables = sheets(made);
  const files = new Map([...tables].map(([name, sheet]) => [name, cp1252(semicolonFile(sheet))]));
  files.set("truth.json", utf8(truthJson(truthOf(made))));
  const sha256 = [...files].map(([name, bytes]) => [name, createHash("sha256").update(bytes).digest("hex")]);
  const lines = [...tables].map(([name, sheet]) => [
    name,
    dataLines(sheet, Object.keys(columns[name] ?? {})),
  ]);
  const description: Description = {
    name: "werkstatt",
    title: "Purchasing department of a German machine builder (synthetic)",
    synthetic: true,
    licence: "MIT",
    generator: { file: "datasets/make/werkstatt.ts", seed, version },
    bucket: "month",
    horizon: 6,
    from: isoDate(firstDay),
    asOf: isoDate(lastDay),
    files: {
      orders: [firstExport, secondExport, "bestellungen.csv"],
      items: "artikel.csv",
      suppliers: "lieferanten.csv",
      openOrders: "offene-bestellungen.csv",
      calendar: "kalender.csv",
      truth: "truth.json",
    },
    nights: nightFiles.map(({ day, ...files }) => ({ asOf: isoDate(day), ...files })),
    columns,
    lines: Object.fromEntries(lines),
    sha256: Object.fromEntries(sha256),
  };
  files.set("dataset.json", utf8(`${JSON.stringify(description, null, 2)}\n`));
  return files;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  const folder = resolve(process.argv[2] ?? join(import.meta.dirname, "..", "werkstatt"));
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of werkstattFiles()) {
    writeFileSync(join(folder, name), bytes);
    process.stderr.write(`${name}: ${bytes.length} bytes\n`);
  }
}
