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
  files: argument(
    "DIR|s3://…",
    "Ordner der Dateien oder S3-Bucket, für alle derselbe",
    "folder of the files or S3 bucket, the same for all",
  ),
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
  if (/^[a-z0-9]+:\/\//.test(files) && !/^s3:\/\/[^/]+/.test(files))
    throw new UsageError({ code: "files-address-not-valid", got: files });
  return { address: store, files };
}
