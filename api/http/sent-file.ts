import { statfsSync } from "node:fs";
import type { Received } from "../store/blobs.ts";
import { receivedBody } from "./body.ts";
import { diskFull, unacceptable } from "./problem.ts";
import type { Services } from "./services.ts";

/** Content types of files; what a file is, its bytes say. */
export const fileTypes: readonly string[] = [
  "text/csv",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.ms-excel",
  "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/gzip",
  "application/octet-stream",
];

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
function refuseFullDisk({ store, settings }: Services, expected: number): void {
  const { bavail, bsize } = statfsSync(store.folder);
  if (bavail * bsize < settings.freeDiskBytes + expected) throw diskFull();
}

/** A body as it comes; 507 as soon as it, and all others that come in meanwhile, would use up what must stay free. */
async function* spaced(services: Services, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) {
    refuseFullDisk(services, chunk.length);
    yield chunk;
  }
}

/** A body of at most `limit` bytes written to disk. */
export async function receivedFile(services: Services, request: Request, limit: number): Promise<Received> {
  refuseFullDisk(services, 2 * Number(request.headers.get("content-length") ?? 0));
  return receivedBody(request, limit, (body, most) =>
    services.store.blobs.receive(spaced(services, body), most),
  );
}

/** The name that a file was sent with; "" for none. */
export const sentName = (request: Request): string => cleanName(request.headers.get(nameHeader) ?? "");

/** Refuses a body without a byte. */
export function refuseEmpty({ size }: Received): void {
  if (size === 0) throw unacceptable("empty", "The file is empty.", "Die Datei ist leer.");
}
