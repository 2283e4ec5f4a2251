import type { EndFaults, Guard, Guards, PlaceFaults } from "../../../fault.ts";
import { type Sentences, said, wordOr } from "../../sentences.ts";
import { format } from "../format.ts";

const { date, quantity } = format;

/** What a file holds. */
const kinds: Readonly<Record<string, string>> = {
  orders: "orders or movements",
  openOrders: "open orders",
  requirements: "known requirements",
};

export const guardSentences: Sentences<Guards> = {
  "as-of-goes-back": ({ from, to }) => `the data go back from ${date(from)} to ${date(to)}`,
  "volume-shrank": ({ kind, measure, percent, now, before }) =>
    `${wordOr(kinds, kind)}: ${measure} ${percent} % below the last run (${quantity(now)} after ${quantity(before)})`,
  "history-scaled": ({ factor, count, of }) =>
    `the demand of ${count} of ${of} items is ${factor} times what the last run knew of the same time: another unit, or numbers read another way?`,
  "history-gone": ({ buckets, first, last }) =>
    buckets === 1
      ? `hardly any demand is left from ${date(first)} on, which the last run knew`
      : `of ${buckets} periods from ${date(first)} to ${date(last)}, which the last run knew, hardly any demand is left`,
  "history-shrank": ({ percent }) => `${percent} % of the demand that the last run knew is gone`,
  "history-grew": ({ percent }) =>
    `${percent} % more demand in the time that the last run knew: another file, or lines twice?`,
};

const guardsSentence = (guards: readonly Guard[]): string =>
  guards.map((guard) => said(guardSentences, guard)).join("; ");

/** What is wrong with a path, a port or the folder of a store. */
export const placeFaults: Sentences<PlaceFaults> = {
  "path-missing": ({ path }) => `${path} does not exist: check the path`,
  "inbox-missing": ({ path }) => `${path} does not exist: check --inbox`,
  "path-is-folder": ({ path }) => `${path} is a folder: name a file`,
  "json-not-valid": ({ path, why }) => `${path} is not valid JSON: ${why}`,
  "folder-not-made": ({ folder, errno }) => `${folder} cannot be made (${errno}): name another folder`,
  "out-is-file": ({ path }) => `${path} is a file: name a folder for the results`,
  "file-open-elsewhere": ({ path }) =>
    `${path} is open in another program: close it there and run the same command again`,
  "port-in-use": ({ port }) => `port ${port} is in use: stop the other program or take another --port`,
  "no-free-port": ({ first, last }) => `no free port from ${first} to ${last}: name one with --port`,
  "token-needed": ({ folder }) =>
    `without a token bedarf serves this computer only: make one with bedarf token create --data ${folder} --name NAME --scope admin, or leave --host out`,
  "no-store": ({ folder }) => `${folder} holds no store: check --data`,
  "store-is-file": ({ path }) => `${path} is a file: --data takes a folder`,
  "store-on-network": ({ folder }) =>
    `${folder} lies on a network drive, where SQLite cannot lock safely: use a local folder`,
  "store-in-use": ({ folder }) =>
    `another bedarf serve works on ${folder}: stop it or name another --data folder`,
  "store-damaged": ({ path, why }) =>
    `${path} is damaged (${why}): put a backup in its place with bedarf restore --data DIR --from BACKUP`,
  "store-without-files": ({ folder, missing, count }) =>
    `${folder} lacks all of ${missing}/ (${count}): put it back, or a backup in its place with bedarf restore --data DIR --from BACKUP (serve --despite-loss starts without)`,
  "store-log-gone": ({ path, found }) =>
    `${path} is missing, and with it what a killed server wrote last: put it back beside the store, or a backup in its place with bedarf restore --data DIR --from BACKUP (delete ${found} to begin without it)`,
  "store-of-another-program": ({ path }) => `${path} belongs to another program: name another folder`,
  "store-newer": ({ path, theirs, ours }) =>
    `${path} was written by a newer bedarf (schema ${theirs}, this one knows ${ours}): update bedarf`,
  "copy-damaged": ({ path, why }) => `${path} is damaged${why === undefined ? "" : `: ${why}`}`,
  "copy-without-file": ({ folder, missing }) => `${folder} lacks ${missing}`,
  "references-broken": ({ path }) => `${path} has broken references`,
  "audit-broken": ({ path, entry }) => `${path}: the audit log was changed at entry ${entry}`,
  "backup-not-empty": ({ folder }) => `${folder} is not empty: name a folder that does not exist yet`,
  "backup-running": ({ folder }) =>
    `another backup or restore is writing to ${folder} just now: wait until it has ended`,
  "backup-unfinished": ({ folder, missing }) => `${folder} is no finished backup: it has no ${missing}`,
  "backup-without-file": ({ folder, missing }) => `${folder} lacks ${missing}: take another backup`,
  "link-refused": ({ path }) => `${path} is a link: put the file or folder itself there`,
  "restore-unfinished": ({ folder, found }) =>
    `${folder} has no store, but ${found} lies beside it: a restore was broken off, run bedarf restore again (or move it away to begin anew)`,
  "no-space": () => "the disk is full: free some space and run it again",
  "store-not-writable": ({ folder }) =>
    `${folder} cannot be written: give the user of this process the right to, or free the disk`,
  "files-address-not-valid": ({ got }) => `--files takes a folder or s3://BUCKET/PREFIX, not ${got}`,
  "postgres-missing": () => "PostgreSQL needs the package pg: npm install pg",
  "postgres-unreachable": ({ place, why }) => `${place} cannot be used: ${why}`,
  "store-address-not-valid": () =>
    "--store takes an address like postgres://USER@HOST/NAME, and no --data beside it",
  "files-missing": ({ command }) =>
    `${command} with --store needs --files DIR: a folder that all servers and workers see`,
  "copy-differs": ({ what, from, to }) => `${what} differ: ${from} there, ${to} here: run it again`,
  "store-not-empty": ({ place }) => `${place} holds a store of its own: name an empty database`,
  "backup-damaged": ({ path }) => `${path} is damaged: take another backup`,
};

/** Why the process of a plan ended. */
const diedOf = (why: "crash" | "memory" | "time", detail: string | undefined): string =>
  why === "crash"
    ? (detail ?? "")
    : why === "memory"
      ? "out of memory"
      : "it took too long: split the data or allow more time";

/** Why a job ended without a plan. */
export const endFaults: Sentences<EndFaults> = {
  "import-undone": () => "a file of the plan was undone while it ran: order it again",
  "volume-guard": ({ guards }) => guardsSentence(guards),
  "job-held": ({ guards }) =>
    `${guardsSentence(guards)}: check the export, or set "force": true in config.json`,
  "job-died": ({ why, detail }) =>
    why === "starts"
      ? "the plan was started too often"
      : `the plan was given up: the process of the task ended: ${diedOf(why, detail)}`,
  "disk-full": () => "the plan was given up: the disk is full",
  internal: ({ why }) => `internal error: ${why ?? "see the server's log"}`,
  cancelled: () => "cancelled",
};
