import { mostDepth } from "./limits.ts";
import { unacceptable } from "./problem.ts";

/** Control characters other than tab and line ends: no text for people has them, and files made of them are no text. */
const control = /[^\P{Cc}\t\n\r]/u;

const refused = (path: readonly string[], en: string, de: string) => {
  const pointer = `/${path.join("/")}`;
  const at = path.length === 0 ? "" : ` (${path.join("/").slice(0, 200)})`;
  return unacceptable("not-valid", `Not acceptable${at}: ${en}.`, `So nicht annehmbar${at}: ${de}.`, [
    { pointer, detail: en },
  ]);
};

function refuseText(text: string, path: readonly string[]): void {
  if (control.test(text)) throw refused(path, "a text has control characters", "ein Text hat Steuerzeichen");
  if (!text.isWellFormed()) throw refused(path, "a text is cut off", "ein Text ist abgeschnitten");
}

/**
 * Refuses JSON that no schema may let through, whatever field it stands in: control characters and halves of
 * characters in texts and names, numbers that are none, lists and objects deeper than {@link mostDepth}.
 */
export function refuseOddJson(value: unknown): void {
  const open: { value: unknown; path: readonly string[] }[] = [{ value, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: one, path } = next;
    if (typeof one === "string") refuseText(one, path);
    if (typeof one === "number" && !Number.isFinite(one))
      throw refused(path, "a number is out of range", "eine Zahl ist zu groß");
    if (typeof one !== "object" || one === null) continue;
    if (path.length >= mostDepth)
      throw refused(path.slice(0, 3), `deeper than ${mostDepth} levels`, `tiefer als ${mostDepth} Ebenen`);
    for (const [name, inner] of Object.entries(one)) {
      refuseText(name, path);
      open.push({ value: inner, path: [...path, name] });
    }
  }
}
