import type { SignalKind } from "../../src/index.ts";

/** A flag in the common form of ours and the peers: positions count buckets from 0. */
export interface Flag {
  readonly kind: SignalKind;
  readonly at: number;
  /** Bucket in which it could be seen first. */
  readonly seen: number;
}
