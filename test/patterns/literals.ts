import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** A regular expression as it is written in a file. */
export interface Literal {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const afterWord = new Set(["return", "case", "typeof", "yield", "await", "of", "in"]);

/** True where a slash after this text begins an expression rather than divides. */
function beginsExpression(before: string): boolean {
  const text = before.trimEnd();
  const last = text.at(-1) ?? "(";
  if (/[\w$]/.test(last)) return afterWord.has(/[\w$]+$/.exec(text.slice(-20))?.[0] ?? "");
  return !")]}\"'`".includes(last);
}

/** End of a text in quotes that begins at `at`; the expressions of a template are walked like code. */
function endOfText(code: string, at: number, found: (from: number, to: number) => void): number {
  const quote = code[at];
  let k = at + 1;
  for (; k < code.length && code[k] !== quote; k++) {
    if (code[k] === "\\") k++;
    else if (quote === "`" && code.startsWith("${", k)) k = walk(code, k + 2, found);
  }
  return k;
}

/** End of the regular expression at `at`, before its flags; -1 where the line ends first. */
function endOfPattern(code: string, at: number): number {
  let inClass = false;
  for (let k = at + 1; k < code.length && code[k] !== "\n"; k++) {
    if (code[k] === "\\") k++;
    else if (code[k] === "[") inClass = true;
    else if (code[k] === "]") inClass = false;
    else if (code[k] === "/" && !inClass) return k;
  }
  return -1;
}

/** Walks code to its end or to the brace that closes an expression of a template; returns where that is. */
function walk(code: string, start: number, found: (from: number, to: number) => void): number {
  let depth = 0;
  for (let k = start; k < code.length; k++) {
    const sign = code[k];
    if (sign === "{") depth++;
    else if (sign === "}" && depth-- === 0) return k;
    else if (sign === '"' || sign === "'" || sign === "`") k = endOfText(code, k, found);
    else if (code.startsWith("//", k)) k = code.indexOf("\n", k) < 0 ? code.length : code.indexOf("\n", k);
    else if (code.startsWith("/*", k)) k = code.indexOf("*/", k + 2) + 1;
    else if (sign === "/" && beginsExpression(code.slice(Math.max(0, k - 60), k))) {
      const end = endOfPattern(code, k);
      if (end < 0) continue;
      found(k, end);
      k = end;
    }
  }
  return code.length;
}

/** Every regular expression that is written in a folder of the project. */
export function literalsOf(folder: string): Literal[] {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.tsx?$/.test(entry.name),
  );
  return files.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const code = readFileSync(path, "utf8");
    const all: Literal[] = [];
    walk(code, 0, (from, to) => {
      const flags = /^[a-z]*/.exec(code.slice(to + 1, to + 12))?.[0] ?? "";
      all.push({ file: relative(root, path), source: code.slice(from + 1, to), flags });
    });
    return all;
  });
}
