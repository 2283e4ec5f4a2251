import { createHash } from "node:crypto";
import { type Received, TooLargeError } from "../store/blobs.ts";
import { Problem, unreadable } from "./problem.ts";

export const tooLarge = (limit: number) =>
  new Problem(
    413,
    "too-large",
    {
      de: `Mehr als ${limit} Bytes werden nicht angenommen.`,
      en: `More than ${limit} bytes are not accepted.`,
    },
    { headers: { connection: "close" } },
  );

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** The bytes of a request as they come. */
export const bytesOf = (request: Request): AsyncIterable<Uint8Array> => request.body ?? nothing();

/** A small body; its bytes are counted, whatever Content-Length says. */
export async function smallBody(request: Request, limit: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytesOf(request)) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** A body written to disk. */
export async function receivedBody(
  request: Request,
  limit: number,
  receive: (body: AsyncIterable<Uint8Array>, limit: number) => Promise<Received>,
): Promise<Received> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
  try {
    return await receive(bytesOf(request), limit);
  } catch (error) {
    throw error instanceof TooLargeError ? tooLarge(limit) : error;
  }
}

/** JSON of a body; nothing at all is an empty object. */
export function jsonOf(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unreadable("The body is no UTF-8 text.", "Der Inhalt ist kein UTF-8-Text.");
  }
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable("The body is no valid JSON.", "Der Inhalt ist kein gültiges JSON.");
  }
}

export const sha256Of = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\n");
  return hash.digest("hex");
};
