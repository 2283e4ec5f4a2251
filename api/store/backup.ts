import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { UsageError } from "../../src/index.ts";
import { fileSource, sha256, syncFolder, writeFile } from "../run/files.ts";
import { auditLog } from "./audit.ts";
import {
  checkDatabase,
  copyDatabase,
  databaseName,
  keptMark,
  lockFolder,
  openDatabase,
  unfinishedMark,
} from "./database.ts";
import { failureOf } from "./failure.ts";
import { keepOut, revokedTokens } from "./revoked.ts";
import { sqliteSql } from "./sqlite/sqlite-sql.ts";
import { uploadStore } from "./uploads.ts";

const manifestName = "backup.json";

/** Every file below a folder, by its path from there, in code unit order. */
export function filesBelow(folder: string, below = ""): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(folder, path) : [path];
    })
    .sort();
}

/** Makes a whole folder survive a power cut. */
function syncAll(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncAll(path);
    else {
      const fd = openSync(path, "r+");
      try {
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
    }
  }
  syncFolder(folder);
}

const digest = (folder: string, path: string): string => sha256(fileSource(join(folder, path)));

/** Throws when a copy of the store is not whole: pages, references, audit chain, blobs. */
async function verify(folder: string): Promise<void> {
  const path = join(folder, databaseName);
  const { integrity, brokenReferences } = checkDatabase(folder);
  if (integrity !== "ok") throw new UsageError({ code: "copy-damaged", path, why: integrity });
  if (brokenReferences > 0) throw new UsageError({ code: "references-broken", path });
  const sql = sqliteSql(openDatabase(folder));
  try {
    for (const hash of await uploadStore(sql, () => 0).contents()) {
      const blob = `blobs/${hash.slice(0, 2)}/${hash}`;
      if (!existsSync(join(folder, blob)))
        throw new UsageError({ code: "copy-without-file", folder, missing: blob });
      if (digest(folder, blob) !== hash)
        throw new UsageError({ code: "copy-damaged", path: `${folder}/${blob}` });
    }
    const broken = await auditLog(sql, () => 0).firstBroken();
    if (broken !== null) throw new UsageError({ code: "audit-broken", path, entry: broken });
  } finally {
    await sql.close();
  }
  for (const suffix of ["-wal", "-shm"]) rmSync(`${path}${suffix}`, { force: true });
}

/** Ending of the lock beside a folder that is being written. */
const lockMark = ".lock";

/** Lets nobody else write to the same target meanwhile; the operating system lets go when the process ends. */
async function alone<T>(target: string, work: () => Promise<T>): Promise<T> {
  const path = `${resolve(target)}${lockMark}`;
  mkdirSync(dirname(path), { recursive: true });
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (failureOf(error) !== "busy") throw error;
    throw new UsageError({ code: "backup-running", folder: target });
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
    lock.close();
  }
}

/** Copies a store to a target; see {@link copied}. One at a time writes to a target. */
export const backUp = (data: string, to: string): ReturnType<typeof copied> =>
  alone(to, () => copied(data, to));

/** Puts a backup in place; see {@link putBack}. One at a time writes to a place. */
export const restoreFrom = (from: string, to: string, at = new Date()): ReturnType<typeof putBack> =>
  alone(to, () => putBack(from, to, at));

/**
 * Copies a store, also while a server writes to it: first the database at one moment, then the blobs and results that
 * it speaks of (they are only ever added). The copy is checked before it gets its name.
 */
async function copied(data: string, to: string): Promise<{ files: number; bytes: number }> {
  if (!existsSync(join(data, databaseName))) throw new UsageError({ code: "no-store", folder: data });
  if (existsSync(to) && readdirSync(to).length > 0)
    throw new UsageError({ code: "backup-not-empty", folder: to });
  const temporary = `${resolve(to)}${unfinishedMark}`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  await copyDatabase(data, temporary);
  for (const name of ["blobs", "runs"])
    if (existsSync(join(data, name))) cpSync(join(data, name), join(temporary, name), { recursive: true });
  await verify(temporary);
  const files = filesBelow(temporary).map((file) => ({
    file,
    size: statSync(join(temporary, file)).size,
    sha256: digest(temporary, file),
  }));
  writeFile(join(temporary, manifestName), Buffer.from(`${JSON.stringify({ files }, null, 1)}\n`));
  syncAll(temporary);
  rmSync(to, { recursive: true, force: true });
  renameSync(temporary, to);
  syncFolder(dirname(resolve(to)));
  return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}

/** What a backup's list may name: plain files below the folder, by a path that leads nowhere else. */
const isPlainPath = (file: unknown): file is string =>
  typeof file === "string" && /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(file);

/** What the list of a backup holds, whoever wrote it; undefined where it is none. */
function listed(
  manifest: string,
): readonly { readonly file: unknown; readonly sha256: unknown }[] | undefined {
  try {
    const { files } = JSON.parse(readFileSync(manifest, "utf8")) as { files: unknown };
    const isList = Array.isArray(files) && files.every((one) => typeof one === "object" && one !== null);
    return isList ? files : undefined;
  } catch {
    // cut off by a full disk, or another program's file
    return undefined;
  }
}

/** Files of a backup, each there, plain and as it was copied. */
function checkedFiles(from: string): string[] {
  const manifest = join(from, manifestName);
  if (!existsSync(manifest))
    throw new UsageError({ code: "backup-unfinished", folder: from, missing: manifestName });
  const files = listed(manifest);
  if (files === undefined) throw new UsageError({ code: "backup-damaged", path: manifest });
  return files.map(({ file, sha256: wanted }) => {
    if (!isPlainPath(file)) throw new UsageError({ code: "backup-damaged", path: manifest });
    const stat = lstatSync(join(from, file), { throwIfNoEntry: false });
    if (stat === undefined)
      throw new UsageError({ code: "backup-without-file", folder: from, missing: file });
    if (!stat.isFile() || digest(from, file) !== wanted)
      throw new UsageError({ code: "backup-damaged", path: `${from}/${file}` });
    return file;
  });
}

/** A name that nothing has yet: what is put aside is never put over something else. */
function freeName(data: string, at: Date): string {
  const name = `${data}${keptMark}${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}`;
  for (let k = 2, free = name; ; k++) {
    if (!existsSync(free)) return free;
    free = `${name}-${k}`;
  }
}

/**
 * Puts a backup in place; returns where the old folder lies now (null: there was none). Sign-ins end, and what was
 * revoked in the old store since the backup stays revoked. Broken off between its two renames it leaves a place that no
 * server starts on; running it again ends it.
 */
async function putBack(from: string, to: string, at: Date): Promise<string | null> {
  const data = resolve(to);
  const files = checkedFiles(from);
  const temporary = `${data}${unfinishedMark}`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  for (const file of files) {
    mkdirSync(dirname(join(temporary, file)), { recursive: true });
    cpSync(join(from, file), join(temporary, file));
  }
  await verify(temporary);
  if (existsSync(data)) lockFolder(data)();
  keepOut(temporary, revokedTokens(data));
  syncAll(temporary);
  let kept: string | null = null;
  if (existsSync(data)) {
    kept = freeName(data, at);
    renameSync(data, kept);
  }
  renameSync(temporary, data);
  syncFolder(dirname(data));
  return kept;
}
