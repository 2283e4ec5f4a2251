import { lineKinds, type OrderLines } from "../../order.ts";

const purchase = lineKinds.indexOf("purchase");

/**
 * Lines of overlapping files. Lines with the same document, line, item and kind (and day, but for purchases, whose
 * date may be changed), else with the same content, are one group; of each group the file that has most of them counts (the multiset maximum, not the sum), at a tie the
 * file whose data reach further. Two equal lines of one file stay two. Returns 1 for each line to keep, 0 for
 * one that another file brings as well.
 */
export function overlapping(lines: OrderLines, rests: Int32Array | undefined): Uint8Array {
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
    .sort((a, b) => a.last - b.last || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.file - b.file));
  const rank = new Int32Array(order.length);
  order.forEach(({ file }, place) => {
    rank[file] = place;
  });
  return rank;
}

/** Group number of every line: equal lines have equal numbers. Open addressing over compared columns. */
function lineGroups(lines: OrderLines, rests: Int32Array | undefined): { of: Int32Array; count: number } {
  const { length } = lines;
  let size = 1024;
  while (size < length * 2) size *= 2;
  const table = new Int32Array(size).fill(-1);
  const of = new Int32Array(length);
  const bits = new Float64Array(1);
  const words = new Int32Array(bits.buffer);
  const mix = (hash: number, value: number): number => Math.imul(hash ^ value, 0x9e3779b1) ^ (hash >>> 15);
  const mixFloat = (hash: number, value: number): number => {
    bits[0] = value;
    return mix(mix(hash, words[0]), words[1]);
  };
  const numbered = (k: number): boolean => lines.order[k] >= 0 && lines.line[k] >= 0;
  // An order line is one thing whatever its date; a document of movements may post a line again another day.
  const keyed = (k: number): boolean => numbered(k) && lines.kind[k] === purchase;
  const hashOf = (k: number): number => {
    let hash = mix(mix(mix(17, lines.item[k]), lines.order[k]), lines.line[k]);
    hash = mix(hash, lines.kind[k]);
    if (keyed(k)) return hash;
    hash = mix(hash, lines.day[k]);
    if (numbered(k)) return hash;
    hash = mix(hash, lines.supplier[k]);
    hash = mixFloat(mixFloat(hash, lines.quantity[k]), lines.price[k]);
    hash = mix(mix(mix(hash, lines.location[k]), lines.project[k]), lines.unit[k]);
    return rests === undefined ? hash : mix(hash, rests[k]);
  };
  const same = (a: number, b: number): boolean => {
    if (
      lines.item[a] !== lines.item[b] ||
      lines.order[a] !== lines.order[b] ||
      lines.line[a] !== lines.line[b]
    )
      return false;
    if (lines.kind[a] !== lines.kind[b]) return false;
    if (keyed(a)) return true;
    if (numbered(a)) return lines.day[a] === lines.day[b];
    return (
      lines.day[a] === lines.day[b] &&
      lines.supplier[a] === lines.supplier[b] &&
      lines.quantity[a] === lines.quantity[b] &&
      Object.is(lines.price[a], lines.price[b]) &&
      lines.location[a] === lines.location[b] &&
      lines.project[a] === lines.project[b] &&
      lines.unit[a] === lines.unit[b] &&
      (rests === undefined || rests[a] === rests[b])
    );
  };
  let count = 0;
  for (let k = 0; k < length; k++) {
    let slot = hashOf(k) & (size - 1);
    for (;;) {
      const first = table[slot];
      if (first < 0) {
        table[slot] = k;
        of[k] = count++;
        break;
      }
      if (same(first, k)) {
        of[k] = of[first];
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return { of, count };
}
