import { expect, test } from "vitest";
import { fileKinds } from "../../../src/ingest/columns/fields.ts";
import { seenHeadings } from "../../../src/ingest/columns/seen-headings.ts";
import { jaccard, jaroWinkler } from "../../../src/ingest/columns/similarity.ts";
import { synonymsOf } from "../../../src/ingest/columns/synonyms.ts";
import { random } from "../../../src/numeric/random.ts";

const texts = fileKinds.flatMap((kind) =>
  synonymsOf(kind)
    .filter(({ isStrict, key }) => !isStrict && key.length >= 4)
    .map(({ words }) => words),
);

/** A synonym with one letter left out, doubled or swapped, or a word more. */
function bent(words: readonly string[], next: () => number): string {
  const text = words.join(" ");
  const at = Math.floor(next() * text.length);
  const [before, sign, after] = [text.slice(0, at), text[at] ?? "", text.slice(at + 1)];
  const ways = [
    before + after,
    before + sign + sign + after,
    `${before}${after[0] ?? ""}${sign}${after.slice(1)}`,
  ];
  return ways[Math.floor(next() * 4)] ?? `${text} neu`;
}

test("headings look like what Jaro-Winkler and shared words say of every synonym", () => {
  const next = random(7).uniform;
  const header = Array.from({ length: 100 }, () =>
    bent(texts[Math.floor(next() * texts.length)] ?? [], next),
  );
  let found = 0;
  const wrong: string[] = [];
  for (const { heading, alike } of seenHeadings(header)) {
    const seen = alike();
    found += seen.size;
    for (const words of texts) {
      const name = words.join(" ");
      if (
        heading.key.length < 4 ||
        ["nummer", "code", "datum", "date", "name", "unit", "type"].includes(name)
      )
        continue;
      const letters = jaroWinkler(heading.key, words.join(""));
      const shared = heading.words.some((w) => words.includes(w)) && heading.words.length + words.length > 2;
      const inWords = shared && jaccard(heading.words, words) >= 0.66 ? 0.7 : 0;
      const wanted = Math.max(letters >= 0.95 ? 0.85 : letters >= 0.92 ? 0.7 : 0, inWords);
      if ((seen.get(name) ?? 0) !== wanted) wrong.push(`${heading.key}: ${name}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(found).toBeGreaterThan(100);
});
