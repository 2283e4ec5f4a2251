import { defined, printedLevels, UsageError } from "../../src/index.ts";
import { argument, repeated } from "../command.ts";
import { defaultThreads } from "../threads/threads.ts";

/** The whole number of an option; undefined where it is not given. `name` without its dashes, for the message. */
export function wholeOf(
  name: string,
  text: string | undefined,
  least: number,
  most?: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > (most ?? value))
    throw new UsageError({
      code: "not-a-whole-number",
      name: `--${name}`,
      least,
      ...defined({ most }),
      got: text,
    });
  return value;
}

/** Threads of `--threads N`: those of the machine where nothing is said. */
export function threadsOf(text: string | undefined): number {
  const count = text === undefined ? defaultThreads() : Number(text);
  if (!(Number.isInteger(count) && count >= 1 && count <= 64))
    throw new UsageError({
      code: "not-a-whole-number",
      name: "--threads",
      least: 1,
      most: 64,
      got: String(text),
    });
  return count;
}

/** `--map a=B,c=D` (may be repeated) as a record; a comma inside a heading is kept when no "=" follows it. */
export function mapOf(values: readonly string[]): Record<string, string> {
  const map: Record<string, string> = {};
  for (const value of values) {
    for (const part of value.split(/,(?=[A-Za-z.]+=)/)) {
      const at = part.indexOf("=");
      if (at <= 0 || at === part.length - 1) {
        throw new UsageError({ code: "map-not-valid", got: part });
      }
      map[part.slice(0, at).trim()] = part.slice(at + 1).trim();
    }
  }
  return map;
}

/** The one file that a command takes; "-" where none is named. */
export function inputPath([file = "-", ...more]: readonly string[]): string {
  if (more.length > 0) throw new UsageError({ code: "one-file" });
  return file;
}

export const levelsOption = argument(
  "P,P…",
  "Quantile (0.05,0.25,0.5,0.75,0.95)",
  "quantile levels (0.05,0.25,0.5,0.75,0.95)",
);

/** Levels of `--levels 0.05,0.5`. */
export function levelsOf(text: string | undefined): readonly number[] {
  if (text === undefined) return printedLevels;
  return text.split(",").map((part) => {
    const level = Number(part);
    if (part.trim() === "" || !(level > 0 && level < 1))
      throw new UsageError({ code: "share-outside", name: "--levels", got: part });
    return level;
  });
}

export const sheetOption = argument(
  "NAME|all",
  "Blatt einer Mappe, oder alle mit der Tabelle (sonst nach Inhalt)",
  "sheet of a workbook, or all that hold the table (else by content)",
);

export const poolOption = repeated(
  "FILE|none",
  "gespeichertes Gelerntes statt neuem Lernen; mehrere werden addiert",
  "a saved pool instead of learning; several are added",
);
