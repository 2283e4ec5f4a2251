/** Windows-1252 bytes 0x80 to 0x9f; the others equal Latin-1. */
const windows: Readonly<Record<string, number>> = {
  "€": 0x80,
  "‚": 0x82,
  "„": 0x84,
  "…": 0x85,
  "‰": 0x89,
  Š: 0x8a,
  "‘": 0x91,
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
  "•": 0x95,
  "–": 0x96,
  "—": 0x97,
  "™": 0x99,
};

/** Text as Windows-1252 (what German Excel writes as CSV). Throws for characters that this encoding lacks. */
export function cp1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : windows[text[k]];
    if (byte === undefined) throw new RangeError(`Windows-1252 has no "${text[k]}"`);
    bytes[k] = byte;
  }
  return bytes;
}

/** Text as UTF-16 with byte order mark. */
export function utf16(text: string, order: "le" | "be"): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, order === "le");
  for (let k = 0; k < text.length; k++) view.setUint16(2 + 2 * k, text.charCodeAt(k), order === "le");
  return bytes;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
