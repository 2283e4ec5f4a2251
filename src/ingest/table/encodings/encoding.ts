import { InputError } from "../../../errors.ts";
import type { LegacyName } from "./languages.ts";
import { legacyEncoding } from "./legacy.ts";

export type EncodingName = "utf-8" | "utf-16le" | "utf-16be" | LegacyName;

/** How the bytes of a file are text. */
export interface Encoding {
  readonly name: EncodingName;
  readonly bom: boolean;
  /** Bytes of the mark at the start of the file. */
  readonly bomBytes: number;
  /** Whether any character has spoken for it; plain ASCII fits both UTF-8 and Windows-1252. */
  readonly sure: boolean;
  /** True where its special characters are at home in no encoding that is known. */
  readonly isDoubtful?: boolean;
}

const notText = () => new InputError({ code: "not-text", what: "binary" });

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const cp1252 = new TextDecoder("windows-1252");

/** Text of bytes that are valid UTF-8, undefined of others. */
export function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text of bytes in Windows-1252, the encoding of German Excel; 0x80 is the euro sign. */
export const asCp1252 = (bytes: Uint8Array): string => cp1252.decode(bytes);

/** Whether a byte with the high bit stands in these bytes. */
export function hasHighByte(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] > 127) return true;
  return false;
}

/** Whether bytes that may be one UTF-8 character of several bytes stand in them. */
export function mayHoldUtf8(bytes: Uint8Array): boolean {
  for (let i = 1; i < bytes.length; i++) {
    const lead = bytes[i - 1];
    if (lead >= 0xc2 && lead <= 0xf4 && (bytes[i] & 0xc0) === 0x80) return true;
  }
  return false;
}

/** UTF-16 without a mark shows by NUL bytes at every second place; NUL anywhere else is no text. */
function utf16By(head: Uint8Array): EncodingName | undefined {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  if (even + odd === 0) return undefined;
  const enough = head.length / 4;
  if (odd >= enough && even <= odd / 50) return "utf-16le";
  if (even >= enough && odd <= even / 50) return "utf-16be";
  throw notText();
}

function refuseControls(head: Uint8Array): void {
  let controls = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i];
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls++;
  }
  if (controls > 8 && controls > head.length / 100) throw notText();
}

/** Japanese in seven bits, between signs that begin and end it. */
function isIso2022(head: Uint8Array): boolean {
  for (let at = head.indexOf(27); at >= 0; at = head.indexOf(27, at + 1))
    if (head[at + 1] === 0x24 && (head[at + 2] === 0x42 || head[at + 2] === 0x40)) return !hasHighByte(head);
  return false;
}

/** UTF-8 when more of the lines with special characters are valid UTF-8 than not; else what the letters say. */
export function byLines(head: Uint8Array): Pick<Encoding, "name" | "isDoubtful"> {
  let valid = 0;
  let broken = 0;
  let from = 0;
  while (from < head.length) {
    const found = head.indexOf(10, from);
    const end = found < 0 ? head.length : found;
    const line = head.subarray(from, end);
    // the last line of the head may be cut inside a character
    if (hasHighByte(line) && (found >= 0 || from === 0)) {
      if (asUtf8(line) !== undefined || (found < 0 && asUtf8(line.subarray(0, -3)) !== undefined)) valid++;
      else broken++;
    }
    from = end + 1;
  }
  if (broken <= valid) return { name: "utf-8" };
  const { name, fits } = valid > 0 ? { name: "windows-1252" as const, fits: true } : legacyEncoding(head);
  return fits ? { name } : { name, isDoubtful: true };
}

/**
 * Encoding of a file from its first bytes: a mark decides, then NUL bytes (UTF-16), then whether the special
 * characters are valid UTF-8; what is not is Windows-1252. Throws for binary files.
 * @example encodingOf(new Uint8Array([0xfc, 0x0a])).name // "windows-1252"
 */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { name: "utf-8", bom: true, bomBytes: 3, sure: true };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: "utf-16le", bom: true, bomBytes: 2, sure: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: "utf-16be", bom: true, bomBytes: 2, sure: true };
  const wide = utf16By(head);
  if (wide !== undefined) return { name: wide, bom: false, bomBytes: 0, sure: true };
  refuseControls(head);
  if (isIso2022(head)) return { name: "iso-2022-jp", bom: false, bomBytes: 0, sure: true };
  return { ...byLines(head), bom: false, bomBytes: 0, sure: hasHighByte(head) };
}
