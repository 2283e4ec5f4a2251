import { once } from "node:events";
import { join } from "node:path";
import {
  type ByteSource,
  type Fault,
  InputError,
  type Issue,
  inspect as inspectFile,
  inspectRows,
  type ReadOptions,
  tableCells,
  UsageError,
  words,
} from "../../src/index.ts";
import { argument, type Call, type Command, flag, repeated } from "../command.ts";
import { answersOf } from "../run/answers.ts";
import { sourceOf, writeFolder } from "../run/files.ts";
import { withAnswers, withSheet } from "../run/sources.ts";
import { mapOf, sheetOption } from "./option-values.ts";

const encoder = new TextEncoder();

const options = {
  cells: flag(
    "die Tabelle wie gelesen, als CSV (Komma, UTF-8), ohne Titel- und Summenzeilen",
    "the table as read, as CSV (comma, UTF-8), without title and total lines",
  ),
  rows: flag("die Bestellzeilen mit Typen, als NDJSON", "the typed order lines, as NDJSON"),
  map: repeated(
    "PAIRS",
    "Spalten festlegen: quantity=Menge,date=Datum",
    "name columns: quantity=Menge,date=Datum",
  ),
  sheet: sheetOption,
  answers: argument("F", "Antworten auf Rückfragen (JSON)", "answers to questions (JSON)"),
  out: argument(
    "DIR",
    "je Datei eine Ergebnisdatei in diesen Ordner",
    "one result file for each file, in this folder",
  ),
};
type Asked = Call<typeof options>;

function readOptionsOf({ options: { map: pairs = [], answers } }: Asked): ReadOptions {
  const map = mapOf(pairs);
  return {
    ...(Object.keys(map).length === 0 ? {} : { map }),
    ...(answers === undefined ? {} : { answers: answersOf(answers) }),
  };
}

/** What the call prints of a file, in parts; what was reported on the way goes to `notes`. */
function* output(source: ByteSource, call: Asked, reading: ReadOptions, notes: Issue[]): Generator<string> {
  if (call.options.cells === true) {
    const { csv, table } = tableCells(source);
    yield* csv;
    for (const issue of table.issues()) notes.push(issue);
  } else if (call.options.rows === true) {
    for (const row of inspectRows(source, reading)) yield `${JSON.stringify(row)}\n`;
  } else {
    yield `${JSON.stringify(inspectFile(source, reading))}\n`;
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

function say(call: Asked, file: string, notes: readonly Issue[]): void {
  const rows = notes.filter(({ row }) => row !== undefined);
  if (rows.length === 0) return;
  const counts = new Map<string, number>();
  for (const { code } of rows) counts.set(code, (counts.get(code) ?? 0) + 1);
  const text = [...counts].map(([code, count]) => `${code} ${count}`).join(", ");
  call.stderr.write(`${file}: ${text}\n`);
}

async function run(call: Asked): Promise<number> {
  const { positionals } = call;
  if (positionals.length === 0) throw new UsageError({ code: "inspect-without-file" });
  if (call.options.cells === true && call.options.rows === true)
    throw new UsageError({ code: "cells-or-rows" });
  const reading = readOptionsOf(call);
  const { out: folder, cells, rows } = call.options;
  const extension = cells === true ? ".csv" : rows === true ? ".ndjson" : ".json";
  let refused = 0;
  for (const path of positionals) {
    const source = withAnswers(withSheet(sourceOf(path), call.options.sheet), reading.answers ?? {});
    const notes: Issue[] = [];
    try {
      const parts = chunks(output(source, call, reading, notes));
      if (folder !== undefined) writeFolder(folder, new Map([[`${source.name}${extension}`, parts]]));
      else for (const part of parts) if (!call.stdout.write(part)) await once(call.stdout, "drain");
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const fault: Fault = { file: source.name, ...error.fault };
      if (positionals.length === 1) throw new InputError(fault);
      // One unreadable file of several does not stop the others.
      refused++;
      call.stderr.write(`${words.faultSentence(fault, call.lang)}\n`);
    }
    say(call, folder === undefined ? source.name : join(folder, source.name), notes);
  }
  return refused === 0 ? 0 : 1;
}

export const inspect: Command<typeof options> = {
  summary: {
    de: "zeigt, was eine Datei ist: Kodierung, Trennzeichen, Spalten mit Bedeutung, auffällige Zeilen",
    en: "shows what a file is: encoding, delimiter, columns and what they mean, odd rows",
  },
  usage: "FILE… [--cells | --rows] [--map field=heading,…] [--sheet NAME|all] [--answers F] [--out DIR]",
  examples: [
    "inspect bestellungen.csv",
    "inspect lager.csv --cells > sauber.csv",
    "inspect lager.csv --rows --map quantity=Menge | head",
    "inspect *.csv --out out/inspect",
  ],
  options,
  run,
};
