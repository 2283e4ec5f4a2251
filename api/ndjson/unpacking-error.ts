import { InputError } from "../../src/index.ts";
import { mostTextBytes } from "./limits.ts";

/** What is wrong with a packed text, by the error of unpacking it. */
export const unpackingError = (error: unknown): unknown => {
  const { code = "" } = error as NodeJS.ErrnoException;
  if (code === "ERR_BUFFER_TOO_LARGE")
    return new InputError({ code: "inflated-too-large", megabytes: mostTextBytes / 2 ** 20 });
  return /^Z_/.test(code) ? new InputError({ code: "gzip-damaged" }) : error;
};
