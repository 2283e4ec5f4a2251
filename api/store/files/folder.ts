import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as othersFirst } from "node:timers/promises";
import type { FileEntry, Files } from "./index.ts";

/** Names that are looked for in one go. */
const namesAtOnce = 200;

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
    place: folder,
    bring: async (name) => existsSync(join(folder, name)),
    missing: async (_, names) => {
      const gone: string[] = [];
      for (const [k, name] of names.entries()) {
        if (!existsSync(join(folder, name))) gone.push(name);
        if (k % namesAtOnce === namesAtOnce - 1) await othersFirst();
      }
      return gone;
    },
    keep: async () => {},
    offer: async () => {},
    list: async (part) => {
      if (part !== "blobs") return existsSync(join(folder, part)) ? entriesOf(folder, part) : [];
      const entries: FileEntry[] = [];
      for (const parent of readdirSync(join(folder, part), { withFileTypes: true })) {
        if (!parent.isDirectory()) continue;
        for (const entry of entriesOf(folder, `${part}/${parent.name}`)) entries.push(entry);
        await othersFirst();
      }
      return entries;
    },
    remove: async (name) => rmSync(join(folder, name), { recursive: true, force: true }),
  };
}
