import { asCp1252, asUtf8 } from "./encoding.ts";

/** Bytes of the letters of Windows-1252. */
const byteOf = new Map(
  Array.from({ length: 128 }, (_, k) => [asCp1252(Uint8Array.of(k + 128)), k + 128] as const),
);
const special = /[^\u0000-\u007f]+/g;
/** Letters and marks of Europe, which such texts are about. */
const likely = /^[\u00a0-\u024f\u2010-\u203a\u20a0-\u20bf\u2122]+$/;

/** What a run of special characters was before somebody took its bytes for letters; undefined for other runs. */
function before(run: string): string | undefined {
  const bytes = [...run].map((letter) => byteOf.get(letter));
  if (bytes.includes(undefined)) return undefined;
  const text = asUtf8(Uint8Array.from(bytes, (byte) => byte ?? 0));
  return text !== undefined && likely.test(text) ? text : undefined;
}

/**
 * Puts right a text that was written in UTF-8, read as Windows-1252 and written in UTF-8 once more: "StÃ¼ck". Undefined
 * where a single special character speaks against it.
 * @example twiceEncoded("Artikel;StÃ¼ck")?.("GerÃ¤t") // "Gerät"
 */
export function twiceEncoded(head: string): ((text: string) => string) | undefined {
  const runs = new Set(head.match(special) ?? []);
  const isSure = runs.size > 1 || [...runs].some((run) => run.startsWith("Ã"));
  if (!isSure || [...runs].some((run) => before(run) === undefined)) return undefined;
  return (text) => text.replace(special, (run) => before(run) ?? run);
}
