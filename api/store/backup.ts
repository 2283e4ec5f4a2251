import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "../../src/index.ts";
import { fileSource, sha256, syncFolder, writeFile } from "../run/files.ts";
import { auditLog } from "./audit.ts";
import { checkDatabase, copyDatabase, databaseName, lockFolder, openDatabase } from "./database.ts";
import { uploadStore } from "./uploads.ts";

const manifestName = "backup.json";

/** Every file below a folder, by its path from there, in code unit order. */
function filesBelow(folder: string, below = ""): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(folder, path) : [path];
    })
    .sort();
}

const digest = (folder: string, path: string): string => sha256(fileSource(join(folder, path)));

/** Throws when a copy of the store is not whole: pages, references, audit chain, blobs. */
function verify(folder: string): void {
  const path = join(folder, databaseName);
  const { integrity, brokenReferences } = checkDatabase(folder);
  if (integrity !== "ok") throw new UsageError({ code: "copy-damaged", path, why: integrity });
  if (brokenReferences > 0) throw new UsageError({ code: "references-broken", path });
  const sql = openDatabase(folder);
  try {
    for (const hash of uploadStore(sql, () => 0).contents()) {
      const blob = `blobs/${hash.slice(0, 2)}/${hash}`;
      if (!existsSync(join(folder, blob)))
        throw new UsageError({ code: "copy-without-file", folder, missing: blob });
      if (digest(folder, blob) !== hash)
        throw new UsageError({ code: "copy-damaged", path: `${folder}/${blob}` });
    }
    const broken = auditLog(sql, () => 0).firstBroken();
    if (broken !== null) throw new UsageError({ code: "audit-broken", path, entry: broken });
  } finally {
    sql.close();
  }
  for (const suffix of ["-wal", "-shm"]) rmSync(`${path}${suffix}`, { force: true });
}

/**
 * Copies a store, also while a server writes to it: first the database at one moment, then the blobs and results that
 * it speaks of (they are only ever added). The copy is checked before it gets its name.
 */
export async function backUp(data: string, to: string): Promise<{ files: number; bytes: number }> {
  if (!existsSync(join(data, databaseName))) throw new UsageError({ code: "no-store", folder: data });
  if (existsSync(to) && readdirSync(to).length > 0)
    throw new UsageError({ code: "backup-not-empty", folder: to });
  const temporary = `${to}.part`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  await copyDatabase(data, temporary);
  for (const name of ["blobs", "runs"])
    if (existsSync(join(data, name))) cpSync(join(data, name), join(temporary, name), { recursive: true });
  verify(temporary);
  const files = filesBelow(temporary).map((file) => ({
    file,
    size: statSync(join(temporary, file)).size,
    sha256: digest(temporary, file),
  }));
  writeFile(join(temporary, manifestName), Buffer.from(`${JSON.stringify({ files }, null, 1)}\n`));
  rmSync(to, { recursive: true, force: true });
  renameSync(temporary, to);
  syncFolder(dirname(join(to, ".")));
  return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}

/** Puts a backup in place; returns where the old folder lies now (null: there was none). */
export function restoreFrom(from: string, data: string): string | null {
  const manifest = join(from, manifestName);
  if (!existsSync(manifest))
    throw new UsageError({ code: "backup-unfinished", folder: from, missing: manifestName });
  const { files } = JSON.parse(readFileSync(manifest, "utf8")) as {
    files: { file: string; sha256: string }[];
  };
  for (const { file, sha256: wanted } of files) {
    if (!existsSync(join(from, file)))
      throw new UsageError({ code: "backup-without-file", folder: from, missing: file });
    if (digest(from, file) !== wanted)
      throw new UsageError({ code: "backup-damaged", path: `${from}/${file}` });
  }
  const temporary = `${data}.part`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  for (const { file } of files) {
    mkdirSync(dirname(join(temporary, file)), { recursive: true });
    cpSync(join(from, file), join(temporary, file));
  }
  verify(temporary);
  let kept: string | null = null;
  if (existsSync(data)) {
    lockFolder(data)();
    const name = createHash("sha256").update(readFileSync(manifest)).digest("hex").slice(0, 8);
    kept = `${data}.before-${name}`;
    rmSync(kept, { recursive: true, force: true });
    renameSync(data, kept);
  }
  renameSync(temporary, data);
  return kept;
}
