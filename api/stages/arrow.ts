import type { RecordBatch } from "apache-arrow";
import { UsageError } from "../../src/index.ts";

type Arrow = typeof import("apache-arrow");

/** True for the first bytes of Arrow IPC, as a stream or as a file. */
export const isArrow = (head: Buffer): boolean =>
  head.subarray(0, 6).toString("latin1") === "ARROW1" ||
  (head.length >= 4 && head.readUInt32LE(0) === 0xffffffff);

/** The optional package; UsageError where it is not installed. */
async function arrow(): Promise<Arrow> {
  try {
    return await import("apache-arrow");
  } catch {
    throw new UsageError({ code: "package-missing", name: "apache-arrow", what: "Arrow IPC" });
  }
}

/** A decimal of `scale` digits behind the point. @example decimalText("-12345", 3) // "-12.345" */
function decimalText(digits: string, scale: number): string {
  if (scale <= 0) return digits;
  const [sign, all] = digits.startsWith("-") ? ["-", digits.slice(1)] : ["", digits];
  const padded = all.padStart(scale + 1, "0");
  let end = padded.length;
  while (end > padded.length - scale && padded[end - 1] === "0") end--;
  const fraction = padded.slice(-scale).slice(0, end - padded.length + scale);
  return `${sign}${padded.slice(0, -scale)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** How the cells of each column are read: days and times as dates, decimals as the numbers they are. */
function* rowsOf(batch: RecordBatch, { DataType }: Arrow): Generator<Record<string, unknown>> {
  const columns = batch.schema.fields.map(({ name, type }) => {
    const vector = batch.getChild(name);
    const isDay = DataType.isDate(type) || DataType.isTimestamp(type);
    const scale = DataType.isDecimal(type) ? type.scale : undefined;
    return [
      name,
      (k: number): unknown => {
        const value: unknown = vector?.get(k) ?? null;
        if (value === null) return null;
        if (isDay) return new Date(Number(value));
        if (scale !== undefined) return Number(decimalText(String(value), scale));
        return typeof value === "bigint" ? String(value) : value;
      },
    ] as const;
  });
  for (let k = 0; k < batch.numRows; k++)
    yield Object.fromEntries(columns.map(([name, at]) => [name, at(k)]));
}

/** The rows of Arrow IPC (stream or file), a batch at a time. */
export async function* arrowRows(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const library = await arrow();
  const reader = await library.RecordBatchReader.from(bytes);
  await reader.open();
  for await (const batch of reader) yield* rowsOf(batch, library);
}
