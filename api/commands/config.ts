import { planOptionTable, words } from "../../src/index.ts";
import type { Command } from "../command.ts";

/** Prints every option of a plan with default and meaning, as JSON. */
export const config: Command = {
  summary: {
    de: "alle Einstellungen mit Vorgabe und Bedeutung",
    en: "every option with default and meaning",
  },
  usage: "",
  examples: ["config"],
  options: {},
  async run({ lang, stdout }) {
    const rows = Object.entries(planOptionTable).map(([name, option]) => [
      name,
      { default: option.default, meaning: words.phraseIn(option.meaning, lang) },
    ]);
    stdout.write(`${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`);
    return 0;
  },
};
