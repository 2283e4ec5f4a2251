import { crc32, inflateRawSync } from "node:zlib";
import { CFB } from "@e965/xlsx";
import type { End } from "./ends.ts";

/** Kinds of records (MS-XLS 2.3): begin of a part in each version, its end, a password, the name of a sheet. */
const begins: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const [end, filePass, boundSheet] = [0x0a, 0x2f, 0x85];

/** Walks over the records of a workbook: one that is cut off would be read without its last rows. */
function obstacleIn(stream: ArrayLike<number>): End | undefined {
  const word = (at: number): number => (stream[at] ?? 0) + 256 * (stream[at + 1] ?? 0);
  let open = 0;
  let hasNames = false;
  for (let at = 0; at + 4 <= stream.length; at += 4 + word(at + 2)) {
    const kind = word(at);
    if (kind === filePass && !hasNames) return "encrypted";
    if (kind === boundSheet) hasNames = true;
    else if (begins.has(kind)) open++;
    else if (kind === end) open--;
    const next = at + 4 + word(at + 2);
    // what follows the last part is filling
    if (open === 0 && kind === end && !begins.has(word(next))) return undefined;
    if (next > stream.length) return "damaged";
  }
  return open === 0 ? undefined : "damaged";
}

/** The parts of an archive from its directory: checksum, unpacked size, and the bytes as they lie there. */
function* partsOf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number) => view.getUint16(at, true);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  for (let at = view.getUint32(end + 16, true), left = word(end + 10); left > 0; left--) {
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + word(local + 26) + word(local + 28);
    const packed = bytes.subarray(start, start + view.getUint32(at + 20, true));
    const checksum = view.getUint32(at + 16, true);
    yield { checksum, size: view.getUint32(at + 24, true), isPacked: word(at + 10) === 8, packed };
    at += 46 + word(at + 28) + word(at + 30) + word(at + 32);
  }
}

/** True where every part of an archive is what its checksum says; the reader of workbooks does not look. */
function isSound(bytes: Uint8Array): boolean {
  try {
    return [...partsOf(bytes)].every(({ checksum, size, isPacked, packed }) => {
      const whole = isPacked ? inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }) : packed;
      return whole.length === size && crc32(whole) === checksum;
    });
  } catch {
    return false;
  }
}

const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

/** Why the sheets of a file cannot be read, where that is seen before they are. */
export function obstacle(bytes: Uint8Array): End | undefined {
  if (bytes[0] === 0x50) return isSound(bytes) ? undefined : "damaged";
  if (!isCompound(bytes)) return obstacleIn(bytes);
  const file = CFB.read(bytes, { type: "buffer" });
  const has = (name: string): boolean => CFB.find(file, name) !== null;
  if (has("EncryptedPackage")) return "encrypted";
  const workbook = CFB.find(file, "/Workbook") ?? CFB.find(file, "/Book");
  if (workbook !== null) return obstacleIn(workbook.content);
  if (has("WordDocument")) return "word";
  return has("PowerPoint Document") ? "slides" : "no-workbook";
}
