import { type Heading, normaliseHeading } from "../cells/heading-key.ts";
import { fileKinds } from "./fields.ts";
import { jaccard, jaroWinkler } from "./similarity.ts";
import { synonymsOf } from "./synonyms.ts";

/** Words that stand in many headings: what merely looks like one of them says nothing. */
const weakWords = new Set(["nummer", "code", "datum", "date", "name", "unit", "type"]);

/** Texts whose lengths differ more are never as alike as is asked below, whatever their letters. */
const isNear = (a: number, b: number): boolean => Math.min(a, b) >= 0.6 * Math.max(a, b);

function fuzzy(heading: Heading, key: string, words: readonly string[]): number {
  const alike = isNear(heading.key.length, key.length) ? jaroWinkler(heading.key, key) : 0;
  const inWords = heading.words.length > 1 || words.length > 1;
  const shared =
    inWords && heading.words.some((word) => words.includes(word)) ? jaccard(heading.words, words) : 0;
  return Math.max(alike >= 0.95 ? 0.85 : alike >= 0.92 ? 0.7 : 0, shared >= 0.66 ? 0.7 : 0);
}

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** Synonyms of every kind of file that a heading may merely look like, each once: by its words in one text. */
function likely(): ReadonlyMap<string, readonly string[]> {
  known ??= new Map(
    fileKinds
      .flatMap((kind) => synonymsOf(kind))
      .filter(({ key, isStrict }) => !isStrict && key.length >= 4 && !weakWords.has(key))
      .map(({ words }) => [words.join(" "), words]),
  );
  return known;
}

/** Synonyms that a heading looks like, and how much. */
function alikeTo(heading: Heading): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (heading.key.length < 4) return found;
  for (const [name, words] of likely()) {
    const score = fuzzy(heading, words.join(""), words);
    if (score > 0) found.set(name, score);
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
