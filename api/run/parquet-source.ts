import { quoted } from "../../src/index.ts";
import { parquetRows } from "../tables/read.ts";
import { fileSource } from "./files.ts";
import type { ConvertedSource } from "./sources.ts";

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

/**
 * A Parquet file as the engine reads order lines and master data: its columns under their names, what is typed there
 * written so that it is read as the same. Read once and kept.
 */
export async function parquetSource(path: string): Promise<ConvertedSource> {
  const whole = fileSource(path);
  const pieces: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let text = "";
  let names: string[] | undefined;
  for await (const row of parquetRows(path)) {
    if (names === undefined) {
      names = Object.keys(row);
      text = `${names.map((name) => quoted(name, ",")).join(",")}\n`;
    }
    text += `${names.map((name) => cellText(row[name])).join(",")}\n`;
    if (text.length < pieceLength) continue;
    pieces.push(encoder.encode(text));
    text = "";
  }
  pieces.push(encoder.encode(text));
  return { name: whole.name, chunks: () => pieces, whole };
}
