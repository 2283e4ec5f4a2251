import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../../../src/index.ts";
import { fileSource, sha256, syncFolder } from "../../run/files.ts";
import { filesBelow } from "../backup.ts";
import type { Store } from "../index.ts";

const hashOf = (path: string): string => sha256(fileSource(path));

/** Copies contents and results of a store to where all servers see them; each file has the same hash there. How many. */
export function copyFiles(from: string, to: string): number {
  if (resolve(from) === resolve(to)) return 0;
  let count = 0;
  for (const part of ["blobs", "runs"]) {
    if (!existsSync(join(from, part))) continue;
    for (const file of filesBelow(join(from, part))) {
      const [source, target] = [join(from, part, file), join(to, part, file)];
      const hash = hashOf(source);
      count++;
      if (existsSync(target) && hashOf(target) === hash) continue;
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
      copyFileSync(source, `${target}.part`);
      const there = hashOf(`${target}.part`);
      if (there !== hash) {
        rmSync(`${target}.part`, { force: true });
        throw new UsageError({ code: "copy-differs", what: `${part}/${file}`, from: hash, to: there });
      }
      renameSync(`${target}.part`, target);
      syncFolder(dirname(target));
    }
  }
  return count;
}

/** Gives contents and results of a folder to a store whose files lie elsewhere, which checks their hashes. How many. */
export async function giveFiles(from: string, { files, jobs }: Store): Promise<number> {
  let count = 0;
  for (const file of filesBelow(join(from, "blobs"))) {
    const [name, copy] = [`blobs/${file}`, join(files.folder, "blobs", file)];
    mkdirSync(dirname(copy), { recursive: true, mode: 0o700 });
    copyFileSync(join(from, name), copy);
    await files.keep(name);
    rmSync(copy);
    count++;
  }
  for (const planId of readdirSync(join(from, "runs"))) {
    const fence = await jobs.fenceOf(planId);
    if (fence === undefined) continue;
    await files.offer(planId, fence, join(from, "runs", planId));
    count += filesBelow(join(from, "runs", planId)).length;
  }
  return count;
}
