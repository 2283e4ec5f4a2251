import type { WorkLine } from "./work-line.ts";

/** What a search looks through: the texts of all lines one below the other, and where each begins. */
interface SearchIndex {
  lines: readonly WorkLine[];
  readonly text: string;
  /** One more than there are lines: the last is the end. */
  readonly starts: Uint32Array;
}

/** What a line is searched by. */
const textsOf = ({ item, name, supplier, supplierName, supplierItem, owner, group }: WorkLine) => [
  item,
  name,
  supplier,
  supplierName,
  supplierItem,
  owner,
  group,
];

/** Lower-case text that a search looks through. */
const searchedIn = (line: WorkLine): string =>
  textsOf(line)
    .filter((part) => part !== undefined && part !== "")
    .join("\n")
    .toLowerCase();

/** Words of a search, the longest first: it leaves the fewest lines to look at for the others. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")
    .sort((a, b) => b.length - a.length);

function indexOf(lines: readonly WorkLine[], texts: readonly string[]): SearchIndex {
  const starts = new Uint32Array(texts.length + 1);
  for (const [k, text] of texts.entries()) starts[k + 1] = starts[k] + text.length + 1;
  return { lines, text: texts.join("\n"), starts };
}

/** True where a line says the same as the one that stood in its place: a decision changes no text. */
function isSaidAsBefore(line: WorkLine, before: WorkLine | undefined): boolean {
  if (line === before) return true;
  if (before === undefined) return false;
  const texts = textsOf(before);
  return textsOf(line).every((text, k) => text === texts[k]);
}

/** The index of the lines that were searched last, and what was found in them last. */
let known: SearchIndex = indexOf([], []);
let last: { readonly index: SearchIndex; readonly text: string; readonly places: readonly number[] } = {
  index: known,
  text: "",
  places: [],
};

/** True where the index at hand is that of these lines, from now on also where they are decided otherwise. */
function isKnown(lines: readonly WorkLine[]): boolean {
  if (known.lines === lines) return true;
  if (known.lines.length !== lines.length) return false;
  if (!lines.every((line, k) => isSaidAsBefore(line, known.lines[k]))) return false;
  known.lines = lines;
  return true;
}

/** Lines that hold a word, by their places, ascending. */
function placesOf(word: string, { text, starts }: SearchIndex): number[] {
  const places: number[] = [];
  let place = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[place])) {
    place = lineAt(at, starts, place);
    places.push(place++);
    if (place >= starts.length - 1) break;
  }
  return places;
}

/** The line that a place of the text lies in, from line `low` on. */
function lineAt(at: number, starts: Uint32Array, low: number): number {
  let high = starts.length - 1;
  let from = low;
  while (high - from > 1) {
    const middle = (from + high) >> 1;
    if ((starts[middle] ?? 0) <= at) from = middle;
    else high = middle;
  }
  return from;
}

/**
 * Places of the lines that hold every word of a search, ascending; undefined where it has no words: then all do. The
 * same search is not made twice, and one that goes on from the last looks through what that found.
 */
export function foundIn(lines: readonly WorkLine[], text: string): readonly number[] | undefined {
  const words = wordsOf(text);
  const [first, ...others] = words;
  if (first === undefined) return undefined;
  if (!isKnown(lines)) known = indexOf(lines, lines.map(searchedIn));
  const index = known;
  const isSame = last.index === index && last.text !== "";
  if (isSame && last.text === text) return last.places;
  const has = (place: number, word: string): boolean =>
    index.text.slice(index.starts[place], (index.starts[place + 1] ?? 1) - 1).includes(word);
  const places =
    isSame && text.startsWith(last.text)
      ? last.places.filter((place) => words.every((word) => has(place, word)))
      : placesOf(first, index).filter((place) => others.every((word) => has(place, word)));
  last = { index, text, places };
  return places;
}

/** Makes what a search looks through while a browser that says so has nothing else to do; gives the way to stop it. */
export function indexedInIdle(lines: readonly WorkLine[]): () => void {
  if (typeof requestIdleCallback !== "function") return () => undefined;
  const texts: string[] = [];
  const some = (left: IdleDeadline): void => {
    if (isKnown(lines)) return;
    for (const line of lines.slice(texts.length)) {
      if (left.timeRemaining() <= 1) break;
      texts.push(searchedIn(line));
    }
    if (texts.length < lines.length) waiting = requestIdleCallback(some);
    else known = indexOf(lines, texts);
  };
  let waiting = requestIdleCallback(some);
  return () => cancelIdleCallback(waiting);
}
