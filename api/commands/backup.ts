import { UsageError } from "../../src/index.ts";
import type { Call, Command } from "../command.ts";
import { backUp } from "../store/backup.ts";

/** `bedarf backup`: also while the server runs. */
export const backup: Command = {
  summary: {
    de: "sichert den Speicher geprüft in einen Ordner, auch im laufenden Betrieb",
    en: "copies the store into a folder and checks the copy, also while the server runs",
  },
  usage: "--data DIR --to DIR",
  examples: ["backup --data data --to /backup/bedarf"],
  options: {
    data: {
      type: "string",
      value: "DIR",
      meaning: { de: "Ordner des Speichers", en: "folder of the store" },
    },
    to: {
      type: "string",
      value: "DIR",
      meaning: { de: "Ziel, das es noch nicht gibt", en: "target that does not exist yet" },
    },
  },
  async run(call: Call) {
    const { data, to } = call.options as { data?: string; to?: string };
    if (data === undefined || to === undefined) throw new UsageError("backup needs --data DIR and --to DIR");
    const { files, bytes } = await backUp(data, to);
    call.stderr.write(
      call.lang === "de"
        ? `gesichert und geprüft: ${files} Dateien, ${bytes} Bytes\n`
        : `copied and checked: ${files} files, ${bytes} bytes\n`,
    );
    return 0;
  },
};
