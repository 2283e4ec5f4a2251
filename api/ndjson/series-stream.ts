import { once } from "node:events";
import { pipeline, type Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { createGunzip } from "node:zlib";
import { InputError } from "../../src/index.ts";
import { mostLineChars } from "./limits.ts";
import { unpackingError } from "./unpacking-error.ts";

/** Bytes of a stream, gzip unpacked, as they come. */
async function* bytesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = stream[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done === true) return;
  async function* again(): AsyncGenerator<Uint8Array> {
    yield first.value as Uint8Array;
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
  }
  const head = Buffer.from(first.value);
  if (head[0] !== 0x1f || head[1] !== 0x8b) yield* again();
  else yield* unpacked(again);
}

/** A packed stream unpacked piece by piece: it takes the memory of one piece. */
async function* unpacked(packed: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    // The callback hears of the same error as the loop.
    yield* pipeline(packed, createGunzip(), () => undefined) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw unpackingError(error);
  }
}

/** Pieces of a line that is not whole yet; joined once, however many there are. */
function unfinishedLine() {
  let parts: string[] = [];
  let length = 0;
  return {
    add(text: string): void {
      length += text.length;
      if (length > mostLineChars)
        throw new InputError({ code: "cell-too-large", part: "line", millions: mostLineChars / 1e6 });
      parts.push(text);
    },
    take(): string {
      const whole = parts.join("");
      parts = [];
      length = 0;
      return whole;
    },
  };
}

/** Lines of a stream, one by one, without line end and byte order mark. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  const rest = unfinishedLine();
  let isFirst = true;
  for await (const bytes of bytesOf(stream)) {
    const text = decoder.write(Buffer.from(bytes));
    if (text === "") continue;
    const lines = (isFirst ? text.replace(/^\uFEFF/, "") : text).split("\n");
    isFirst = false;
    const last = lines.pop() ?? "";
    for (const line of lines) {
      rest.add(line);
      yield rest.take();
    }
    rest.add(last);
  }
  rest.add(decoder.end());
  const last = rest.take();
  if (last !== "") yield last;
}

/** Writes a line and waits while the reader is slower. */
export async function writeLine(stream: Writable, line: string): Promise<void> {
  if (!stream.write(`${line}\n`)) await once(stream, "drain");
}
