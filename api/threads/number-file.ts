import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Numbers from a place on, wherever they lie. */
export type Numbers = (at: number, length: number) => Float64Array;

/** Takes numbers, and says where they are to be had from now on. */
export type Keep = (numbers: Float64Array) => Numbers;

export const inMemory: Keep = (numbers) => (at, length) => numbers.subarray(at, at + length);

/** Numbers up to which memory is no matter: some 800 forecasts of months. */
const heldBytes = 8 * 2 ** 20;

/** Closes the file of numbers that nobody can ask for any more. */
const files = new FinalizationRegistry<number>(closeSync);

/**
 * Holds the first numbers and puts what comes after them into a file, as the forecasts of 20,000 items are 200 MB that
 * are looked at one after the other. The file has lost its name before the first number is written, so that nothing is
 * left of it however the process ends. Where none can be made, or the disk is full, all stays in memory.
 */
export function spilled(held = heldBytes, folder = tmpdir()): Keep {
  let [inHand, end] = [0, 0];
  let file: { readonly fd: number } | undefined;
  // a file that is open keeps its name there
  let isPossible = process.platform !== "win32";
  return (numbers) => {
    inHand += numbers.byteLength;
    if (inHand <= held || !isPossible) return inMemory(numbers);
    const start = end;
    try {
      file ??= namelessFile(folder);
      writeAll(file.fd, numbers, start);
    } catch {
      isPossible = false;
      return inMemory(numbers);
    }
    end += numbers.byteLength;
    const { BYTES_PER_ELEMENT: size } = numbers;
    const from = file;
    return (at, length) => readAll(from.fd, length, start + at * size);
  };
}

function namelessFile(folder: string): { readonly fd: number } {
  const own = mkdtempSync(join(folder, "bedarf-"));
  try {
    const file = { fd: openSync(join(own, "numbers"), "wx+", 0o600) };
    files.register(file, file.fd);
    return file;
  } finally {
    rmSync(own, { recursive: true });
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

function writeAll(fd: number, numbers: Float64Array, start: number): void {
  const bytes = bytesOf(numbers);
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at, start + at);
}

function readAll(fd: number, length: number, start: number): Float64Array {
  const numbers = new Float64Array(length);
  const bytes = bytesOf(numbers);
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(fd, bytes, at, bytes.length - at, start + at);
    if (read === 0) throw new Error("the file of the forecasts' numbers ends too early");
    at += read;
  }
  return numbers;
}
