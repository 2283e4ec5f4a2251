import type { Total } from "../../total.ts";
import { sampleHash } from "./pool-sums.ts";

/** Series that are learned from at most: more teach nothing new, and the sums over them would not stay exact. */
const mostLearned = 200_000;

/** The smallest hashes of the items so far, and more of them until they are sorted out. */
interface SmallestHashes {
  hashes: number[];
  /** What is learned from lies below, once all items are known; null: all of them. */
  readonly limit?: number | null;
}

/** The `most + 1` smallest of them, ascending: the last one is the limit. */
const smallest = (hashes: readonly number[], most: number): number[] => [
  ...Float64Array.from(hashes)
    .sort()
    .subarray(0, most + 1),
];

/** Drops what is too large now and then: after each of thousands of parts it would take as long again as all else. */
function sortOut(sum: SmallestHashes, most: number): void {
  if (sum.hashes.length >= 4 * (most + 1)) sum.hashes = smallest(sum.hashes, most);
}

/**
 * Which items are learned from: all, or of more than 200,000 those with the smallest hashes, whatever part of the run
 * they stand in. Items are names.
 */
export const learnedSample = (
  most = mostLearned,
): Total<string, SmallestHashes, (item: string) => boolean> => ({
  empty: () => ({ hashes: [] }),
  add(sum, item) {
    sum.hashes.push(sampleHash(item));
    sortOut(sum, most);
  },
  merge(sum, other) {
    for (const hash of other.hashes) sum.hashes.push(hash);
    sortOut(sum, most);
  },
  condense: ({ hashes }) => ({ hashes: [], limit: limitOf(hashes, most) }),
  finish({ hashes, limit = limitOf(hashes, most) }) {
    return (item) => limit === null || sampleHash(item) < limit;
  },
});

const limitOf = (hashes: readonly number[], most: number): number | null =>
  smallest(hashes, most)[most] ?? null;
