import type { ByteSource } from "../../src/index.ts";
import { isLongCsv } from "./long-csv.ts";

/** How a file of series is written: a JSON object a line, `unique_id,ds,y`, or any other table. */
export type PanelForm = "ndjson" | "long" | "table";

const isPacked = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;
const isBinary = (head: Buffer): boolean => head.subarray(0, 4096).includes(0);

/**
 * The form of a file by its first lines; `textOf` reads it whole, which is asked of packed files alone. A text that
 * begins like none of the three is NDJSON whose lines cannot be read.
 */
export function panelForm(source: ByteSource, textOf: (source: ByteSource) => string): PanelForm {
  const [first] = source.chunks();
  if (first === undefined) return "ndjson";
  const head = Buffer.from(first);
  if (isPacked(head)) return formOfText(textOf(source));
  if (isBinary(head)) return "table";
  return formOfText(head.toString("utf8").replace(/^\uFEFF/, ""));
}

/** Lines that are looked at: titles may stand above a table. */
const looked = 50;

function formOfText(text: string): PanelForm {
  const lines = text.trimStart().split("\n", looked);
  if (lines.some((line) => /^\s*[[{]/.test(line))) return "ndjson";
  if (isLongCsv(lines[0])) return "long";
  return lines.some((line) => /[,;\t|]/.test(line)) ? "table" : "ndjson";
}
