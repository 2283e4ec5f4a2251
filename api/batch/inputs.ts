import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type FileKind, fileKinds } from "../../src/index.ts";
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

/** Files of a job folder by name (code unit order); other names are left alone. */
export function jobFiles(folder: string): JobFile[] {
  const found: JobFile[] = [];
  for (const file of readdirSync(folder).sort()) {
    const kind = kindOf(file);
    const path = join(folder, file);
    const stat = statSync(path);
    if (kind === undefined || !stat.isFile()) continue;
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

/** True when a file of the folder came, went or changed since `before` was taken. */
export function changedSince(folder: string, before: readonly JobFile[]): boolean {
  const names = readdirSync(folder).filter((name) => kindOf(name) !== undefined);
  if (isUnfinished(readdirSync(folder)) || names.length !== before.length) return true;
  return before.some(({ path, size, modified }) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat === undefined || stat.size !== size || stat.mtimeMs !== modified;
  });
}
