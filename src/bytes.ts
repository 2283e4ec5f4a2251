/** Pieces of bytes as one array. @example joined([Uint8Array.of(1), Uint8Array.of(2)]).length // 2 */
export function joined(pieces: Iterable<Uint8Array>): Uint8Array {
  const parts = Array.from(pieces);
  if (parts.length === 1) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
