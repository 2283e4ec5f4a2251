import { type Heading, normaliseHeading } from "../cells/heading-key.ts";
import { fileKinds } from "./fields.ts";
import { jaccard, jaroWinkler } from "./similarity.ts";
import { synonymsOf } from "./synonyms.ts";

/** Words that stand in many headings: what merely looks like one of them says nothing. */
const weakWords = new Set(["nummer", "code", "datum", "date", "name", "unit", "type"]);

/** A synonym that a heading may look like. */
interface Likely {
  /** Its words in one text. */
  readonly name: string;
  readonly key: string;
  readonly words: readonly string[];
  readonly letters: number;
}

/** The letters of a text as bits, some sharing one: a bit that another text lacks is a letter that it lacks. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let k = 0; k < text.length; k++) bits |= 1 << (text.charCodeAt(k) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Texts whose lengths differ more are never as alike as is asked below, whatever their letters. */
const isNear = (a: number, b: number): boolean => Math.min(a, b) >= 0.6 * Math.max(a, b);

/** Whether two texts may be alike by Jaro-Winkler, four equal letters ahead: each letter that one lacks has no match. */
function mayBeAlike(a: string, lettersOfA: number, { key: b, letters: lettersOfB }: Likely): boolean {
  if (!isNear(a.length, b.length)) return false;
  const most = Math.min(
    a.length - bitCount(lettersOfA & ~lettersOfB),
    b.length - bitCount(lettersOfB & ~lettersOfA),
  );
  return (most / a.length + most / b.length + 1) / 3 > 0.866;
}

/** Synonyms that a heading may merely look like, and which of them hold a word. */
interface LikelyOnes {
  readonly all: readonly Likely[];
  readonly withWord: ReadonlyMap<string, readonly Likely[]>;
}

let known: LikelyOnes | undefined;

/** Synonyms of every kind of file, each once. */
function likely(): LikelyOnes {
  if (known !== undefined) return known;
  const byName = new Map<string, Likely>();
  for (const { key, isStrict, words } of fileKinds.flatMap((kind) => synonymsOf(kind))) {
    if (isStrict || key.length < 4 || weakWords.has(key)) continue;
    const [name, whole] = [words.join(" "), words.join("")];
    if (!byName.has(name)) byName.set(name, { name, key: whole, words, letters: lettersOf(whole) });
  }
  const all = [...byName.values()];
  const pairs = all.flatMap((one) => [...new Set(one.words)].map((word) => ({ word, one })));
  const withWord = new Map(
    [...Map.groupBy(pairs, ({ word }) => word)].map(([word, group]) => [word, group.map(({ one }) => one)]),
  );
  known = { all, withWord };
  return known;
}

/** Synonyms that a heading looks like, and how much. */
function alikeTo(heading: Heading): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (heading.key.length < 4) return found;
  const { all, withWord } = likely();
  const letters = lettersOf(heading.key);
  const sharing = new Set(heading.words.flatMap((word) => withWord.get(word) ?? []));
  for (const one of all) {
    const alike = mayBeAlike(heading.key, letters, one) ? jaroWinkler(heading.key, one.key) : 0;
    const inWords = sharing.has(one) && (heading.words.length > 1 || one.words.length > 1);
    const shared = inWords ? jaccard(heading.words, one.words) : 0;
    const score = Math.max(alike >= 0.95 ? 0.85 : alike >= 0.92 ? 0.7 : 0, shared >= 0.66 ? 0.7 : 0);
    if (score > 0) found.set(one.name, score);
  }
  return found;
}

/** A heading in words, and the synonyms that it looks like. */
interface SeenHeading {
  readonly heading: Heading;
  alike(): ReadonlyMap<string, number>;
}

const seen = new WeakMap<readonly string[], readonly SeenHeading[]>();

/** The headings of a table, looked at once: a wide table is held against every kind of file, and more than once. */
export function seenHeadings(header: readonly string[]): readonly SeenHeading[] {
  const before = seen.get(header);
  if (before !== undefined) return before;
  const made = header.map((text): SeenHeading => {
    const heading = normaliseHeading(text);
    let found: ReadonlyMap<string, number> | undefined;
    return {
      heading,
      alike: () => {
        found ??= alikeTo(heading);
        return found;
      },
    };
  });
  seen.set(header, made);
  return made;
}
