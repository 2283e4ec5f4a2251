import { UsageError } from "../../src/index.ts";
import { argument, type Command, type Phrase } from "../command.ts";
import { backUp } from "../store/backup.ts";

const options = {
  data: argument("DIR", "Ordner des Speichers", "folder of the store"),
  to: argument("DIR", "Ziel, das es noch nicht gibt", "target that does not exist yet"),
};

/** `bedarf backup`: also while the server runs. */
export const backup: Command<typeof options> = {
  summary: {
    de: "sichert den Speicher geprüft in einen Ordner, auch im laufenden Betrieb",
    en: "copies the store into a folder and checks the copy, also while the server runs",
  },
  usage: "--data DIR --to DIR",
  examples: ["backup --data data --to /backup/bedarf"],
  options,
  async run(call) {
    const { data, to } = call.options;
    if (data === undefined || to === undefined)
      throw new UsageError({ code: "folders-missing", command: "backup", options: ["data", "to"] });
    // What the store holds is nobody else's to read, whoever made its folder.
    process.umask(0o077);
    const { files, bytes } = await backUp(data, to);
    const said: Phrase = {
      de: `gesichert und geprüft: ${files} Dateien, ${bytes} Bytes`,
      en: `copied and checked: ${files} files, ${bytes} bytes`,
    };
    call.stderr.write(`${said[call.lang]}\n`);
    return 0;
  },
};
