const sqliteBusy = 5;
const sqliteFull = 13;

/** What an error of the store or its disk comes from: another writer holds it, or there is no space; else undefined. */
export function failureOf(error: unknown): "busy" | "full" | undefined {
  const { errcode, code } = error as { errcode?: number; code?: string };
  if (errcode === sqliteFull || code === "ENOSPC" || code === "EDQUOT") return "full";
  return errcode === sqliteBusy ? "busy" : undefined;
}
