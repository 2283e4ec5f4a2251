import {
  type ByteSource,
  buckets,
  dayOf,
  defined,
  panelOfFile,
  type SignalInput,
  UsageError,
} from "../../src/index.ts";
import { argument, type Call, repeated } from "../command.ts";
import { answersOf } from "../run/answers.ts";
import { withAnswers, withSheet } from "../run/sources.ts";
import { mapOf, sheetOption } from "./option-values.ts";

/** Options of a command that takes a table for its series. */
export const tableOptions = {
  bucket: argument("auto|day|week|month|quarter|year", "Zeitraum einer Tabelle", "bucket of a table"),
  map: repeated("field=Heading", "Spaltenzuordnung einer Tabelle", "column mapping of a table"),
  "as-of": argument("DATE", "letzter zählender Tag einer Tabelle", "last day of a table that counts"),
  sheet: sheetOption,
  answers: argument("F", "Antworten auf Fragen, JSON", "answers to questions, JSON"),
};

/** The series of a table, read as a plan reads it, with what its columns say of price and unit. */
export function tablePanel(source: ByteSource, given: Call<typeof tableOptions>["options"]): SignalInput[] {
  const { bucket: named = "auto", map = [], "as-of": asOf, answers, sheet } = given;
  const known = ["auto", ...buckets] as const;
  const bucket = known.find((one) => one === named);
  if (bucket === undefined) {
    throw new UsageError({ code: "not-either", name: "--bucket", known: [...known], got: named });
  }
  const day = asOf === undefined ? undefined : dayOf(asOf);
  if (Number.isNaN(day)) throw new UsageError({ code: "no-such-day", name: "--as-of", got: asOf ?? "" });
  const reading = {
    map: mapOf(map),
    ...defined({ answers: answers === undefined ? undefined : answersOf(answers) }),
  };
  const table = withAnswers(withSheet(source, sheet), reading.answers ?? {});
  return panelOfFile(table, reading, { bucket, ...defined({ asOf: day }) });
}
