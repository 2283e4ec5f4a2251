import { createHash } from "node:crypto";
import type { Received } from "../store/blobs.ts";
import { limited, TooLargeError } from "../store/limited.ts";
import { refuseOddJson } from "./acceptable-json.ts";
import { smallBodyMs } from "./limits.ts";
import { Problem, tooSlow, unreadable, wrongType } from "./problem.ts";

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

/** The answer to a body that went beyond its limit. */
const refused = (error: unknown, limit: number): unknown =>
  error instanceof TooLargeError ? tooLarge(limit) : error;

/** A small body whole; one that does not come in soon enough is 408. */
export async function smallBody(request: Request, limit: number): Promise<Buffer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow()), smallBodyMs);
  });
  const whole = async () => {
    const parts: Uint8Array[] = [];
    for await (const chunk of limited(bytesOf(request), limit)) parts.push(chunk);
    return Buffer.concat(parts);
  };
  try {
    return await Promise.race([whole(), late]);
  } catch (error) {
    throw refused(error, limit);
  } finally {
    clearTimeout(timer);
  }
}

/** Refuses a body with something in it that does not say it is JSON: forms of other sites cannot say so. */
export function refuseOtherTypes(request: Request, { length }: Buffer): void {
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (length > 0 && !/^application\/(?:[\w.-]+\+)?json$/i.test(type.trim()))
    throw wrongType("application/json");
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
    throw refused(error, limit);
  }
}

/** JSON of a body; undefined for nothing at all. */
export function jsonOf(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unreadable("The body is no UTF-8 text.", "Der Inhalt ist kein UTF-8-Text.");
  }
  if (text.trim() === "") return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unreadable("The body is no valid JSON.", "Der Inhalt ist kein gültiges JSON.");
  }
  refuseOddJson(json);
  return json;
}

export const sha256Of = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\n");
  return hash.digest("hex");
};
