// A process of its own: a foreign Parquet file by its path, its rows as CSV on stdout. Exit code 10: it is damaged; 11: too much.
import { statSync } from "node:fs";
import { FaultError, quoted } from "../../src/index.ts";
import { parquetRows } from "../tables/read.ts";
import { parquetLimits } from "../workbooks/limits.ts";
import { watchCost } from "../workbooks/watched.ts";

/** Bytes that are gathered before they are kept. */
const pieceLength = 1 << 20;

/** A date without a time where it has none, in UTC. */
function dateText(value: Date): string {
  const text = value.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text;
}

/** A number that cannot be taken for one with thousands: never with exactly three decimals. */
function numberText(value: number): string {
  const text = String(value);
  return /^-?\d+\.\d{3}$/.test(text) ? `${text}0` : text;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? numberText(value) : "";
  if (value instanceof Date) return dateText(value);
  if (typeof value === "object") return quoted(JSON.stringify(value), ",");
  return quoted(String(value), ",");
}

/** Writes a piece, and goes on when the reader has taken it. */
const write = (text: string): Promise<void> =>
  new Promise((taken, failed) => {
    process.stdout.write(text, (error) => (error == null ? taken() : failed(error)));
  });

/** Writes the rows; false where they are more text than allowed. */
async function writeRows(path: string, mostLetters: number): Promise<boolean> {
  let [text, letters] = ["", 0];
  let names: string[] | undefined;
  for await (const row of parquetRows(path)) {
    if (names === undefined) {
      names = Object.keys(row);
      text = `${names.map((name) => quoted(name, ",")).join(",")}\n`;
    }
    text += `${names.map((name) => cellText(row[name])).join(",")}\n`;
    if (text.length < pieceLength) continue;
    letters += text.length;
    if (letters > mostLetters) return false;
    await write(text);
    text = "";
  }
  await write(text);
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
    process.exitCode = 10;
  },
);
