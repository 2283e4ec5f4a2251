import { once } from "node:events";
import { pipeline, type Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { createGunzip } from "node:zlib";

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
  else yield* pipeline(again, createGunzip(), () => undefined) as AsyncIterable<Uint8Array>;
}

/** Lines of a stream, one by one, without line end and byte order mark. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let first = true;
  for await (const bytes of bytesOf(stream)) {
    rest += decoder.write(Buffer.from(bytes));
    if (first && rest.startsWith("\uFEFF")) rest = rest.slice(1);
    first = false;
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  rest += decoder.end();
  if (rest !== "") yield rest;
}

/** Writes a line and waits while the reader is slower. */
export async function writeLine(stream: Writable, line: string): Promise<void> {
  if (!stream.write(`${line}\n`)) await once(stream, "drain");
}
