import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FileEntry, Files } from "./index.ts";

const entriesOf = (folder: string, name: string): FileEntry[] =>
  readdirSync(join(folder, name)).flatMap((one) => {
    const stat = statSync(join(folder, name, one), { throwIfNoEntry: false });
    return stat === undefined ? [] : [{ name: `${name}/${one}`, changed: stat.mtimeMs }];
  });

/** Files in a folder that all processes see: nothing has to be brought or given. */
export function folderFiles(folder: string): Files {
  for (const name of ["blobs", "runs", "tmp"])
    mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
  return {
    folder,
    bring: async (name) => existsSync(join(folder, name)),
    keep: async () => {},
    offer: async () => {},
    list: async (part) => {
      if (part === "runs") return entriesOf(folder, part);
      const parents = readdirSync(join(folder, part), { withFileTypes: true });
      return parents.flatMap((one) => (one.isDirectory() ? entriesOf(folder, `${part}/${one.name}`) : []));
    },
    remove: async (name) => rmSync(join(folder, name), { recursive: true, force: true }),
  };
}
