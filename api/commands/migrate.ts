import { UsageError } from "../../src/index.ts";
import { argument, type Call, type Command, type Phrase } from "../command.ts";
import { sharedOptions, sharedPlaceOf } from "../shared-place.ts";
import { moveStore } from "../store/postgres/move.ts";

const options = {
  from: argument(
    "DIR",
    "Ordner des Speichers, auf dem kein Server läuft",
    "folder of a store on which no server runs",
  ),
  to: argument(
    "ADDRESS",
    "PostgreSQL: postgres://NUTZER@RECHNER/NAME",
    "PostgreSQL: postgres://USER@HOST/NAME",
  ),
  files: sharedOptions.files,
};

async function run(call: Call<typeof options>): Promise<number> {
  const { from, to, files } = call.options;
  const place = sharedPlaceOf("migrate", {
    ...(to === undefined ? {} : { store: to }),
    ...(files === undefined ? {} : { files }),
  });
  if (from === undefined || place === undefined)
    throw new UsageError({ code: "folders-missing", command: "migrate", options: ["from", "to", "files"] });
  process.umask(0o077);
  const moved = await moveStore(from, place);
  const said: Phrase = moved.isNew
    ? {
        de: `umgezogen und geprüft: ${moved.rows} Zeilen, ${moved.files} Dateien`,
        en: `brought over and checked: ${moved.rows} rows, ${moved.files} files`,
      }
    : {
        de: `schon dort: ${moved.rows} Zeilen, ${moved.files} Dateien geprüft`,
        en: `there already: ${moved.rows} rows, ${moved.files} files checked`,
      };
  call.stderr.write(`${said[call.lang]}\n`);
  return 0;
}

/** `bedarf migrate`: from a data folder to a database that many servers share. */
export const migrate: Command<typeof options> = {
  summary: {
    de: "bringt einen Speicherordner geprüft in eine gemeinsame PostgreSQL-Datenbank",
    en: "brings the store of a folder into a shared PostgreSQL database, and checks it",
  },
  usage: "--from DIR --to postgres://… --files DIR|s3://…",
  examples: ["migrate --from data --to postgres://bedarf@db/bedarf --files /mnt/bedarf"],
  options,
  run,
};
