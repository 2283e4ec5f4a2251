import { asLegacy } from "../../../src/ingest/table/encodings/legacy.ts";
import { workbookParts, zipped } from "../table/workbook.ts";

/** A file of a system that is no test set of ours, with what is right for it. */
export interface StrangersFile {
  readonly title: string;
  /**
   * "ok A=4@2025-03 ; B=7" demand by item, by period where one is named; "stock A=4" what can be used of it;
   * "is KIND" the kind of file; "asks PATTERN" a question, "refuses PATTERN"; several lines are several right outcomes.
   */
  readonly right: readonly string[];
  /** An ordinary file: no warning, no question. */
  readonly isQuiet: boolean;
  readonly kinds: string | undefined;
  readonly prices: string | undefined;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const columnName = (n: number): string =>
  n < 26 ? String.fromCharCode(65 + n) : columnName(Math.floor(n / 26) - 1) + columnName(n % 26);
const dayZero = 25_569;
const serial = (year: string, month: string, day: string): number =>
  Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + dayZero;

/** A cell as a workbook stores it: numbers as they are, "d:2025-03-01" a day, "m:2025-03-01" one shown as a month, all else a text. */
function cellOf(text: string, ref: string): string {
  if (text === "") return "";
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return `<c r="${ref}"><v>${text}</v></c>`;
  const day = /^([dm]):(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (day !== null)
    return `<c r="${ref}" s="${day[1] === "d" ? 1 : 2}"><v>${serial(day[2] ?? "", day[3] ?? "", day[4] ?? "")}</v></c>`;
  const plain = text.replace(/^'/, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<c r="${ref}" t="inlineStr"><is><t>${plain}</t></is></c>`;
}

/**
 * A workbook of "== Name" above its rows, with cells between bars; "merge: A1:B1 …" below them.
 * "== Name (hidden)" is a sheet, "hidden: …" a row that is not shown.
 */
function workbookOf(text: string): Uint8Array {
  const sheets: { name: string; rows: string; after: string; state?: string }[] = [];
  let row = 0;
  for (const line of text.trimEnd().split("\n")) {
    const sheet = sheets.at(-1);
    if (line.startsWith("== ")) {
      const [, name = "", state] = /^(.*?)(?: \((hidden|veryHidden)\))?$/.exec(line.slice(3)) ?? [];
      sheets.push({ name, rows: "", after: "", ...(state !== undefined && { state }) });
      row = 0;
    } else if (sheet !== undefined && line.startsWith("merge: ")) {
      const cells = line.slice(7).split(" ");
      sheet.after = `<mergeCells>${cells.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
    } else if (sheet !== undefined) {
      row++;
      const shown = line.replace(/^hidden: /, "");
      const cells = shown.split("|").map((cell, k) => cellOf(cell.trim(), `${columnName(k)}${row}`));
      sheet.rows += `<row r="${row}"${shown === line ? "" : ' hidden="1"'}>${cells.join("")}</row>`;
    }
  }
  return zipped(workbookParts({ sheets, formats: [14, "mmm yy"] }));
}

/** Bytes of a text in an encoding of one byte a letter, by asking the decoder for all its letters. */
function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === "utf-32") return inUtf32(text);
  const name = encoding as Parameters<typeof asLegacy>[0];
  const letters = new Map(
    Array.from({ length: 256 }, (_, byte) => [asLegacy(name, Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (letter) => {
    const byte = letters.get(letter);
    if (byte === undefined) throw new Error(`${letter} is no letter of ${encoding}`);
    return byte;
  });
}

/** Bytes of a text in UTF-32 behind its mark, the least byte first. */
function inUtf32(text: string): Uint8Array {
  const points = [0xfe_ff, ...[...text].map((sign) => sign.codePointAt(0) ?? 0)];
  const view = new DataView(new ArrayBuffer(4 * points.length));
  points.forEach((point, k) => {
    view.setUint32(4 * k, point, true);
  });
  return new Uint8Array(view.buffer);
}

function bytesOf(name: string, text: string, encoding: string | undefined): Uint8Array {
  if (name.endsWith(".xlsx")) return workbookOf(text);
  if (encoding === "base64") return Uint8Array.from(Buffer.from(text, "base64"));
  return encoding === undefined ? new TextEncoder().encode(text) : encoded(text, encoding);
}

/** The files of a lot: "### title", what is right, "--- name" and the file. */
export function lotOf(text: string): StrangersFile[] {
  return text
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [head = "", ...rest] = part.split(/^--- /m);
      const [title = "", ...said] = head.trimEnd().split("\n");
      const [name = "", ...lines] = rest.join("--- ").split("\n");
      const told = (key: string): string | undefined =>
        said.find((line) => line.startsWith(`${key}: `))?.slice(key.length + 2);
      const content = `${lines.join("\n").trimEnd()}\n`;
      return {
        title,
        right: said.filter((line) => /^(ok|stock|is|asks|refuses) /.test(line)),
        isQuiet: told("quiet") === "yes",
        kinds: told("kinds"),
        prices: told("prices"),
        name: name.trim(),
        bytes: bytesOf(name.trim(), content, told("enc")),
      };
    });
}
