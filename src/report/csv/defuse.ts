// A spreadsheet runs what begins so, after any blanks; TAB, CR, LF and NUL at the start are swallowed by some first.
const formula = String.raw`(?:[^\S\r\n]|[\0\u200b\u2060])*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]`;
const start = String.raw`(?:^(?='*(?:[\t\r\n\0]|${formula}))|(?<=[\r\n])(?='*${formula}))`;
const marked = String.raw`(?:^'(?='*(?:[\t\r\n\0]|${formula}))|(?<=[\r\n])'(?='*${formula}))`;
const dangerous = new RegExp(start, "gu");
const mark = new RegExp(marked, "gu");

/**
 * A text cell that no spreadsheet runs: `'` before = + - @ TAB CR LF NUL and their full-width variants,
 * also after blanks and after an embedded newline. Numbers never come here. {@link undefused} takes the mark away.
 * @example defused("-10mm") // "'-10mm"
 */
export const defused = (text: string): string => text.replace(dangerous, "'");

/** The text before it was defused. @example undefused("'-10mm") // "-10mm" */
export const undefused = (text: string): string => text.replace(mark, "");
