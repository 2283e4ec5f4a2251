import { type ByteSource, quoted } from "../../src/index.ts";

/** Rows of typed columns, each by the names of its columns. */
type Rows = AsyncIterable<Readonly<Record<string, unknown>>>;

/** Letters that are gathered before they are given on. */
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
 * Rows of typed columns as CSV in pieces: what is typed there written so that the engine reads it as the same. `known`
 * are the names of the columns where not every row has all of them.
 */
export async function* rowsText(rows: Rows, known?: readonly string[]): AsyncGenerator<string> {
  let text = "";
  let names: readonly string[] | undefined;
  for await (const row of rows) {
    if (names === undefined) {
      names = known ?? Object.keys(row);
      text = `${names.map((name) => quoted(name, ",")).join(",")}\n`;
    }
    text += `${names.map((name) => cellText(row[name])).join(",")}\n`;
    if (text.length < pieceLength) continue;
    yield text;
    text = "";
  }
  yield text;
}

/** Rows of typed columns as a file that the engine reads: made once and kept. */
export async function rowsSource(name: string, rows: Rows, known?: readonly string[]): Promise<ByteSource> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for await (const text of rowsText(rows, known)) pieces.push(encoder.encode(text));
  return { name, chunks: () => pieces };
}
