import { Gunzip } from "fflate";
import { InputError } from "../../errors.ts";
import type { Limits } from "../limits.ts";
import { crc32 } from "./crc32.ts";

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

/** Bytes behind each member: the checksum of what it unpacks to, and how much that is. */
const trailerBytes = 8;
/** Packed bytes that are kept for the trailer of the last member: more than the header behind it may take. */
const keptBytes = 2 ** 17;

/** The last packed bytes, by their place in the file. */
function lastBytes() {
  const kept: Uint8Array[] = [];
  let [from, end] = [0, 0];
  return {
    add(part: Uint8Array): void {
      kept.push(part);
      end += part.length;
      while (end - from - (kept[0]?.length ?? 0) >= keptBytes) from += kept.shift()?.length ?? 0;
    },
    /** The trailer that ends at this place; undefined where it is not there. */
    trailer(at = end): DataView | undefined {
      const start = at - trailerBytes;
      if (start < from) return undefined;
      const bytes = new Uint8Array(trailerBytes);
      let place = from;
      for (const part of kept) {
        const first = Math.max(start, place);
        const last = Math.min(at, place + part.length);
        if (first < last) bytes.set(part.subarray(first - place, last - place), first - start);
        place += part.length;
      }
      return new DataView(bytes.buffer);
    },
  };
}

/** Unpacks gzip as it streams; several members in a row are one text. Never unpacks twice. */
export function* gunzipped(chunks: Iterable<Uint8Array>, limits: Limits): Generator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let packed = 0;
  let inflated = 0;
  const last = lastBytes();
  const member = { checksum: 0, size: 0 };
  const endMember = (at?: number): void => {
    const trailer = last.trailer(at);
    if (trailer?.getUint32(0, true) !== member.checksum || trailer.getUint32(4, true) !== member.size)
      throw new InputError({ code: "gzip-damaged" });
    Object.assign(member, { checksum: 0, size: 0 });
  };
  const gunzip = new Gunzip((part) => {
    member.checksum = crc32(part, member.checksum);
    member.size = (member.size + part.length) >>> 0;
    parts.push(part);
  });
  gunzip.onmember = endMember;
  const push = (part: Uint8Array, isLast: boolean): Uint8Array[] => {
    last.add(part);
    try {
      gunzip.push(part, isLast);
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
  endMember();
}
