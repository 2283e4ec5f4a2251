import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { type ByteSource, type Fault, InputError } from "../../src/index.ts";
import { type End, endOf } from "./ends.ts";
import { workbookLimits } from "./limits.ts";

const convertFile = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "./convert.ts" : "./convert.js", import.meta.url),
);

const faults: Readonly<Record<End, Fault>> = {
  damaged: { code: "workbook-unread", why: "damaged" },
  encrypted: { code: "xlsx-encrypted" },
  word: { code: "not-a-table", what: "word" },
  slides: { code: "not-a-table", what: "slides" },
  "no-workbook": { code: "workbook-unread", why: "none" },
};

/** The environment of the reader: days must not move with the time zone of the machine. */
const environment = (): NodeJS.ProcessEnv => ({ ...process.env, NODE_OPTIONS: "", TZ: "UTC" });

/** A file as it was before it was packed by gzip. */
function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: workbookLimits.inputMegabytes * 2 ** 20 });
  } catch {
    throw new InputError({ code: "workbook-unread", why: "too-much" });
  }
}

/** The cells of a workbook in a form that is not read here, as XLSX; InputError where they cannot be read. */
function converted(source: ByteSource): Uint8Array {
  const { heapMegabytes, wallSeconds, outputMegabytes } = workbookLimits;
  const { status, stdout, error } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${heapMegabytes}`, "--max-semi-space-size=4", convertFile],
    {
      input: unpacked(Buffer.concat([...source.chunks()])),
      env: environment(),
      maxBuffer: outputMegabytes * 2 ** 20,
      timeout: wallSeconds * 1000,
      killSignal: "SIGKILL",
      windowsHide: true,
    },
  );
  if (status === 0 && error === undefined) return stdout;
  const end = endOf(status);
  throw new InputError(end === undefined ? { code: "workbook-unread", why: "too-much" } : faults[end]);
}

/**
 * A file that can be read as well where it is an .xls or .xlsb workbook: its cells are brought into another form, in a
 * process with a limit on its memory and time, when they are first asked for.
 */
export function withWorkbooks(source: ByteSource): ByteSource {
  let kept: Uint8Array | undefined;
  return {
    ...source,
    asXlsx: () => {
      kept ??= converted(source);
      return kept;
    },
  };
}
