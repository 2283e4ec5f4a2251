import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { cutPlan, type StageName, stageNames, stagesOf, UsageError } from "../../src/index.ts";
import { argument, type Call, type Command, repeated } from "../command.ts";
import { writeFolder } from "../run/files.ts";
import { planInput } from "../run/run-plan.ts";
import { pipedLines, pipedParts } from "../stages/piped.ts";
import { rowFile, rowsOfPart } from "../stages/rows.ts";
import { runPart } from "../stages/run-part.ts";
import {
  type PartState,
  type PartSums,
  packed,
  type Shared,
  unpacked,
  unpackedBytes,
} from "../stages/state.ts";
import { wholeOf } from "./option-values.ts";
import { filesOf, planFlags, settingsOf } from "./plan.ts";

const options = {
  ...planFlags,
  parts: argument("N", "Anzahl Teile (nur demand)", "number of parts (demand only)"),
  shared: argument("S", "was alle Teile wissen", "what all parts know"),
  in: repeated(
    "FILE|-",
    "Teile, oder Ordner mit Teilen; -: von der Standardeingabe, als Arrow IPC oder NDJSON",
    "parts, or folders of parts; -: from standard input, as Arrow IPC or NDJSON",
  ),
  out: argument("DIR", "Ordner der Ergebnisse", "folder of what is made"),
};
type PartCall = Call<typeof options>;

interface NamedPart {
  readonly name: string;
  readonly state: PartState;
}

/** A stream of bytes, which it is where nobody set an encoding. */
async function* bytesOf(stream: Call["stdin"]): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}

/** The name of a stage; UsageError where it is none. */
export function stageOf(text: string | undefined): StageName {
  const stage = stageNames.find((name) => name === text);
  if (stage === undefined)
    throw new UsageError({ code: "stage-unknown", got: text ?? "", known: ["demand", ...stageNames] });
  return stage;
}

/** Reads the files of a plan and cuts what they say into parts. */
async function cut(call: PartCall, out: string): Promise<void> {
  const [, ...orders] = call.positionals;
  const isPiped = call.options.in?.includes("-") === true;
  const piped = isPiped ? await pipedLines(bytesOf(call.stdin)) : undefined;
  if (orders.length === 0 && piped === undefined) {
    if (isPiped) return;
    throw new UsageError({ code: "orders-missing", command: "part demand" });
  }
  const asked = { options: call.options, positionals: orders };
  const settings = await settingsOf(asked);
  const files = await filesOf(asked);
  const lines = [...(files.orders ?? []), ...(piped === undefined ? [] : [piped])];
  const { input } = await planInput({ ...files, orders: lines }, settings);
  const count = wholeOf("parts", call.options.parts, 1);
  const { head, parts } = cutPlan(input, settings.options, count);
  const [next = null] = stagesOf(settings.options);
  const shared: Shared = { head, sums: new Map(), next };
  writeFolder(out, new Map([["shared", packed("shared", shared)]]));
  for (const [k, part] of parts.entries()) {
    const state: PartState = { part };
    writeFolder(out, new Map([[`${String(k).padStart(5, "0")}.part`, packed("part", state)]]));
  }
}

/** The parts that `--in` names. */
async function* partsIn(paths: readonly string[], stdin: Call["stdin"]): AsyncGenerator<NamedPart> {
  for (const path of paths) {
    if (path === "-") {
      for await (const { name, state } of pipedParts(bytesOf(stdin)))
        yield { name, state: unpackedBytes<PartState>("part", state, name) };
      continue;
    }
    if (!existsSync(path)) throw new UsageError({ code: "path-missing", path });
    const isFolder = statSync(path).isDirectory();
    const names = isFolder ? readdirSync(path).filter((name) => name.endsWith(".part")) : [path];
    for (const one of names.sort()) {
      const file = isFolder ? join(path, one) : one;
      yield { name: basename(file, ".part"), state: unpacked<PartState>("part", file) };
    }
  }
}

async function run(call: PartCall): Promise<number> {
  const { out, shared: sharedPath, in: paths = [] } = call.options;
  if (out === undefined) throw new UsageError({ code: "out-missing", command: "part" });
  if (call.positionals[0] === "demand") {
    await cut(call, out);
    return 0;
  }
  const stage = stageOf(call.positionals[0]);
  if (sharedPath === undefined) throw new UsageError({ code: "shared-missing" });
  const shared = unpacked<Shared>("shared", sharedPath);
  if (shared.next !== stage)
    throw new UsageError({ code: "stage-out-of-order", got: stage, name: shared.next ?? "-" });
  for await (const { name, state } of partsIn(paths, call.stdin)) {
    const made = await runPart(shared, state, stage);
    const sums: PartSums = { stage, sums: made.sums };
    const files = new Map<string, Uint8Array | Iterable<Uint8Array>>([
      [`${name}.part`, packed("part", made.state)],
      [`${name}.sums`, packed("sums", sums)],
    ]);
    if (made.plan !== undefined)
      for (const [table, rows] of rowsOfPart(made.plan)) files.set(rowFile(name, table), rows);
    writeFolder(out, files);
  }
  return 0;
}

export const part: Command<typeof options> = {
  summary: {
    de: "ein Schritt eines Plans für einen Teil der Artikel, wo auch immer (siehe docs/scale.md)",
    en: "a stage of a plan for a part of the items, wherever (see docs/scale.md)",
  },
  usage: "demand ORDERS… [--items F] … [--parts N] --out DIR | STAGE --shared S --in FILE|-… --out DIR",
  examples: [
    "part demand orders.csv --items items.csv --parts 8 --out work/0",
    "part signals --shared work/0/shared --in work/0/00003.part --out work/1",
    "part signals --shared work/0/shared --in - --out work/1 < parts.arrow",
  ],
  options,
  run,
};
