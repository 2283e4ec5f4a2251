import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { InputError } from "../../src/index.ts";
import { mostColumns } from "../tables/limits.ts";
import { fileSource } from "./files.ts";
import type { ConvertedSource } from "./sources.ts";

const textFile = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "./parquet-text.ts" : "./parquet-text.js", import.meta.url),
);

/**
 * A Parquet file as the engine reads order lines and master data: its columns under their names, what is typed there
 * written so that it is read as the same. Read once, in a process with a limit on its memory and time, and kept; an
 * InputError where it cannot be read.
 */
export async function parquetSource(path: string): Promise<ConvertedSource> {
  const whole = fileSource(path);
  const reader = spawn(process.execPath, [textFile, path], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_OPTIONS: "" },
    windowsHide: true,
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    reader.once("close", resolve).once("error", reject);
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of reader.stdout as AsyncIterable<Buffer>) pieces.push(piece);
  const code = await ended;
  if (code === 12) throw new InputError({ code: "too-many-columns", most: mostColumns, file: whole.name });
  if (code !== 0)
    throw new InputError({
      code: "parquet-unread",
      why: code === 10 ? "damaged" : "too-much",
      file: whole.name,
    });
  return { name: whole.name, chunks: () => pieces, whole };
}
