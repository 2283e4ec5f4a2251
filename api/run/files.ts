import { createHash } from "node:crypto";
import {
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { type ByteSource, UsageError } from "../../src/index.ts";
import { mostTextBytes } from "../ndjson/limits.ts";
import { unpackingError } from "../ndjson/unpacking-error.ts";
import { withWorkbooks } from "../workbooks/reader.ts";

const chunkBytes = 1 << 20;

function* chunksOf(path: string): Generator<Uint8Array> {
  const fd = openSync(path, "r");
  try {
    for (;;) {
      const buffer = Buffer.allocUnsafe(chunkBytes);
      const got = readSync(fd, buffer, 0, chunkBytes, null);
      if (got === 0) return;
      yield buffer.subarray(0, got);
    }
  } finally {
    closeSync(fd);
  }
}

/** A file on disk as the engine reads it; UsageError (exit code 2) when it is missing or no file. */
export function fileSource(path: string): ByteSource {
  if (!existsSync(path)) throw new UsageError({ code: "path-missing", path });
  if (statSync(path).isDirectory()) throw new UsageError({ code: "path-is-folder", path });
  return withWorkbooks({ name: basename(path), chunks: () => chunksOf(path) });
}

/** Standard input, read to its end once and kept. */
function stdinSource(): ByteSource {
  let kept: Buffer[] | undefined;
  return {
    name: "stdin",
    chunks: () => {
      if (kept === undefined) {
        kept = [];
        for (;;) {
          const buffer = Buffer.allocUnsafe(chunkBytes);
          const got = readStdin(buffer);
          if (got === 0) break;
          kept.push(buffer.subarray(0, got));
        }
      }
      return kept;
    },
  };
}

function readStdin(buffer: Buffer): number {
  for (;;) {
    try {
      return readSync(0, buffer, 0, buffer.length, null);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      // A terminal or socket without data yet: wait a little without spinning.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** "-" is standard input, everything else a path. */
export const sourceOf = (path: string): ByteSource =>
  path === "-" ? withWorkbooks(stdinSource()) : fileSource(path);

/** A file, or standard input for "-", as its bytes come; UsageError when it is missing or no file. */
export function streamOf(path: string, stdin: NodeJS.ReadableStream): AsyncIterable<Uint8Array> {
  if (path !== "-") fileSource(path);
  return (path === "-" ? stdin : createReadStream(path)) as AsyncIterable<Uint8Array>;
}

/** Lower-case hex SHA-256 of a source. */
export function sha256(source: ByteSource): string {
  const hash = createHash("sha256");
  for (const chunk of source.chunks()) hash.update(chunk);
  return hash.digest("hex");
}

function unpacked(bytes: Uint8Array): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: mostTextBytes });
  } catch (error) {
    throw unpackingError(error);
  }
}

/** Text of a source (UTF-8), gzip unpacked and counted, without byte order mark. */
export function textOf(source: ByteSource): string {
  const bytes = Buffer.concat([...source.chunks()]);
  const plain = bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(bytes) : bytes;
  return plain.toString("utf8").replace(/^\uFEFF/, "");
}

/** A JSON file; a UsageError names the file and what is wrong with it. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(textOf(fileSource(path)));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError({ code: "json-not-valid", path, why: (error as Error).message.split("\n")[0] });
  }
}

/** Makes what was written to a folder survive a power cut; Windows cannot open folders and needs no such call. */
export function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(path, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * Writes files into a folder so that a reader never sees half of one: each under a temporary name first, then all
 * are renamed. Names in `obsolete` are removed. A file held open elsewhere is a UsageError that says so.
 */
export function writeFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | Iterable<Uint8Array>>,
  obsolete: readonly string[] = [],
): void {
  makeFolder(folder);
  const written: [temporary: string, final: string][] = [];
  try {
    for (const [name, content] of files) {
      const final = join(folder, name);
      const temporary = join(folder, `.${name}.${process.pid}.tmp`);
      written.push([temporary, final]);
      writeSynced(temporary, content instanceof Uint8Array ? [content] : content);
    }
    for (const [temporary, final] of written) renameOrSay(temporary, final);
    for (const name of obsolete) if (!files.has(name)) rmSync(join(folder, name), { force: true });
  } finally {
    for (const [temporary] of written) rmSync(temporary, { force: true });
  }
  syncFolder(folder);
}

/** Makes a folder and its parents; one that cannot be made is a UsageError in one line. */
function makeFolder(folder: string): void {
  try {
    const above = dirname(resolve(folder));
    if (above !== resolve(folder)) makeFolder(above);
    if (!existsSync(folder)) mkdirSync(folder);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    // Another process made it at the same moment.
    if (code !== "EEXIST") throw new UsageError({ code: "folder-not-made", folder, errno: code });
  }
  if (!statSync(folder).isDirectory()) throw new UsageError({ code: "out-is-file", path: folder });
}

/** Writes one file by temporary name and rename. */
export function writeFile(path: string, content: Uint8Array | Iterable<Uint8Array>): void {
  writeFolder(dirname(path), new Map([[basename(path), content]]));
}

function writeSynced(path: string, chunks: Iterable<Uint8Array>): void {
  const fd = openSync(path, "w");
  try {
    for (const chunk of chunks) {
      let at = 0;
      while (at < chunk.length) at += writeSync(fd, chunk, at);
    }
    if (fstatSync(fd).isFile()) fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function renameOrSay(temporary: string, final: string): void {
  try {
    renameSync(temporary, final);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (["EBUSY", "EPERM", "EACCES"].includes(code)) {
      throw new UsageError({ code: "file-open-elsewhere", path: final });
    }
    throw error;
  }
}
