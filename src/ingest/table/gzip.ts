import { Gunzip } from "fflate";
import { InputError } from "../../errors.ts";
import type { Limits } from "../limits.ts";

/** Packed bytes pushed at once: even at 1030:1 one push gives no more than 16 MB. */
const stepBytes = 16 * 1024;

/** True for the first bytes of gzip. */
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** Refuses what inflates too far; counts real bytes, since declared sizes are the sender's. */
export function checkInflation(packed: number, inflated: number, limits: Limits): void {
  if (inflated > limits.inflatedBytes) {
    throw new InputError({
      code: "inflated-too-large",
      megabytes: Math.round(limits.inflatedBytes / 2 ** 20),
    });
  }
  if (inflated > limits.ratioGraceBytes && inflated > packed * limits.inflateRatio) {
    throw new InputError({ code: "inflate-ratio", most: limits.inflateRatio });
  }
}

/** Unpacks gzip as it streams; several members in a row are one text. Never unpacks twice. */
export function* gunzipped(chunks: Iterable<Uint8Array>, limits: Limits): Generator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let packed = 0;
  let inflated = 0;
  const gunzip = new Gunzip((part) => parts.push(part));
  const push = (part: Uint8Array, last: boolean): Uint8Array[] => {
    try {
      gunzip.push(part, last);
    } catch {
      throw new InputError({ code: "gzip-damaged" });
    }
    packed += part.length;
    for (const out of parts) inflated += out.length;
    checkInflation(packed, inflated, limits);
    const done = parts;
    parts = [];
    return done;
  };
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += stepBytes) {
      // fflate keeps what it is given: a copy, so that the caller may reuse its buffer
      yield* push(chunk.slice(at, at + stepBytes), false);
    }
  }
  yield* push(new Uint8Array(0), true);
}
