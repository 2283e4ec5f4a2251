import { modelCards, UsageError } from "../../src/index.ts";
import type { Call, Command } from "../command.ts";

async function run(call: Call): Promise<number> {
  if (call.positionals.length > 0) throw new UsageError({ code: "models-with-file" });
  for (const { name, paper, needs } of modelCards)
    call.stdout.write(`${JSON.stringify({ name, paper, needs })}\n`);
  return 0;
}

export const models: Command = {
  summary: {
    de: "nennt die Verfahren, ihre Quellen und wie viele Werte sie brauchen",
    en: "lists the models, their papers and how many values they need",
  },
  usage: "",
  examples: ["models"],
  options: {},
  run,
};
