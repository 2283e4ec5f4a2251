import { CFB } from "@e965/xlsx";
import type { End } from "./ends.ts";

/** Records of a workbook before its sheets are named that are looked at. */
const mostRecords = 2000;
const [filePass, boundSheet] = [0x2f, 0x85];

/** True where the records of a workbook begin with a password: everything behind is unreadable. */
function hasPassword(stream: ArrayLike<number>): boolean {
  const word = (at: number): number => (stream[at] ?? 0) + 256 * (stream[at + 1] ?? 0);
  for (let at = 0, k = 0; at + 4 <= stream.length && k < mostRecords; at += 4 + word(at + 2), k++) {
    if (word(at) === filePass) return true;
    if (word(at) === boundSheet) return false;
  }
  return false;
}

const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

/** Why the sheets of a file cannot be read, where that is seen before they are. */
export function obstacle(bytes: Uint8Array): End | undefined {
  if (bytes[0] === 0x50) return undefined;
  if (!isCompound(bytes)) return hasPassword(bytes) ? "encrypted" : undefined;
  const file = CFB.read(bytes, { type: "buffer" });
  const has = (name: string): boolean => CFB.find(file, name) !== null;
  if (has("EncryptedPackage")) return "encrypted";
  const workbook = CFB.find(file, "/Workbook") ?? CFB.find(file, "/Book");
  if (workbook !== null) return hasPassword(workbook.content) ? "encrypted" : undefined;
  if (has("WordDocument")) return "word";
  return has("PowerPoint Document") ? "slides" : "no-workbook";
}
