// A spreadsheet runs what begins so, after any blanks; TAB, CR, LF and NUL at the start are swallowed by some first.
const formula = String.raw`(?:[^\S\r\n]|[\0\u200b\u2060])*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]`;
const start = String.raw`(?:^(?='*(?:[\t\r\n\0]|${formula}))|(?<=[\r\n])(?='*${formula}))`;
const dangerous = new RegExp(start, "gu");

/**
 * A text cell that no spreadsheet runs: `'` before = + - @ TAB CR LF NUL and their full-width variants, also after
 * blanks, after an embedded newline and after marks that were there before, so that different texts stay different.
 * Numbers never come here.
 * Source: OWASP, "CSV injection".
 *
 * @example defused("-10mm") // "'-10mm"
 */
export const defused = (text: string): string => text.replace(dangerous, "'");
