/** HTML that is safe to print: it came from {@link html}, which escapes every value that is not Markup itself. */
export interface Markup {
  readonly markup: string;
}

/** What a template may hold: text and numbers are escaped, lists are joined, undefined and false print nothing. */
export type Piece = Markup | string | number | undefined | false | readonly Piece[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** Text as content or quoted attribute value; characters that HTML cannot hold become U+FFFD. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(unprintable, "\ufffd")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);

function print(piece: Piece): string {
  if (piece === undefined || piece === false) return "";
  if (typeof piece === "string") return escaped(piece);
  if (typeof piece === "number") return `${Math.round(piece * 10) / 10}`;
  if ("markup" in piece) return piece.markup;
  return piece.map(print).join("");
}

const tightened = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The fixed parts of a template without its line breaks and indents. */
function tight(strings: TemplateStringsArray): readonly string[] {
  const known = tightened.get(strings);
  if (known !== undefined) return known;
  const parts = strings.map((part) => part.replace(/\n\s*/g, ""));
  tightened.set(strings, parts);
  return parts;
}

/**
 * Markup from a template; its line breaks, each with the indent behind it, are for the reader of the code only.
 * @example html`<b>${"a < b"}</b>`.markup // "<b>a &lt; b</b>"
 */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  const fixed = tight(strings);
  let markup = fixed[0];
  for (const [k, value] of values.entries()) markup += print(value) + fixed[k + 1];
  return { markup };
}

/** Text that is markup already: our own style sheet, a path's data. */
export const raw = (markup: string): Markup => ({ markup });
