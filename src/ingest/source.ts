import { joined } from "../bytes.ts";

/** A file as the program that opens it hands it over; `chunks()` may be called more than once (sniffing, then reading). */
export interface ByteSource {
  /** Base name, for issues and messages. */
  readonly name: string;
  chunks(): Iterable<Uint8Array>;
  /** The sheet of a workbook that is asked for, by the names that it has: a name, or "all"; absent: found by content. */
  sheet?(names: readonly string[]): string | undefined;
  /**
   * The same workbook as XLSX, from a reader of the forms that are not read here (.xls, .xlsb); absent: they are
   * refused by name. Throws InputError where it cannot be read.
   */
  asXlsx?(): Uint8Array;
}

/** A file that is in memory already. @example bytesSource("a.csv", new TextEncoder().encode("a;b\n1;2\n")) */
export const bytesSource = (name: string, bytes: Uint8Array): ByteSource => ({
  name,
  chunks: () => (bytes.length === 0 ? [] : [bytes]),
});

/** The first `length` bytes of a run of chunks (fewer when the file is shorter). */
export function headOf(chunks: Iterable<Uint8Array>, length: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size >= length) break;
  }
  return joined(parts).subarray(0, length);
}
