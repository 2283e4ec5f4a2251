import { UsageError } from "../../src/index.ts";
import { defaultThreads } from "../threads/threads.ts";

/** The whole number of an option; undefined where it is not given. `name` without its dashes, for the message. */
export function wholeOf(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new UsageError({ code: "not-a-whole-number", name: `--${name}`, least, got: text });
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
