/** A stream had more bytes than it may. */
export class TooLargeError extends Error {
  override readonly name = "TooLargeError";
}

/** A stream as it comes; beyond `limit` bytes a TooLargeError. They are counted, whatever was announced. */
export async function* limited(body: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw new TooLargeError(`more than ${limit} bytes`);
    yield chunk;
  }
}
