import { significant } from "./significant.ts";

/** UTF-8 bytes written one after the other; numbers go in digit by digit, without a string between. */
export interface ByteWriter {
  text(text: string): void;
  /** One ASCII character by its code. */
  byte(code: number): void;
  /** A number with at most nine significant digits and this code as decimal mark; it must be finite. */
  number(x: number, mark: number): void;
  /** Bytes so far, as long as there are at least `least` of them; they leave the writer. */
  take(least?: number): Uint8Array[];
}

const powers = Float64Array.from({ length: 12 }, (_, k) => Number(`1e${k}`));

/** Decimals that leave nine significant digits, for a size in [.001, 1e9). */
function placesOf(size: number): number {
  if (size < 1) return size >= 0.1 ? 9 : size >= 0.01 ? 10 : 11;
  let digits = 1;
  while (digits < 9 && size >= powers[digits]) digits++;
  return 9 - digits;
}

/** Writes an integer below 2^53 with at least `width` digits, returns the position behind it. */
function digits(into: Uint8Array, at: number, integer: number, width: number): number {
  let count = width;
  while (count < 10 && integer >= powers[count]) count++;
  let rest = integer;
  for (let k = at + count - 1; k >= at; k--) {
    const shorter = Math.floor(rest / 10);
    into[k] = 48 + rest - shorter * 10;
    rest = shorter;
  }
  return at + count;
}

/** Writes a size in [.001, 1e9) with at most nine significant digits. */
function size(into: Uint8Array, start: number, of: number, mark: number): number {
  let places = placesOf(of);
  const scaled = Math.round(of * powers[places]);
  const whole = Math.floor(scaled / powers[places]);
  let rest = scaled - whole * powers[places];
  const at = digits(into, start, whole, 1);
  if (rest === 0) return at;
  while (rest % 10 === 0) {
    rest /= 10;
    places--;
  }
  into[at] = mark;
  return digits(into, at + 1, rest, places);
}

/** A finite number as a writer of bytes writes it: read from the file it is this one. */
export function writtenNumber(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude >= 1e-3 && magnitude < 999_999_999)) return Number(significant(x));
  const power = powers[placesOf(magnitude)];
  return (Math.sign(x) * Math.round(magnitude * power)) / power;
}

/**
 * A writer of bytes with room for `capacity`, more when needed.
 * @example const w = byteWriter(); w.number(1 / 3, 46); w.take() // [bytes of "0.333333333"]
 */
export function byteWriter(capacity = 1 << 16): ByteWriter {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(capacity);
  let length = 0;
  const room = (more: number) => {
    if (length + more <= bytes.length) return;
    const wider = new Uint8Array(Math.max(bytes.length * 2, length + more));
    wider.set(bytes.subarray(0, length));
    bytes = wider;
  };
  const text = (of: string) => {
    room(of.length * 3);
    length += encoder.encodeInto(of, bytes.subarray(length)).written;
  };
  return {
    text,
    byte(code) {
      room(1);
      bytes[length++] = code;
    },
    number(x, mark) {
      const magnitude = Math.abs(x);
      if (magnitude !== 0 && !(magnitude >= 1e-3 && magnitude < 999_999_999)) {
        text(mark === 46 ? significant(x) : significant(x).replace(".", String.fromCharCode(mark)));
        return;
      }
      room(24);
      if (x < 0) bytes[length++] = 45;
      length = magnitude === 0 ? digits(bytes, length, 0, 1) : size(bytes, length, magnitude, mark);
    },
    take(least = 0) {
      if (length === 0 || length < least) return [];
      const taken = [bytes.slice(0, length)];
      length = 0;
      return taken;
    },
  };
}

/** Pieces of text as bytes, in pieces of about 64 KB. */
export function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  const writer = byteWriter();
  for (const piece of pieces) {
    writer.text(piece);
    yield* writer.take(1 << 16);
  }
  yield* writer.take();
}
