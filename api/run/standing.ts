import { createHash } from "node:crypto";
import {
  type CalendarEntry,
  type Decision,
  type FilesRead,
  type PlanInputFile,
  withoutEndless,
} from "../../src/index.ts";

/** Rows that count in every run without a file: the firm's calendar, decisions about earlier plans. */
export interface Standing {
  readonly calendar: readonly CalendarEntry[];
  readonly decisions: readonly Decision[];
}

/** What a plan shows of rows without a file, under the name of the file that they could be. */
function inputOf(file: string, rows: readonly object[]): PlanInputFile[] {
  if (rows.length === 0) return [];
  const sha256 = createHash("sha256").update(JSON.stringify(rows)).digest("hex");
  return [{ file, sha256, lines: rows.length, used: rows.length }];
}

/** The files of a run, and behind them what stands without a file; a closure that never ends counts for nothing there too. */
export function besideFiles(read: FilesRead, { calendar, decisions }: Standing): FilesRead {
  const open = withoutEndless([...read.calendar, ...calendar]);
  return {
    ...read,
    calendar: open.entries,
    decisions: [...read.decisions, ...decisions],
    inputs: [
      ...read.inputs,
      ...inputOf("settings-calendar.csv", calendar),
      ...inputOf("decisions.csv", decisions),
    ],
    issues: [...read.issues, ...open.issues],
  };
}
