import type { Lang } from "../lang.ts";
import { inputErrors } from "./input.ts";
import { storeErrors } from "./store.ts";
import { usageErrors } from "./usage.ts";

interface Entry {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly de: string;
  /** Characters of the sentence that are no placeholder: the most particular sentence is tried first. */
  readonly literal: number;
}

const placeholder = /\{(\w+)\}/g;

function entryOf([en, de]: readonly [string, string]): Entry {
  const parts = en.split(placeholder);
  const source = parts
    .map((part, k) => (k % 2 === 1 ? "(.*?)" : part.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")))
    .join("");
  return {
    pattern: new RegExp(`^${source}$`, "s"),
    names: parts.filter((_, k) => k % 2 === 1),
    de,
    literal: parts.filter((_, k) => k % 2 === 0).join("").length,
  };
}

const entries = [...usageErrors, ...inputErrors, ...storeErrors]
  .map(entryOf)
  .sort((a, b) => b.literal - a.literal);

function german(message: string): string | undefined {
  for (const { pattern, names, de } of entries) {
    const found = pattern.exec(message);
    if (found === null) continue;
    const values = new Map(names.map((name, k) => [name, found[k + 1] ?? ""]));
    return de.replaceAll(placeholder, (_, name: string) => {
      const value = values.get(name) ?? "";
      return german(value) ?? value;
    });
  }
  // "FILE: what is wrong with it"
  for (let at = message.indexOf(": "); at > 0; at = message.indexOf(": ", at + 1)) {
    const rest = german(message.slice(at + 2));
    if (rest !== undefined) return `${message.slice(0, at)}: ${rest}`;
  }
  return undefined;
}

/**
 * An error of the engine or its doors in the reader's language; one without words stays English.
 * @example errorSentence("a.csv: the file holds no row", "de") // "a.csv: Die Datei enthält keine Zeile"
 */
export const errorSentence = (message: string, lang: Lang): string =>
  lang === "en" ? message : (german(message) ?? message);
