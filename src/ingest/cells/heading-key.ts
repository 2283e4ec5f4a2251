import { fnv1a } from "../../numeric/hash.ts";

/** Words that stand for the same word in a heading. */
const abbreviations = new Map([
  ["nr", "nummer"],
  ["no", "nummer"],
  ["num", "nummer"],
  ["number", "nummer"],
  ["nbr", "nummer"],
  ["art", "artikel"],
  ["best", "bestell"],
  ["lief", "lieferant"],
  ["kred", "kreditor"],
  ["mg", "menge"],
  ["dat", "datum"],
  ["bez", "bezeichnung"],
  ["qty", "quantity"],
  ["pos", "position"],
  ["mat", "material"],
  ["qnty", "quantity"],
]);

const suffixes: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{3})nr$/, "nummer"],
  [/(?<=[a-z]{3})mg$/, "menge"],
  [/(?<=[a-z]{4})dat$/, "datum"],
  [/(?<=[a-z]{3})qty$/, "quantity"],
  [/nmbr$/, "nummer"],
  [/^qty(?=(sold|ord|ship|issue|used|inv|deliv|disp|out|billed|picked))/, "quantity"],
  [
    /(?<=^(item|part|stock|prod|product|material|order|inv|invoice|cust|customer|vend|vendor|doc|document|line))no$/,
    "nummer",
  ],
];

/** A heading cut into comparable words. */
export interface Heading {
  /** All words in one: "artikelnummer" for "Art.-Nr.", "ArtNr" and "ARTIKELNUMMER". */
  readonly key: string;
  readonly words: readonly string[];
  /** What stands in brackets, e.g. "wochen" or "€"; not part of key and words. */
  readonly hint: string;
}

/** Umlauts both ways: ae and a are the same. */
const withoutUmlauts = (text: string): string =>
  text.replaceAll("ae", "a").replaceAll("oe", "o").replaceAll("ue", "u");

const plain = (text: string): string =>
  withoutUmlauts(text.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, ""));

/**
 * A pattern of heading keys in words as they are written: the key of "Due" is "du", as that of "Dü" is.
 * @example keyPattern(/^due$/).test(normaliseHeading("Due").key) // true
 */
export const keyPattern = ({ source, flags }: RegExp): RegExp => new RegExp(withoutUmlauts(source), flags);

/** A text without what stands in brackets, and that; a bracket that never closes is text. */
function withoutBrackets(text: string): { bare: string; hint: string } {
  const hints: string[] = [];
  let bare = "";
  let at = 0;
  for (let k = 0; k < text.length; k++) {
    if (text[k] !== "(" && text[k] !== "[") continue;
    let close = k + 1;
    while (close < text.length && text[close] !== ")" && text[close] !== "]") close++;
    if (close === text.length) break;
    hints.push(text.slice(k + 1, close));
    bare += `${text.slice(at, k)} `;
    at = close + 1;
    k = close;
  }
  return { bare: bare + text.slice(at), hint: hints.join(" ") };
}

/** Headings that are kept in words: those of two tables as wide as any may be, none longer than this. */
const keptHeadings = 4096;
const keptChars = 200;
const kept = new Map<string, Heading>();

/**
 * Normalises a heading: small letters, no accents, abbreviations in full. A heading is asked about dozens of times
 * while its table is understood, so the last ones are kept.
 * @example normaliseHeading("Art.-Nr.").key // "artikelnummer"
 */
export function normaliseHeading(heading: string): Heading {
  const known = kept.get(heading);
  if (known !== undefined) return known;
  const made = inWords(heading);
  if (kept.size >= keptHeadings) kept.clear();
  if (heading.length <= keptChars) kept.set(heading, made);
  return made;
}

/** The way that a sign behind a heading says: "Menge (-)" is what went out, "Qty +" what came in. */
const wayBehind = (text: string): string => {
  const sign = /\p{L}\.? ?(?:\(([-+])\)| ([-+]))$/u.exec(text.trim())?.slice(1).join("");
  return sign === undefined ? "" : sign === "-" ? "out" : "in";
};

function inWords(heading: string): Heading {
  const text = heading
    .slice(0, 1000)
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, "")
    .slice(0, 200);
  const { bare, hint } = withoutBrackets(text);
  const outside = /[\p{L}\p{N}]/u.test(bare) ? bare : text;
  const split = outside.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
  const raw = [...plain(split).split(/[^\p{L}\p{N}%]+/u), wayBehind(text)].filter((word) => word !== "");
  const words = raw.map((word) => expanded(word, raw.length > 1 || /[.:]/.test(outside)));
  return { key: words.join(""), words, hint: plain(hint).trim() };
}

function expanded(word: string, inPhrase: boolean): string {
  // "Art" alone is the type of a Business Central line, not the article.
  if (word === "art" && !inPhrase) return word;
  const whole = abbreviations.get(word);
  if (whole !== undefined) return whole;
  for (const [suffix, full] of suffixes) if (suffix.test(word)) return word.replace(suffix, full);
  return word;
}

/**
 * Fingerprint of a table's headings, 8 hex digits: questions and answers hang on it, never on rows.
 * @example fingerprint(["Art.-Nr."]) === fingerprint(["Artikelnummer"]) // true
 */
export const fingerprint = (header: readonly string[]): string =>
  fnv1a(header.map((heading) => normaliseHeading(heading).key).join("\u0000"))
    .toString(16)
    .padStart(8, "0");
