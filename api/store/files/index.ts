/** A name and when what lies under it was last changed, in milliseconds since 1970. */
export interface FileEntry {
  readonly name: string;
  readonly changed: number;
}

/**
 * Contents (`blobs/…`), results (`runs/PLAN/…`) and what the parts of a plan made so far (`parts/PLAN/…`) where every process of a store sees them. A process has them, or copies
 * of those that it asked for, under the same names in a folder of its own. test/contracts/files.ts says what each promises.
 */
export interface Files {
  readonly folder: string;
  /** Where they lie for all: that folder, or the address of the bucket. */
  readonly place: string;
  /** Has a file lie in the folder; false where there is none. */
  bring(name: string): Promise<boolean>;
  /** Those of these contents, or of these plans with results, that lie nowhere any more. */
  missing(part: "blobs" | "runs", names: readonly string[]): Promise<readonly string[]>;
  /** Gives a file of the folder to all others, for good once the promise is kept. */
  keep(name: string): Promise<void>;
  /**
   * Gives the results in `path` to all others as those of one attempt at a plan. They are seen once that attempt has
   * ended the plan's job; what another one gave never is.
   */
  offer(planId: string, fence: number, path: string): Promise<void>;
  /** Every content, or every plan with results, or with parts on their way. */
  list(part: "blobs" | "runs" | "parts"): Promise<FileEntry[]>;
  /** Removes what lies under a name, here and for all others. */
  remove(name: string): Promise<void>;
}
