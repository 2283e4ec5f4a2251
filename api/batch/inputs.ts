import { lstatSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { type FileKind, fileKinds, UsageError } from "../../src/index.ts";
import { fileSource, sha256 } from "../run/files.ts";

/** A file of a job as it was found: `size` and `modified` tell whether it changed since. */
export interface JobFile {
  readonly file: string;
  readonly path: string;
  readonly kind: FileKind | "config" | "answers";
  readonly size: number;
  readonly modified: number;
  readonly sha256: string;
}

/** Kind of a file by the beginning of its name: no kind begins with the name of another. */
const kindOf = (name: string): JobFile["kind"] | undefined => {
  const lower = name.toLowerCase();
  if (lower === "config.json") return "config";
  if (lower === "answers.json") return "answers";
  return fileKinds.find((kind) => lower.startsWith(kind));
};

/** True while a delivery is not finished: a file WAIT, or a name ending in .part or .tmp. */
export const isUnfinished = (names: readonly string[]): boolean =>
  names.some((name) => name === "WAIT" || /\.(part|tmp)$/i.test(name));

/** A link leads where the job's owner may not look: it is no file of the job. */
function refuseLink(path: string): void {
  if (lstatSync(path).isSymbolicLink()) throw new UsageError({ code: "link-refused", path: basename(path) });
}

/** True for a folder that is one itself, not a link to one. */
export const isOwnFolder = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Refuses a place for results that exists and is no folder of its own: a file, a link. */
export function refuseForeignFolder(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isSymbolicLink() === true) throw new UsageError({ code: "link-refused", path: basename(path) });
  if (stat !== undefined && !stat.isDirectory())
    throw new UsageError({ code: "out-is-file", path: basename(path) });
}

/** Files of a job folder by name (code unit order); other names are left alone. */
export function jobFiles(folder: string): JobFile[] {
  const found: JobFile[] = [];
  for (const file of readdirSync(folder).sort()) {
    const kind = kindOf(file);
    const path = join(folder, file);
    if (kind === undefined) continue;
    refuseLink(path);
    const stat = lstatSync(path);
    if (!stat.isFile()) continue;
    found.push({
      file,
      path,
      kind,
      size: stat.size,
      modified: stat.mtimeMs,
      sha256: sha256(fileSource(path)),
    });
  }
  return found;
}

/** False for what {@link jobFiles} leaves alone: folders, pipes. */
function isFileOrLink(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true || stat?.isSymbolicLink() === true;
}

/** True when a file of the folder came, went or changed since `before` was taken. */
export function changedSince(folder: string, before: readonly JobFile[]): boolean {
  const names = readdirSync(folder);
  const files = names.filter((name) => kindOf(name) !== undefined && isFileOrLink(join(folder, name)));
  if (isUnfinished(names) || files.length !== before.length) return true;
  return before.some(({ path, size, modified }) => {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat === undefined || stat.size !== size || stat.mtimeMs !== modified;
  });
}
