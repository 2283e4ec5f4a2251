/** A text in quotes, those inside doubled (RFC 4180). @example inQuotes('6"') // '"6"""' */
export const inQuotes = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A text as a cell of CSV: in quotes where a reader could take it apart. @example quoted("a,b", ",") // '"a,b"' */
export const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\r\n]/.test(text) ? inQuotes(text) : text;
