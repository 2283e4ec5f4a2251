import { open } from "node:fs/promises";

const pieceBytes = 1 << 16;

/**
 * The bytes of a file; it is opened when somebody reads, and closed when it was read or nobody wants it any more: then
 * `done` is called.
 */
export function fileBody(path: string, done: () => void = () => {}): ReadableStream<Uint8Array> {
  let opening: ReturnType<typeof open> | undefined;
  const close = async () => {
    await (await opening)?.close();
    done();
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        opening ??= open(path);
        try {
          const file = await opening;
          const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(pieceBytes));
          if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
          await close();
          controller.close();
        } catch (error) {
          await close().catch(() => undefined);
          throw error;
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}

/** Body of an answer that is made but not sent: what it holds is let go. */
export function unsent(body: unknown): null {
  // Who cancels a stream that is broken already learns of its error here, and there is nobody to tell.
  if (body instanceof ReadableStream) body.cancel().catch(() => undefined);
  return null;
}

/**
 * A body for a reader who may stop reading without a word: after `patienceMs` without a call for more it is cancelled
 * and `left` is called, which closes the connection.
 */
export function watchedBody(
  body: ReadableStream<Uint8Array>,
  patienceMs: number,
  left: () => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(timer);
        const { done, value } = await reader.read();
        if (done) return controller.close();
        controller.enqueue(value);
        timer = setTimeout(() => {
          left();
          reader.cancel().catch(() => undefined);
        }, patienceMs);
        timer.unref();
      },
      cancel(reason) {
        clearTimeout(timer);
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
