import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ascending } from "../../src/index.ts";
import { syncFolder, writeFolder } from "../run/files.ts";
import { doneName } from "./done.ts";

const next = ".next";
/** Folders beside the results of a job. */
export const ownFolders = [next, "runs"];
/** Present once the old results have left; its twin with ".to" names where they go. */
const archived = ".archived";
const archiveTarget = ".archived.to";
/** Names in a job's outbox folder that are not results. */
const kept = new Set(ownFolders);

const results = (folder: string): string[] => readdirSync(folder).filter((name) => !kept.has(name));

/**
 * Puts new results in place of the old ones, which move to `runs/ARCHIVE` (null: are dropped). Killed at any point,
 * {@link finishSwitch} on the next start carries on to the same end; done.json leaves first and comes last.
 */
export function switchResults(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | Iterable<Uint8Array>>,
  archive: string | null,
): void {
  const staging = join(folder, next);
  rmSync(staging, { recursive: true, force: true });
  // done.json of the staging folder marks it complete: written in a step of its own.
  const body = new Map([...files].filter(([name]) => name !== doneName));
  body.set(archiveTarget, new TextEncoder().encode(archive ?? ""));
  writeFolder(staging, body);
  writeFolder(staging, new Map([[doneName, files.get(doneName) as Uint8Array]]));
  finishSwitch(folder);
}

/** Completes a switch that was interrupted; throws away a staging folder that was never complete. */
export function finishSwitch(folder: string): void {
  const staging = join(folder, next);
  if (!existsSync(staging)) return;
  if (!existsSync(join(staging, doneName))) {
    // Either never complete, or done.json has already moved as the last file.
    rmSync(staging, { recursive: true, force: true });
    return;
  }
  if (!existsSync(join(staging, archived))) {
    archiveOld(folder, staging);
    writeFolder(staging, new Map([[archived, new Uint8Array()]]));
  }
  const names = readdirSync(staging).filter((name) => !name.startsWith(archived) && name !== doneName);
  for (const name of names) renameSync(join(staging, name), join(folder, name));
  renameSync(join(staging, doneName), join(folder, doneName));
  rmSync(staging, { recursive: true, force: true });
  syncFolder(folder);
}

function archiveOld(folder: string, staging: string): void {
  const target = readFileSync(join(staging, archiveTarget), "utf8");
  const old = results(folder);
  if (target === "") {
    for (const name of old) rmSync(join(folder, name), { recursive: true, force: true });
    return;
  }
  const archive = join(folder, "runs", target);
  mkdirSync(archive, { recursive: true });
  // done.json first: from here on nobody takes the old results for the current ones.
  const ordered = old.sort((a, b) => Number(b === doneName) - Number(a === doneName) || ascending(a, b));
  for (const name of ordered) renameSync(join(folder, name), join(archive, name));
  syncFolder(archive);
  syncFolder(folder);
}
