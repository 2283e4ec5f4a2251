const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const needsEscape = /[&<>"]/g;
// Characters that XML 1.0 cannot hold, written as _xHHHH_ (ECMA-376 22.9.2.19); a text that looks so is escaped too.
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;
const hex = (character: string) =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** A text without any of these goes through as it is. */
const special = /[^ -!#-%'-;=?-^`-~\u00a0-\ud7ff\ue000-\ufdff]/;

/** Most characters that a cell can hold. */
const longest = 32767;

/** Text as content or attribute value of an XML element of a workbook. */
export function xmlText(text: string): string {
  if (!special.test(text) && text.length <= longest) return text;
  const cut = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return cut
    .toWellFormed()
    .replace(unwritable, hex)
    .replace(needsEscape, (character) => entities[character] ?? character)
    .replaceAll("\r", "&#13;");
}

/** The declaration that begins every part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
