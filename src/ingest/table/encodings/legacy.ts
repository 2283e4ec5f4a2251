import { dosPages } from "./dos-pages.ts";
import { doubleByte, type LegacyName, singleByte } from "./languages.ts";

/** Bytes of lines with special characters that are weighed. */
const sampleBytes = 24 * 1024;
/** An encoding other than that of German Excel needs this score and this lead. */
const leastScore = 0.8;
const lead = 0.06;
/** Letters below which a text has no script of its own, unless whole words or a heading of it say so. */
const fewLetters = 16;
const wholeWords = /(?<![\p{L}\d])[^\0-\x7f]{3,}(?![\p{L}\d])/gu;
const fewWords = 2;
/** Share of the letters of a script of its own that stand apart from ASCII ones. */
const leastApart = 0.9;
/** What a heading of the language adds, and each place further back in the list takes. */
const hinted = 0.07;
const place = 0.005;
/** A unit in a cell of its own outweighs a heading of another language and the places. */
const ofUnit = 0.1;

/** The five bytes that are no character in Windows-1252: their rows are named one by one. */
const undecodable = /[\u0081\u008d\u008f\u0090\u009d]/;

const names = Object.keys(singleByte) as (keyof typeof singleByte)[];
const wideNames = Object.keys(doubleByte) as (keyof typeof doubleByte)[];
const decoders = new Map<LegacyName, TextDecoder>();

const isDos = (name: LegacyName): name is keyof typeof dosPages => Object.hasOwn(dosPages, name);

function inDos(page: string, bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    units[i] = byte < 128 ? byte : page.charCodeAt(byte - 128);
  }
  let text = "";
  for (let at = 0; at < units.length; at += 8192)
    text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}

/** Text of whole lines in an encoding of old. @example asLegacy("cp850", new Uint8Array([0x81])) // "ü" */
export function asLegacy(name: LegacyName, bytes: Uint8Array): string {
  if (isDos(name)) return inDos(dosPages[name], bytes);
  const decoder = decoders.get(name) ?? new TextDecoder(name);
  decoders.set(name, decoder);
  return decoder.decode(bytes);
}

const isAsciiLetter = (text: string | undefined): boolean => text !== undefined && /[a-z]/i.test(text);
const isLetter = (text: string | undefined): boolean => text !== undefined && /\p{L}/u.test(text);
const isSmall = (text: string | undefined): boolean => text !== undefined && /\p{Ll}/u.test(text);

/** How special characters fit: the share that is at home where it stands, and how many are not. */
interface Fit {
  readonly share: number;
  readonly bad: number;
  /** Characters that say anything. */
  readonly count: number;
}

/** How the special characters of a text fit; undefined where none says anything. */
function fitOf(text: string, fits: (at: number) => boolean | undefined): Fit | undefined {
  let [good, bad] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 128) continue;
    const said = fits(at);
    if (said === true) good++;
    else if (said === false) bad++;
  }
  return good + bad === 0 ? undefined : { share: good / (good + bad), bad, count: good + bad };
}

type Language = (typeof singleByte)[keyof typeof singleByte][number];

/** How well a text is one of the language. */
function likeness(text: string, language: Language): Fit | undefined {
  const letters = new Set(language.letters);
  const isOwnScript = letters.size > 20;
  const fit = fitOf(text, (at) => {
    const sign = text[at] ?? "";
    const [before, after] = [text[at - 1], text[at + 1]];
    if (!isLetter(sign)) {
      if (/[\u0080-\u009f\ufffd\u2500-\u259f]/.test(sign)) return false;
      return isLetter(before) && isLetter(after) && !/['’´`·]/.test(sign) ? false : undefined;
    }
    const small = sign === "İ" ? "i" : sign.toLowerCase();
    if (!letters.has(small)) return false;
    if (sign !== small && isSmall(before) && before !== "ß") return false;
    if (isOwnScript) return !isAsciiLetter(before) && !isAsciiLetter(after);
    const next = language.next?.[small];
    return next === undefined || after === undefined || next.test(after.toLowerCase());
  });
  // letters of another script hardly ever touch those of ours: umlauts in a row do
  const isUnit = language.units?.test(text) === true;
  const isHinted = isUnit || language.hints.test(text);
  if (isOwnScript && fit !== undefined) {
    const isLong = fit.count >= fewLetters || (text.match(wholeWords)?.length ?? 0) >= fewWords;
    if (fit.share < leastApart || !(isLong || isHinted)) return undefined;
  }
  if (fit === undefined || !isHinted) return fit;
  return { ...fit, share: fit.share + hinted + (isUnit ? ofUnit : 0) };
}

/** How well bytes are text of two bytes a letter: what is written most, nothing torn, no letter of ours beside it. */
function wideLikeness(name: keyof typeof doubleByte, bytes: Uint8Array): number | undefined {
  let text: string;
  try {
    text = new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const { frequent, from, to } = doubleByte[name];
  let kana = 0;
  let pairs = 0;
  let at = 0;
  const fit = fitOf(text, (k) => {
    while ((bytes[at] ?? 0) < 128 && at < bytes.length) at++;
    const sign = text[k] ?? "";
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    at += name === "shift_jis" && first >= 0xa1 && first <= 0xdf ? 1 : 2;
    pairs++;
    if (isAsciiLetter(text[k - 1]) || isAsciiLetter(text[k + 1])) return false;
    if (frequent.test(sign)) {
      kana++;
      return true;
    }
    if (!isLetter(sign)) return undefined;
    const torn = name !== "shift_jis" && name !== "big5" && second < 0xa1;
    return first >= from && first <= to && !torn;
  });
  // Without any kana it is Japanese only where the bytes allow nothing else.
  const isNoJapanese = kana === 0 && (name === "euc-jp" || (name === "shift_jis" && pairs > 20));
  return pairs < 2 || isNoJapanese ? undefined : fit?.share;
}

/** Lines with special characters, and the first one, as far as they are weighed. */
function sampleOf(head: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let from = 0; from < head.length && size < sampleBytes; ) {
    const found = head.indexOf(10, from) < 0 ? head.indexOf(13, from) : head.indexOf(10, from);
    const to = found < 0 ? head.length : found + 1;
    const line = head.subarray(from, to);
    // The last line may be cut inside a letter.
    if ((from === 0 || line.some((byte) => byte > 127)) && (found >= 0 || parts.length === 0)) {
      parts.push(line);
      size += line.length;
    }
    from = to;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What the special characters of a text say about its encoding. */
interface LegacyGuess {
  readonly name: LegacyName;
  /** False where they fit no encoding well. */
  readonly fits: boolean;
}

/** Letters of Turkish where Windows-1252 has those of Icelandic, and what no language of the west has beside them. */
const turkishLetters = /[ğışĞİŞ]/g;
const fewTurkish = 2;

/** Turkish and Icelandic differ in six letters alone: which they are is said by those beside them, or by a heading. */
function isTurkish(bytes: Uint8Array, share: number, usual: number): boolean {
  const own = new Set(asLegacy("windows-1254", bytes).match(turkishLetters));
  return own.size > 0 && share >= 0.97 && (share > usual || (share === usual && own.size >= fewTurkish));
}

/**
 * Encoding of a text that is neither UTF-8 nor UTF-16, by the languages whose letters stand where letters belong.
 * Windows-1252, in which most of such files are written, unless another one is clearly more likely.
 * @example legacyEncoding(new Uint8Array([0x53, 0x63, 0x68, 0x6c, 0x81, 0x73, 0x73, 0x65, 0x6c])).name // "cp850"
 */
export function legacyEncoding(head: Uint8Array): LegacyGuess {
  const bytes = sampleOf(head);
  const fitIn = (name: keyof typeof singleByte): Fit | undefined => {
    const text = asLegacy(name, bytes);
    const fits = singleByte[name].flatMap((language) => likeness(text, language) ?? []);
    return fits.reduce<Fit | undefined>(
      (top, fit) => (fit.share > (top?.share ?? -1) ? fit : top),
      undefined,
    );
  };
  const asUsual = fitIn("windows-1252");
  const usual = asUsual?.share ?? 1;
  if (isTurkish(bytes, fitIn("windows-1254")?.share ?? 0, usual)) return { name: "windows-1254", fits: true };
  if (usual >= 0.97) return { name: "windows-1252", fits: true };
  const isMac = !head.includes(10) && head.includes(13);
  const scored = [
    ...names.slice(1).map((name) => ({ name, score: fitIn(name)?.share ?? 0 })),
    ...wideNames.map((name) => ({ name, score: (wideLikeness(name, bytes) ?? 0) - place })),
  ].map((one, k) => ({
    ...one,
    score: one.score - place * Math.min(k, 8) + (isMac && one.name === "macintosh" ? 0.1 : 0),
  }));
  const best = scored.reduce((top, one) => (one.score > top.score ? one : top), {
    name: "windows-1252" as LegacyName,
    score: Math.max(usual + lead, leastScore),
  });
  const isUnreadable = undecodable.test(asLegacy("windows-1252", bytes));
  // A single odd character proves nothing, unless a word of the language stands beside it.
  const isProved = isUnreadable || (asUsual?.bad ?? 0) > 1 || best.score > 1;
  if (!isProved) return { name: "windows-1252", fits: true };
  return { name: best.name, fits: best.name !== "windows-1252" || usual >= leastScore || isUnreadable };
}
