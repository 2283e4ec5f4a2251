/** How the four bytes of a character of UTF-32 stand: the least or the greatest first. */
export type Utf32 = "utf-32le" | "utf-32be";

const encoder = new TextEncoder();

/** UTF-32 by its mark, or by three of four bytes that are NUL; undefined for other bytes. */
export function utf32Of(head: Uint8Array): Utf32 | undefined {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "utf-32be";
  const length = Math.min(head.length - (head.length % 4), 4096);
  if (length < 32) return undefined;
  let [little, big] = [0, 0];
  for (let k = 0; k < length; k += 4) {
    if (head[k] !== 0 && head[k + 2] === 0 && head[k + 3] === 0) little++;
    if (head[k + 3] !== 0 && head[k] === 0 && head[k + 1] === 0) big++;
  }
  return little * 4 === length ? "utf-32le" : big * 4 === length ? "utf-32be" : undefined;
}

/** Bytes of UTF-32 as UTF-8, without the mark at their start. */
export function* utf8OfUtf32(chunks: Iterable<Uint8Array>, order: Utf32): Generator<Uint8Array> {
  let rest = new Uint8Array(0);
  let isFirst = true;
  for (const chunk of chunks) {
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    const whole = bytes.length - (bytes.length % 4);
    const view = new DataView(bytes.buffer);
    const signs: string[] = [];
    for (let at = 0; at < whole; at += 4) {
      const point = view.getUint32(at, order === "utf-32le");
      signs.push(point > 0x10ffff ? "\ufffd" : String.fromCodePoint(point));
    }
    const text = signs.join("");
    yield encoder.encode(isFirst && text.startsWith("\ufeff") ? text.slice(1) : text);
    isFirst = false;
    rest = bytes.slice(whole);
  }
}
