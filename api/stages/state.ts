import { existsSync, readFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import {
  type Candidates,
  type PlanHead,
  type PlanPart,
  type StageName,
  type TotalName,
  UsageError,
} from "../../src/index.ts";
import { version } from "../run/version.ts";
import type { Packed } from "../threads/packing.ts";
import { withNumbers, withoutNumbers } from "./numbers-apart.ts";

/** What all parts of a plan know after the stages so far: a file that every part reads. */
export interface Shared {
  readonly head: PlanHead;
  /** Totals of all parts. */
  readonly sums: ReadonlyMap<TotalName, unknown>;
  /** The next stage; null at the end. */
  readonly next: StageName | null;
}

/** A part on its way through the stages: what it was cut as, and the heavy work that is done. */
export interface PartState {
  readonly part: PlanPart;
  readonly found?: readonly Candidates[];
  readonly forecasts?: Packed;
}

/** What a part adds to the totals of a stage. */
export interface PartSums {
  readonly stage: StageName;
  readonly sums: ReadonlyMap<TotalName, unknown>;
}

/** What lies in a file: written and read by the same version of the program. */
interface Packet<T> {
  readonly version: string;
  readonly kind: string;
  readonly value: T;
}

/** Plain data as bytes: the same data give the same bytes. */
export function packed(kind: string, value: unknown): Uint8Array {
  const numbers: number[] = [];
  const rest = withoutNumbers({ version, kind, value } satisfies Packet<unknown>, numbers);
  return zstdCompressSync(serialize({ rest, numbers: Float64Array.from(numbers) }));
}

/** Reads what {@link packed} wrote; UsageError where it is something else, of another version, or not there. */
export function unpacked<T>(kind: string, path: string): T {
  if (!existsSync(path)) throw new UsageError({ code: "path-missing", path });
  return unpackedBytes(kind, readFileSync(path), path);
}

/** The same of bytes that lie in no file; `path` is what a message calls them. */
export function unpackedBytes<T>(kind: string, bytes: Uint8Array, path: string): T {
  let packet: Partial<Packet<T>> | undefined;
  try {
    const { rest, numbers } = deserialize(zstdDecompressSync(bytes));
    packet = withNumbers(rest, numbers.values()) as Packet<T>;
  } catch {
    packet = undefined;
  }
  if (packet?.kind !== kind || packet.version !== version || packet.value === undefined)
    throw new UsageError({ code: "not-a-part", path, kind, ours: version });
  return packet.value;
}
