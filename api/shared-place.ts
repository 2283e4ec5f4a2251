import { UsageError } from "../src/index.ts";
import { argument } from "./command.ts";
import type { SharedPlace } from "./store/postgres/postgres-store.ts";

/** Options that name a store which several servers and workers share. */
export const sharedOptions = {
  store: argument(
    "ADDRESS",
    "PostgreSQL: postgres://NUTZER@RECHNER/NAME",
    "PostgreSQL: postgres://USER@HOST/NAME",
  ),
  files: argument("DIR", "Ordner der Dateien, für alle derselbe", "folder of the files, the same for all"),
};

/** Where a shared store lies; undefined where none is named. */
export function sharedPlaceOf(
  command: string,
  { store, files, data }: { store?: string; files?: string; data?: string },
): SharedPlace | undefined {
  if (store === undefined) return undefined;
  if (data !== undefined || !/^postgres(?:ql)?:\/\//.test(store) || !URL.canParse(store))
    throw new UsageError({ code: "store-address-not-valid" });
  if (files === undefined) throw new UsageError({ code: "files-missing", command });
  return { address: store, files };
}
