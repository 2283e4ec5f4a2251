import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { createGunzip } from "node:zlib";
import { fileSource } from "../run/files.ts";

/** Bytes of a file or of standard input, gzip unpacked, as they come. */
async function* bytesOf(path: string, stdin: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  if (path !== "-") fileSource(path);
  const stream = path === "-" ? stdin : createReadStream(path);
  const source = (stream as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
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

/** Lines of a file or of standard input, one by one, without line end and byte order mark. */
export async function* linesOf(path: string, stdin: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let first = true;
  for await (const bytes of bytesOf(path, stdin)) {
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
