import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { type ByteSource, UsageError } from "../../src/index.ts";
import { rowsSource } from "../run/rows-text.ts";
import { arrowRows, isArrow } from "./arrow.ts";

/** A part that came through a pipe: the bytes of its file. */
interface PipedPart {
  readonly name: string;
  readonly state: Uint8Array;
}

/** Bytes that say how what follows is meant. */
const headLength = 8;

/** A stream and its first bytes, which are read again with the rest. */
async function opened(
  input: AsyncIterable<Uint8Array>,
): Promise<{ head: Buffer; bytes: AsyncIterable<Uint8Array> }> {
  const rest = input[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    head = Buffer.concat([head, next.value]);
    if (head.length >= headLength) break;
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  }
  return { head, bytes: again() };
}

/** The lines of a stream of NDJSON as objects; a line that is none is refused with its number. */
async function* jsonRows(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  let line = 0;
  for await (const text of createInterface({ input: Readable.from(bytes), crlfDelay: Infinity })) {
    line++;
    if (text.trim() === "") continue;
    let row: unknown;
    try {
      row = JSON.parse(text);
    } catch {
      row = undefined;
    }
    if (typeof row !== "object" || row === null || Array.isArray(row))
      throw new UsageError({ code: "not-piped-rows", line });
    yield row as Readonly<Record<string, unknown>>;
  }
}

const zstdMagic = 0xfd2fb528;

/**
 * Parts on standard input, one after the other: the file of one, rows of Arrow IPC (`name`, `state`) or NDJSON (`state`
 * in base64). Nothing is no part.
 */
export async function* pipedParts(input: AsyncIterable<Uint8Array>): AsyncGenerator<PipedPart> {
  const { head, bytes } = await opened(input);
  if (head.length === 0) return;
  if (head.length >= 4 && head.readUInt32LE(0) === zstdMagic) {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(piece);
    yield { name: "00000", state: Buffer.concat(pieces) };
    return;
  }
  let line = 0;
  for await (const { name, state } of isArrow(head) ? arrowRows(bytes) : jsonRows(bytes)) {
    line++;
    const isNamed = typeof name === "string" && /^[\w.-]+$/.test(name) && !name.startsWith(".");
    const held = typeof state === "string" ? Buffer.from(state, "base64") : state;
    if (!isNamed || !(held instanceof Uint8Array)) throw new UsageError({ code: "not-piped-rows", line });
    yield { name, state: held };
  }
}

async function* from(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

/** Order lines on standard input: Arrow IPC, NDJSON, or a table as it would lie in a file; undefined for none. */
export async function pipedLines(input: AsyncIterable<Uint8Array>): Promise<ByteSource | undefined> {
  const { head, bytes } = await opened(input);
  if (head.length === 0) return undefined;
  const name = "stdin";
  if (isArrow(head)) return rowsSource(name, arrowRows(bytes));
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  if (head.toString("latin1").trimStart().startsWith("{")) {
    const names = new Set<string>();
    for await (const row of jsonRows(from(pieces))) for (const key of Object.keys(row)) names.add(key);
    return rowsSource(name, jsonRows(from(pieces)), [...names]);
  }
  return { name, chunks: () => pieces };
}
