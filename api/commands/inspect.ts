import { once } from "node:events";
import { join } from "node:path";
import {
  type ByteSource,
  InputError,
  type Issue,
  inspect as inspectFile,
  inspectRows,
  type ReadOptions,
  tableCells,
  UsageError,
} from "../../src/index.ts";
import type { Call, Command } from "../command.ts";
import { answersOf } from "../run/answers.ts";
import { sourceOf, writeFolder } from "../run/files.ts";
import { mapOf } from "./plan.ts";

const encoder = new TextEncoder();

function optionsOf(call: Call): ReadOptions {
  const map = mapOf((call.options.map as readonly string[] | undefined) ?? []);
  const answers = call.options.answers as string | undefined;
  return {
    ...(Object.keys(map).length === 0 ? {} : { map }),
    ...(answers === undefined ? {} : { answers: answersOf(answers) }),
  };
}

/** What the call prints of a file, in parts; what was reported on the way goes to `notes`. */
function* output(source: ByteSource, call: Call, options: ReadOptions, notes: Issue[]): Generator<string> {
  if (call.options.cells === true) {
    const { csv, table } = tableCells(source);
    yield* csv;
    notes.push(...table.issues());
  } else if (call.options.rows === true) {
    for (const row of inspectRows(source, options)) yield `${JSON.stringify(row)}\n`;
  } else {
    yield `${JSON.stringify(inspectFile(source, options))}\n`;
  }
}

/** Joins short texts to chunks of bytes. */
function* chunks(texts: Iterable<string>): Generator<Uint8Array> {
  let text = "";
  for (const part of texts) {
    text += part;
    if (text.length < 1 << 16) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text !== "") yield encoder.encode(text);
}

function say(call: Call, file: string, notes: readonly Issue[]): void {
  const rows = notes.filter(({ row }) => row !== undefined);
  if (rows.length === 0) return;
  const counts = new Map<string, number>();
  for (const { code } of rows) counts.set(code, (counts.get(code) ?? 0) + 1);
  const text = [...counts].map(([code, count]) => `${code} ${count}`).join(", ");
  call.stderr.write(`${file}: ${text}\n`);
}

async function run(call: Call): Promise<number> {
  const { positionals } = call;
  if (positionals.length === 0) throw new UsageError("bedarf inspect needs a file, or - for standard input");
  if (call.options.cells === true && call.options.rows === true)
    throw new UsageError("--cells and --rows exclude each other: name one of them");
  const options = optionsOf(call);
  const folder = call.options.out as string | undefined;
  const extension = call.options.cells === true ? ".csv" : call.options.rows === true ? ".ndjson" : ".json";
  let refused = 0;
  for (const path of positionals) {
    const source = sourceOf(path);
    const notes: Issue[] = [];
    try {
      const parts = chunks(output(source, call, options, notes));
      if (folder !== undefined) writeFolder(folder, new Map([[`${source.name}${extension}`, parts]]));
      else for (const part of parts) if (!call.stdout.write(part)) await once(call.stdout, "drain");
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const named = error.message.startsWith(source.name)
        ? error.message
        : `${source.name}: ${error.message}`;
      if (positionals.length === 1) throw new InputError(error.code, named);
      // One unreadable file of several does not stop the others.
      refused++;
      call.stderr.write(`${named}\n`);
    }
    say(call, folder === undefined ? source.name : join(folder, source.name), notes);
  }
  return refused === 0 ? 0 : 1;
}

/** `bedarf inspect` (CONTRACT 4). */
export const inspect: Command = {
  summary: {
    de: "zeigt, was eine Datei ist: Kodierung, Trennzeichen, Spalten mit Bedeutung, auffällige Zeilen",
    en: "shows what a file is: encoding, delimiter, columns and what they mean, odd rows",
  },
  usage: "FILE… [--cells | --rows] [--map field=heading,…] [--answers F] [--out DIR]",
  examples: [
    "inspect bestellungen.csv",
    "inspect lager.csv --cells > sauber.csv",
    "inspect lager.csv --rows --map quantity=Menge | head",
    "inspect *.csv --out out/inspect",
  ],
  options: {
    cells: {
      type: "boolean",
      meaning: {
        de: "die Tabelle wie gelesen, als CSV (Komma, UTF-8), ohne Titel- und Summenzeilen",
        en: "the table as read, as CSV (comma, UTF-8), without title and total lines",
      },
    },
    rows: {
      type: "boolean",
      meaning: { de: "die Bestellzeilen mit Typen, als NDJSON", en: "the typed order lines, as NDJSON" },
    },
    map: {
      type: "string",
      multiple: true,
      value: "PAIRS",
      meaning: {
        de: "Spalten festlegen: quantity=Menge,date=Datum",
        en: "name columns: quantity=Menge,date=Datum",
      },
    },
    answers: {
      type: "string",
      value: "F",
      meaning: { de: "Antworten auf Rückfragen (JSON)", en: "answers to questions (JSON)" },
    },
    out: {
      type: "string",
      value: "DIR",
      meaning: {
        de: "je Datei eine Ergebnisdatei in diesen Ordner",
        en: "one result file for each file, in this folder",
      },
    },
  },
  run,
};
