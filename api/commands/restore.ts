import { UsageError } from "../../src/index.ts";
import { argument, type Command, type Phrase } from "../command.ts";
import { restoreFrom } from "../store/backup.ts";

const options = {
  data: argument("DIR", "Ordner des Speichers", "folder of the store"),
  from: argument("DIR", "Sicherung", "the backup"),
};

/** `bedarf restore`: while no server runs on the folder. */
export const restore: Command<typeof options> = {
  summary: {
    de: "stellt einen gesicherten Speicher geprüft wieder her; der bisherige Ordner bleibt daneben liegen",
    en: "puts a checked backup in place; the folder that was there is kept beside it",
  },
  usage: "--data DIR --from DIR",
  examples: ["restore --data data --from /backup/bedarf"],
  options,
  async run(call) {
    const { data, from } = call.options;
    if (data === undefined || from === undefined)
      throw new UsageError({ code: "folders-missing", command: "restore", options: ["data", "from"] });
    // What the store holds is nobody else's to read, whoever made its folder.
    process.umask(0o077);
    const kept = await restoreFrom(from, data);
    const said: Phrase =
      kept === null
        ? { de: "wiederhergestellt", en: "restored" }
        : {
            de: `wiederhergestellt, bisheriger Stand in ${kept}`,
            en: `restored, what was there is in ${kept}`,
          };
    call.stderr.write(`${said[call.lang]}\n`);
    return 0;
  },
};
