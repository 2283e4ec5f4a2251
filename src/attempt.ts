import { UsageError } from "./errors.ts";

/**
 * What `work` on one item gives, or `instead` where a fault of that item alone stops it: no item ends all others. A
 * wrong call is the caller's own and goes on to the caller. Whoever calls says of the item that it failed.
 */
export function attempt<T>(work: () => T, instead: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return instead();
  }
}
