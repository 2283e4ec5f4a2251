import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { basename, join } from "node:path";
import { syncFolder } from "../run/files.ts";
import type { Files } from "./files/index.ts";
import { limited } from "./limited.ts";

/** A body that lies in a temporary file, on disk, not yet a blob. */
export interface Received {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

async function received(folder: string, body: AsyncIterable<Uint8Array>, limit: number): Promise<Received> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomBytes(12).toString("hex"));
  const hash = createHash("sha256");
  let size = 0;
  let file: FileHandle | undefined;
  try {
    file = await open(path, "wx", 0o600);
    for await (const chunk of limited(body, limit)) {
      size += chunk.length;
      hash.update(chunk);
      for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten;
    }
    await file.sync();
  } catch (error) {
    await file?.close();
    rmSync(path, { force: true });
    throw error;
  }
  await file.close();
  return { path, sha256: hash.digest("hex"), size };
}

/** Contents by their hash; those that come in lie in `temporary`. A blob is written, synced and renamed before anything speaks of it. */
export function blobStore(files: Files, temporary: string) {
  const { folder } = files;
  const blobs = join(folder, "blobs");
  const nameOf = (sha256: string) => `blobs/${sha256.slice(0, 2)}/${sha256}`;
  const pathOf = (sha256: string) => join(folder, nameOf(sha256));
  return {
    /** Where a content lies, if it does. */
    pathOf,

    /** The same, once it was brought there from where all processes see it. */
    async open(sha256: string): Promise<string> {
      await files.bring(nameOf(sha256));
      return pathOf(sha256);
    },

    /** Writes a stream to a temporary file; beyond `limit` bytes it is a TooLargeError. */
    receive: (body: AsyncIterable<Uint8Array>, limit: number) => received(temporary, body, limit),

    /** Gives a received body its place; what lies there under its hash is replaced, whether it is whole or not. */
    async keep({ path, sha256 }: Received): Promise<void> {
      const final = pathOf(sha256);
      const parent = join(blobs, sha256.slice(0, 2));
      if (!existsSync(parent)) {
        mkdirSync(parent, { recursive: true, mode: 0o700 });
        syncFolder(blobs);
        syncFolder(folder);
      }
      renameSync(path, final);
      syncFolder(parent);
      await files.keep(nameOf(sha256));
    },

    /** Throws a received body away. */
    drop({ path }: Received): void {
      rmSync(path, { force: true });
    },

    /** Removes blobs last changed before `before` (milliseconds since 1970) that are not among `needed`. */
    async dropOthers(needed: ReadonlySet<string>, before: number): Promise<void> {
      for (const { name, changed } of await files.list("blobs"))
        if (!needed.has(basename(name)) && changed <= before) await files.remove(name);
    },
  };
}
