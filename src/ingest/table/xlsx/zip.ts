import { Inflate } from "fflate";
import { InputError } from "../../../errors.ts";
import type { WorkbookDamage } from "../../../fault.ts";
import type { Limits } from "../../limits.ts";
import { crc32 } from "../crc32.ts";
import { checkInflation } from "../gzip.ts";

/** One file of a zip archive, from the central directory. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Where its packed bytes begin. */
  readonly start: number;
  readonly checksum: number;
}

/** An archive whose directory was checked. */
export interface Zip {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** The entry of a path; where there is none, the one that differs in capitals or has backslashes in its name. */
  entry(path: string): ZipEntry | undefined;
  /** The unpacked bytes of an entry, piece by piece; throws when they pass a limit or the declared size. */
  read(entry: ZipEntry): Generator<Uint8Array>;
}

const damaged = (why: WorkbookDamage) => new InputError({ code: "xlsx-damaged", why });

const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSignature = 0x06054b50;
const wideSignature = 0x06064b50;
const none = 0xffffffff;

/** Position of the end-of-directory record, searched from the end as the comment may be 65,535 bytes long. */
function directoryEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw damaged("no-directory");
}

/** A path as programs that write other capitals or separators mean it. */
const spelling = (path: string): string => path.replaceAll("\\", "/").toLowerCase();

const big = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** Where the directory begins and how many entries it has; both stand in the wide form for large archives. */
function directoryOf(view: DataView): { start: number; count: number } {
  const end = directoryEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (start !== none && count !== 0xffff) return { start, count };
  const wide = end >= 20 ? big(view, end - 12) : -1;
  if (wide < 0 || wide + 56 > view.byteLength || view.getUint32(wide, true) !== wideSignature) {
    throw damaged("no-directory");
  }
  return { start: big(view, wide + 48), count: big(view, wide + 32) };
}

/** Sizes and offset of an entry; those of 4 GB and more stand in the extra field 1. */
function wideFields(view: DataView, at: number, fields: [number, number, number]): [number, number, number] {
  if (!fields.includes(none)) return fields;
  const from = at + 46 + view.getUint16(at + 28, true);
  const to = from + view.getUint16(at + 30, true);
  for (let extra = from; extra + 4 <= to; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== 1) continue;
    let next = extra + 4;
    return fields.map((field) => {
      if (field !== none) return field;
      next += 8;
      return big(view, next - 8);
    }) as [number, number, number];
  }
  throw damaged("sizes-missing");
}

/** Start of an entry's bytes; its own header must say the same as the directory. */
function dataStart(view: DataView, bytes: Uint8Array, local: number, name: string, method: number): number {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localSignature)
    throw damaged("entry-missing");
  const length = view.getUint16(local + 26, true);
  const start = local + 30 + length + view.getUint16(local + 28, true);
  const own = new TextDecoder().decode(bytes.subarray(local + 30, local + 30 + length));
  if (own !== name || view.getUint16(local + 8, true) !== method) throw damaged("entries-disagree");
  return start;
}

/** The parts of the file that entries take up must not overlap: that is how small files unpack to huge ones. */
function refuseOverlaps(spans: [number, number][], directory: number): void {
  spans.sort((a, b) => a[0] - b[0]);
  spans.forEach(([, end], i) => {
    if (end > (spans[i + 1]?.[0] ?? directory)) throw damaged("entries-overlap");
  });
}

function* inflated(bytes: Uint8Array, entry: ZipEntry, limits: Limits): Generator<Uint8Array> {
  const data = bytes.subarray(entry.start, entry.start + entry.packed);
  if (entry.method === 0) {
    if (data.length > limits.entryBytes) checkInflation(data.length, Number.POSITIVE_INFINITY, limits);
    if (crc32(data) !== entry.checksum) throw damaged("entry-changed");
    yield data;
    return;
  }
  let parts: Uint8Array[] = [];
  let [size, checksum] = [0, 0];
  const inflate = new Inflate((part) => parts.push(part));
  const step = 16 * 1024;
  for (let at = 0; at < data.length; at += step) {
    try {
      inflate.push(data.slice(at, at + step), at + step >= data.length);
    } catch {
      throw damaged("entry-not-unpacked");
    }
    for (const part of parts) {
      size += part.length;
      checksum = crc32(part, checksum);
    }
    if (size > entry.size) throw damaged("entry-too-large");
    checkInflation(Math.min(at + step, data.length), size, { ...limits, inflatedBytes: limits.entryBytes });
    const done = parts;
    parts = [];
    yield* done;
  }
  if (size !== entry.size) throw damaged("entry-cut-off");
  if (checksum !== entry.checksum) throw damaged("entry-changed");
}

/**
 * Opens a zip archive by its central directory. Refuses more entries than allowed, encrypted ones, entries that
 * overlap or contradict their own header, and sizes beyond the limits before anything is unpacked.
 */
export function openZip(bytes: Uint8Array, limits: Limits): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22) throw damaged("too-short");
  const { start, count } = directoryOf(view);
  if (count > limits.zipEntries) {
    throw new InputError({ code: "xlsx-entries", most: limits.zipEntries });
  }
  const entries = new Map<string, ZipEntry>();
  const spans: [number, number][] = [];
  let total = 0;
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== centralSignature)
      throw damaged("directory-cut-off");
    if ((view.getUint16(at + 8, true) & 1) === 1) {
      throw new InputError({ code: "xlsx-encrypted" });
    }
    const method = view.getUint16(at + 10, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const declared: [number, number, number] = [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ];
    const [size, packed, local] = wideFields(view, at, declared);
    if (method !== 0 && method !== 8) throw damaged("packing-unknown");
    const from = dataStart(view, bytes, local, name, method);
    if (from + packed > bytes.length) throw damaged("entry-cut-off");
    total += size;
    checkInflation(bytes.length, total, { ...limits, inflateRatio: Number.POSITIVE_INFINITY });
    checkInflation(packed, size, { ...limits, inflatedBytes: limits.entryBytes });
    spans.push([local, from + packed]);
    entries.set(name, { name, method, packed, size, start: from, checksum: view.getUint32(at + 16, true) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  refuseOverlaps(spans, start);
  const bySpelling = new Map([...entries].map(([name, entry]) => [spelling(name), entry]));
  const entry = (path: string) => entries.get(path) ?? bySpelling.get(spelling(path));
  return { entries, entry, read: (entry) => inflated(bytes, entry, limits) };
}
