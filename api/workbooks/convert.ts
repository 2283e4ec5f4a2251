// A process of its own: a foreign workbook on stdin, the same cells as XLSX on stdout. Its exit code says why not.
import { readFileSync } from "node:fs";
import { read, set_cptable } from "@e965/xlsx";
import * as codePages from "@e965/xlsx/dist/cpexcel.full.mjs";
import { type End, exitCodeOf } from "./ends.ts";
import { workbookLimits } from "./limits.ts";
import { obstacle } from "./old-workbook.ts";
import { watchCost } from "./watched.ts";
import { xlsxOf } from "./xlsx.ts";

function convert(bytes: Uint8Array): Uint8Array | End {
  try {
    const found = obstacle(bytes);
    if (found !== undefined) return found;
    set_cptable(codePages);
    const book = read(bytes, {
      type: "buffer",
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      nodim: true,
    });
    return xlsxOf(book);
  } catch {
    return "damaged";
  }
}

const bytes = readFileSync(0);
const { cpuSeconds, cpuSecondsOfAMegabyte, megabytes } = workbookLimits;
const seconds = cpuSeconds + (cpuSecondsOfAMegabyte * bytes.length) / 2 ** 20;
watchCost({ cpuSeconds: seconds, megabytes });
const made = convert(bytes);
if (typeof made === "string") process.exitCode = exitCodeOf(made);
else process.stdout.write(made);
