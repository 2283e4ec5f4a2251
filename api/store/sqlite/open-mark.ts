import {
  closeSync,
  existsSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../../src/index.ts";

/** Lies beside the store while a server has it open, and stays where the server was killed. */
const markName = "serve.open";
/** How often the mark says that the server still lives. */
const touchMs = 10_000;

const logOf = (database: string): string => `${database}-wal`;

/** True for a database whose changes go into a log beside it first (bytes 18 and 19 of its head). */
function hasLog(database: string): boolean {
  const fd = openSync(database, "r");
  try {
    const head = Buffer.alloc(20);
    readSync(fd, head, 0, 20, 0);
    return head[18] === 2;
  } finally {
    closeSync(fd);
  }
}

/**
 * Refuses a store whose log is gone. A server that was killed leaves the last changes there; whoever brings them into the
 * database afterwards writes to that. A database that nobody has written to since, and no log: they are lost.
 */
export function refuseLostLog(folder: string, database: string): void {
  const path = join(folder, markName);
  const mark = statSync(path, { throwIfNoEntry: false });
  if (mark === undefined || existsSync(logOf(database)) || !hasLog(database)) return;
  if (statSync(database).mtimeMs <= mark.mtimeMs)
    throw new UsageError({ code: "store-log-gone", path: logOf(database), found: path });
  rmSync(path, { force: true });
}

/** True where a server was killed, or somebody took the database away from beside its log. */
export const isLeftBehind = (folder: string, database: string): boolean =>
  existsSync(join(folder, markName)) || (statSync(logOf(database), { throwIfNoEntry: false })?.size ?? 0) > 0;

/** Takes the mark away once the last one has closed the database, and with it brought the log in. */
export function unmark(folder: string, database: string): void {
  if (!existsSync(logOf(database))) rmSync(join(folder, markName), { force: true });
}

/** Marks an open store as in use by a server; the function ends that. A mark that cannot be set only helps no more. */
export function markOpen(folder: string, tell: (error: unknown) => void): () => void {
  const path = join(folder, markName);
  const touch = () => {
    try {
      writeFileSync(path, "", { mode: 0o600 });
      utimesSync(path, new Date(), new Date());
    } catch (error) {
      tell(error);
    }
  };
  touch();
  const timer = setInterval(touch, touchMs).unref();
  return () => {
    clearInterval(timer);
    rmSync(path, { force: true });
  };
}
