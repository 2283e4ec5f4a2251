import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as othersFirst } from "node:timers/promises";
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
    lacks: (name) => !existsSync(join(folder, name)),
    keep: async () => {},
    offer: async () => {},
    list: async (part) => {
      if (part !== "blobs") return existsSync(join(folder, part)) ? entriesOf(folder, part) : [];
      const entries: FileEntry[] = [];
      for (const parent of readdirSync(join(folder, part), { withFileTypes: true })) {
        if (!parent.isDirectory()) continue;
        entries.push(...entriesOf(folder, `${part}/${parent.name}`));
        await othersFirst();
      }
      return entries;
    },
    remove: async (name) => rmSync(join(folder, name), { recursive: true, force: true }),
  };
}
