import { stagesOf, UsageError } from "../../src/index.ts";
import { argument, type Call, type Command } from "../command.ts";
import { writeFile, writeFolder } from "../run/files.ts";
import { joined, settled } from "../stages/join.ts";
import { packed, type Shared, unpacked } from "../stages/state.ts";
import { stageOf } from "./part.ts";

const options = {
  shared: argument("S", "was alle Teile wissen", "what all parts know"),
  out: argument(
    "S'",
    "was sie danach wissen; nach settle der Ergebnisordner",
    "what they know next; after settle the result folder",
  ),
};

async function run(call: Call<typeof options>): Promise<number> {
  const [name, ...paths] = call.positionals;
  const { shared: sharedPath, out } = call.options;
  const stage = stageOf(name);
  if (sharedPath === undefined) throw new UsageError({ code: "shared-missing" });
  if (out === undefined) throw new UsageError({ code: "out-missing", command: "join" });
  const shared = unpacked<Shared>("shared", sharedPath);
  if (shared.next !== stage)
    throw new UsageError({ code: "stage-out-of-order", got: stage, name: shared.next ?? "-" });
  const stages = stagesOf(shared.head.options);
  const next = stages[stages.indexOf(stage) + 1] ?? null;
  const known = joined(shared, [...paths].sort(), stage, next);
  if (next !== null) {
    writeFile(out, packed("shared", known));
    call.stdout.write(`${next}\n`);
    return 0;
  }
  const stems = paths.map((path) => path.replace(/\.sums$/, "")).sort();
  const { contents } = await settled(known, stems);
  writeFolder(out, contents);
  return 0;
}

export const join: Command<typeof options> = {
  summary: {
    de: "zählt zusammen, was die Teile eines Schritts sagen, und nennt den nächsten Schritt",
    en: "adds up what the parts of a stage say, and names the next stage",
  },
  usage: "STAGE SUMS… --shared S --out S'",
  examples: [
    "join signals work/1/*.sums --shared work/0/shared --out work/1/shared",
    "join settle work/5/*.sums --shared work/4/shared --out out/plan",
  ],
  options,
  run,
};
