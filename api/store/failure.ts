const sqliteBusy = 5;
const sqliteFull = 13;

/**
 * PostgreSQL is not there for a while (restarted, too many connections, network), or two changes were in each other's
 * way: 08…, 40…, 53…, 55P03, 57P….
 */
const passing =
  /^(?:08|40|53|57P)\w+$|^55P03$|^E(?:CONN\w+|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH)$/;
const postgresFull = "53100";

/** Messages of a connection that broke, or could not be had, without a code. */
const isBroken = (error: unknown): boolean =>
  error instanceof Error &&
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    error.message,
  );

/**
 * What an error of the store or its disk comes from: it is busy or not there for a while, there is no space, or a
 * change may have happened or not; else undefined.
 */
export function failureOf(error: unknown): "busy" | "full" | "unknown" | undefined {
  const { errcode, code, name } = error as { errcode?: number; code?: unknown; name?: string };
  if (name === "UnknownEndError") return "unknown";
  if (errcode === sqliteFull || code === "ENOSPC" || code === "EDQUOT" || code === postgresFull)
    return "full";
  if (errcode === sqliteBusy || (typeof code === "string" && passing.test(code)) || isBroken(error))
    return "busy";
  return undefined;
}
