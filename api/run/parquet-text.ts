// A process of its own: a foreign Parquet file by its path, its rows as CSV on stdout. Exit code 10: it is damaged; 11: too much; 12: too wide.
import { statSync } from "node:fs";
import { FaultError } from "../../src/index.ts";
import { parquetRows } from "../tables/read.ts";
import { parquetLimits } from "../workbooks/limits.ts";
import { watchCost } from "../workbooks/watched.ts";
import { rowsText } from "./rows-text.ts";

/** Writes a piece, and goes on when the reader has taken it. */
const write = (text: string): Promise<void> =>
  new Promise((taken, failed) => {
    process.stdout.write(text, (error) => (error == null ? taken() : failed(error)));
  });

/** Writes the rows; false where they are more text than allowed. */
async function writeRows(path: string, mostLetters: number): Promise<boolean> {
  let letters = 0;
  for await (const text of rowsText(parquetRows(path))) {
    letters += text.length;
    if (letters > mostLetters) return false;
    await write(text);
  }
  return true;
}

const [path] = process.argv.slice(2);
const size = statSync(path).size / 2 ** 20;
const { cpuSeconds, cpuSecondsOfAMegabyte, megabytes, megabytesOfAMegabyte, outputMegabytes } = parquetLimits;
const more = size * megabytesOfAMegabyte;
watchCost({ cpuSeconds: cpuSeconds + size * cpuSecondsOfAMegabyte, megabytes: megabytes + more });
writeRows(path, (outputMegabytes + more) * 2 ** 20).then(
  (isWhole) => {
    if (!isWhole) process.exitCode = 11;
  },
  (error: unknown) => {
    if (!(error instanceof FaultError)) throw error;
    process.exitCode = error.code === "too-many-columns" ? 12 : 10;
  },
);
