import { afterEach, beforeEach, describe } from "vitest";
import type { Store } from "../../api/store/index.ts";
import { answersPromises } from "./store/answers.ts";
import { auditPromises } from "./store/audit.ts";
import { blobsPromises } from "./store/blobs.ts";
import { decisionsPromises } from "./store/decisions.ts";
import type { StoreUnderTest } from "./store/given.ts";
import { idempotencyPromises } from "./store/idempotency.ts";
import { jobsPromises } from "./store/jobs.ts";
import { partsPromises } from "./store/parts.ts";
import { plansPromises } from "./store/plans.ts";
import { resultsPromises } from "./store/results.ts";
import { sessionsPromises } from "./store/sessions.ts";
import { settingsPromises } from "./store/settings.ts";
import { tokensPromises } from "./store/tokens.ts";
import { transactionsPromises } from "./store/transactions.ts";
import { uploadsPromises } from "./store/uploads.ts";

/** A place for a store: opened, opened again as a later process would, and taken away. */
export interface StorePlace {
  /** `clock` is milliseconds since 1970. */
  open(clock: () => number): Promise<Store>;
  remove(): void | Promise<void>;
}

/** Everything that the interface of the store promises, whatever lies beneath it. */
export function keepsStoreContract(name: string, newPlace: () => StorePlace): void {
  describe(name, () => {
    let place: StorePlace;
    let store: Store;
    let time: number;
    const given: StoreUnderTest = {
      get store() {
        return store;
      },
      now: () => time,
      pass: (ms) => {
        time += ms;
      },
      reopen: async () => {
        await store.close();
        store = await place.open(given.now);
      },
    };
    beforeEach(async () => {
      time = 1_700_000_000_000;
      place = newPlace();
      store = await place.open(given.now);
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });
    transactionsPromises(given);
    blobsPromises(given);
    uploadsPromises(given);
    answersPromises(given);
    plansPromises(given);
    resultsPromises(given);
    jobsPromises(given);
    partsPromises(given);
    decisionsPromises(given);
    tokensPromises(given);
    sessionsPromises(given);
    settingsPromises(given);
    idempotencyPromises(given);
    auditPromises(given);
  });
}
