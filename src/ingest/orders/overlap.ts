import type { Issue } from "../../issue.ts";
import { by } from "../../numeric/order.ts";
import type { OrderLines } from "../../order.ts";
import { rowRanges, shortText } from "../issue-list.ts";
import { keepLines } from "./keep-lines.ts";
import { lineGroups } from "./line-groups.ts";

/**
 * Lets lines that several files bring count once, which is told. `rests` are hashes of what the unnamed columns of
 * the lines hold. Returns how many lines fell out of each file.
 */
export function countOnce(
  lines: OrderLines,
  rests: Int32Array | undefined,
): { readonly counts: readonly number[]; readonly issues: readonly Issue[] } {
  if (lines.files.length < 2) return { counts: [], issues: [] };
  const keep = overlapping(lines, rests);
  const repeated = lines.files.map((): number[] => []);
  for (let k = 0; k < lines.length; k++) if (keep[k] === 0) repeated[lines.file[k]]?.push(k);
  const issues = repeated.flatMap((places, f) => repeatedIssues(lines, places, lines.files[f]));
  if (issues.length > 0) keepLines(lines, keep);
  return { counts: repeated.map(({ length }) => length), issues };
}

/** More repeated lines than this are told in one issue. */
const repeatedOneByOne = 5;

/** Lines that another file brings too: each by itself where they are few, else one issue with their rows. */
function repeatedIssues(lines: OrderLines, places: readonly number[], file: string): Issue[] {
  const code = "line-in-other-file";
  if (places.length <= repeatedOneByOne) {
    return places.map((k) => {
      const item = lines.items.values[lines.item[k]];
      return { code, severity: "info", file, row: lines.row[k], item };
    });
  }
  const rows = places.map((k) => lines.row[k]).sort((a, b) => a - b);
  const text = shortText(rowRanges(rows));
  return [{ code, severity: "info", file, row: rows[0], lines: rows.length, text }];
}

/**
 * The lines to keep of files that overlap: 1 for each, 0 for one that another file brings as well. Of the lines that
 * are the same one (see `lineGroups`) those of the file that has most of them count (the multiset maximum, not the
 * sum), at a tie of the file whose data reach further. Two equal lines of one file stay two.
 */
function overlapping(lines: OrderLines, rests: Int32Array | undefined): Uint8Array {
  const keep = new Uint8Array(lines.length).fill(1);
  const groups = lineGroups(lines, rests);
  const better = fileRanks(lines);
  // count[g * files + f]: lines of group g in file f
  const files = lines.files.length;
  const groupCount = groups.count;
  const counts = new Int32Array(groupCount * files);
  for (let k = 0; k < lines.length; k++) counts[groups.of[k] * files + lines.file[k]] += 1;
  const winner = new Uint16Array(groupCount);
  for (let g = 0; g < groupCount; g++) {
    let best = 0;
    for (let f = 1; f < files; f++) {
      const more = counts[g * files + f] - counts[g * files + best];
      if (more > 0 || (more === 0 && better[f] > better[best])) best = f;
    }
    winner[g] = best;
  }
  for (let k = 0; k < lines.length; k++) if (lines.file[k] !== winner[groups.of[k]]) keep[k] = 0;
  return keep;
}

/** Files by how far their data reach, then by name: the higher, the newer. */
function fileRanks(lines: OrderLines): Int32Array {
  const last = new Int32Array(lines.files.length).fill(-(2 ** 31));
  for (let k = 0; k < lines.length; k++) {
    const file = lines.file[k];
    if (lines.day[k] > last[file]) last[file] = lines.day[k];
  }
  const order = lines.files
    .map((name, file) => ({ name, file, last: last[file] }))
    .sort(
      by(
        (each) => each.last,
        (each) => each.name,
        (each) => each.file,
      ),
    );
  const rank = new Int32Array(order.length);
  order.forEach(({ file }, place) => {
    rank[file] = place;
  });
  return rank;
}
