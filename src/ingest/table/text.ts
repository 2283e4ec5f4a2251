import { joined } from "../../bytes.ts";
import { InputError } from "../../errors.ts";
import type { Limits } from "../limits.ts";
import { type ByteSource, headOf } from "../source.ts";
import {
  asCp1252,
  asUtf8,
  byLines,
  type Encoding,
  type EncodingName,
  encodingOf,
  hasHighByte,
  mayHoldUtf8,
} from "./encodings/encoding.ts";
import { asLegacy } from "./encodings/legacy.ts";
import { quotedLines } from "./encodings/quoted-lines.ts";
import { twiceEncoded } from "./encodings/twice-encoded.ts";
import { type Utf32, utf8OfUtf32, utf32Of } from "./encodings/utf32.ts";
import { refuseMarkup, refuseOtherFormats } from "./file-signature.ts";
import { gunzipped, isGzip } from "./gzip.ts";

/** Whole lines of a file: the text ends at a line end (the last block may lack it). */
export interface TextBlock {
  readonly text: string;
  /** Lines of the block (0-based) in another encoding than the rest, and with bytes that mean nothing. */
  readonly foreign: readonly number[];
  readonly undecodable: readonly number[];
}

/** A file as text, with how it is written. */
export interface TextFile {
  /** Settled by the first special character, which may come late. */
  readonly encoding: Omit<Encoding, "name"> & { readonly name: EncodingName | Utf32 };
  /** "\n", "\r\n", "\r" or "mixed". */
  readonly newline: string;
  /** First part of the text, whole lines unless the file is one long line; line ends as `blocks` give them. */
  readonly head: string;
  /** Whether `head` is the whole file. */
  readonly whole: boolean;
  /** Whole lines stood in quotes, which are gone. */
  readonly wasQuoted: boolean;
  /** It was put into UTF-8 twice, which is mended. */
  readonly wasTwice: boolean;
  blocks(): Iterable<TextBlock>;
}

const headBytes = 256 * 1024;
const stepBytes = 512 * 1024;
const noLines: readonly number[] = [];

/** The line end of a text: what nearly all lines end with, else "mixed". */
function newlineOf(text: string): string {
  let crlf = 0;
  let lf = 0;
  let cr = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) lf++;
    else if (code === 13 && text.charCodeAt(i + 1) === 10) {
      crlf++;
      i++;
    } else if (code === 13 && i + 1 < text.length) cr++;
  }
  if (crlf + lf === 0) return cr > 0 || text.endsWith("\r") ? "\r" : "\n";
  if (cr > 0) return "mixed";
  if (lf === 0) return "\r\n";
  return crlf === 0 ? "\n" : "mixed";
}

/** Bytes in pieces of whole lines; a piece without any line end within the limit is no table. */
function* linePieces(chunks: Iterable<Uint8Array>, end: number, limits: Limits): Generator<Uint8Array> {
  let open: Uint8Array[] = [];
  let size = 0;
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += stepBytes) {
      const step = chunk.subarray(at, at + stepBytes);
      const cut = step.lastIndexOf(end) + 1;
      if (cut === 0) {
        open.push(step.slice());
        size += step.length;
        if (size > limits.recordChars) throw tooLong(limits);
        continue;
      }
      open.push(step.subarray(0, cut));
      yield joined(open);
      open = cut < step.length ? [step.slice(cut)] : [];
      size = step.length - cut;
    }
  }
  if (size > 0) yield joined(open);
}

/** The refusal of a line that no table has. */
export const tooLong = (limits: Limits) =>
  new InputError({ code: "cell-too-large", part: "line", millions: limits.recordChars / 1e6 });

/** Decodes line by line where a piece holds two encodings. */
function mixedBlock(bytes: Uint8Array, end: number, main: Encoding): TextBlock {
  const parts: string[] = [];
  const foreign: number[] = [];
  let line = 0;
  for (let from = 0; from < bytes.length; line++) {
    const found = bytes.indexOf(end, from);
    const to = found < 0 ? bytes.length : found + 1;
    const piece = bytes.subarray(from, to);
    const text = asUtf8(piece);
    parts.push(text ?? asCp1252(piece));
    if (hasHighByte(piece) && (text === undefined) === (main.name === "utf-8")) foreign.push(line);
    from = to;
  }
  const text = parts.join("");
  return { text, foreign, undecodable: undecodableLines(text, end) };
}

/** Lines with one of the five bytes to which Windows-1252 gives no character. */
function undecodableLines(text: string, end: number): readonly number[] {
  if (!/[\u0081\u008d\u008f\u0090\u009d\ufffd]/.test(text)) return noLines;
  return text
    .split(String.fromCharCode(end))
    .flatMap((line, i) => (/[\u0081\u008d\u008f\u0090\u009d\ufffd]/.test(line) ? [i] : []));
}

const isWide = (name: EncodingName): name is "utf-16le" | "utf-16be" => name.startsWith("utf-16");

function block(bytes: Uint8Array, end: number, main: Encoding): TextBlock {
  if (bytes.includes(0)) {
    throw new InputError({ code: "not-text", what: "nul-bytes" });
  }
  if (main.name !== "windows-1252" && main.name !== "utf-8" && !isWide(main.name))
    return { text: asLegacy(main.name, bytes), foreign: noLines, undecodable: noLines };
  if (main.name === "windows-1252") {
    if (mayHoldUtf8(bytes)) return mixedBlock(bytes, end, main);
    const text = asCp1252(bytes);
    return { text, foreign: noLines, undecodable: undecodableLines(text, end) };
  }
  const text = asUtf8(bytes);
  if (text === undefined) return mixedBlock(bytes, end, main);
  return { text, foreign: noLines, undecodable: noLines };
}

function* wideBlocks(chunks: Iterable<Uint8Array>, main: Encoding, limits: Limits): Generator<TextBlock> {
  const decoder = new TextDecoder(main.name, { ignoreBOM: false });
  let rest = "";
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += stepBytes) {
      rest += decoder.decode(chunk.subarray(at, at + stepBytes), { stream: true });
      const cut = rest.lastIndexOf(rest.includes("\n") ? "\n" : "\r") + 1;
      if (cut > 0 && cut < rest.length) {
        yield { text: rest.slice(0, cut), foreign: noLines, undecodable: noLines };
        rest = rest.slice(cut);
      }
      if (rest.length > limits.recordChars) throw tooLong(limits);
    }
  }
  rest += decoder.decode();
  if (rest !== "") yield { text: rest, foreign: noLines, undecodable: noLines };
}

/** Bytes without the mark at the start. */
function* withoutBom(chunks: Iterable<Uint8Array>, length: number): Generator<Uint8Array> {
  let left = length;
  for (const chunk of chunks) {
    const skip = Math.min(left, chunk.length);
    left -= skip;
    if (skip < chunk.length) yield skip === 0 ? chunk : chunk.subarray(skip);
  }
}

/** Opens a file as text: unpacks gzip, finds encoding and line end. Throws InputError for what is no text. */
export function openText(source: ByteSource, limits: Limits): TextFile {
  const packed = isGzip(headOf(source.chunks(), 2));
  const unpacked = () => (packed ? gunzipped(source.chunks(), limits) : source.chunks());
  const start = headOf(unpacked(), headBytes + 1);
  const four = utf32Of(start);
  const chunks = () => (four === undefined ? unpacked() : utf8OfUtf32(unpacked(), four));
  const first = four === undefined ? start : headOf(chunks(), headBytes + 1);
  refuseOtherFormats(first);
  let encoding = encodingOf(first);
  const wide = isWide(encoding.name);
  const raw = wide
    ? new TextDecoder(encoding.name).decode(first)
    : asCp1252(first.subarray(encoding.bomBytes));
  refuseMarkup(raw);
  const newline = newlineOf(raw);
  const end = newline === "\r" ? 13 : 10;
  const tidy = (text: string) => (newline === "mixed" ? text.replace(/\r(?!\n)/g, "\n") : text);
  function* blocks(): Generator<TextBlock> {
    if (wide) {
      for (const part of wideBlocks(chunks(), encoding, limits)) yield { ...part, text: tidy(part.text) };
      return;
    }
    for (const piece of linePieces(withoutBom(chunks(), encoding.bomBytes), end, limits)) {
      if (!encoding.sure && hasHighByte(piece)) encoding = { ...encoding, ...byLines(piece), sure: true };
      const part = block(piece, end, encoding);
      yield newline === "mixed" ? { ...part, text: tidy(part.text) } : part;
    }
  }
  let head = "";
  for (const part of blocks()) {
    head += part.text;
    if (head.length >= headBytes) break;
  }
  const mended = encoding.name === "utf-8" ? twiceEncoded(head) : undefined;
  if (mended !== undefined) head = mended(head);
  const bared = newline === "\r" ? undefined : quotedLines(head);
  function* mendedBlocks(): Generator<TextBlock> {
    for (const part of blocks()) {
      const text = mended === undefined ? part.text : mended(part.text);
      yield { ...part, text: bared === undefined ? text : bared(text) };
    }
  }
  return {
    get encoding() {
      return four === undefined ? encoding : { ...encoding, name: four };
    },
    newline,
    head: bared === undefined ? head : bared(head),
    whole: first.length <= headBytes,
    wasQuoted: bared !== undefined,
    wasTwice: mended !== undefined,
    blocks: bared === undefined && mended === undefined ? blocks : mendedBlocks,
  };
}
