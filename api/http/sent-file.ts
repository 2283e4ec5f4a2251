import { statfsSync } from "node:fs";
import type { Received } from "../store/blobs.ts";
import { diskFull, unacceptable } from "./problem.ts";
import type { Services } from "./services.ts";

/** Name of the header that a file's name comes in, percent-encoded or plain. */
const nameHeader = "x-file-name";

/** A file name without path and control characters, at most 255 bytes. */
function cleanName(header: string): string {
  let name = header;
  try {
    name = decodeURIComponent(header);
  } catch {
    // Not percent-encoded: taken as it stands.
  }
  const bare = (name.normalize("NFC").split(/[\\/]/).at(-1) ?? "").replaceAll(/\p{Cc}/gu, "").trim();
  return Buffer.from(bare).subarray(0, 255).toString("utf8").replaceAll("\uFFFD", "");
}

/** Refuses a body that would not leave the space that must stay free. */
export function refuseFullDisk({ store, settings }: Services, request: Request): void {
  const { bavail, bsize } = statfsSync(store.folder);
  const expected = Number(request.headers.get("content-length") ?? 0);
  if (bavail * bsize >= settings.freeDiskBytes + 2 * expected) return;
  throw diskFull();
}

/** The name that a file was sent with; "" for none. */
export const sentName = (request: Request): string => cleanName(request.headers.get(nameHeader) ?? "");

/** Refuses a body without a byte. */
export function refuseEmpty({ size }: Received): void {
  if (size === 0) throw unacceptable("empty", "The file is empty.", "Die Datei ist leer.");
}
