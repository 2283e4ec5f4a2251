import type { Client } from "../client/client.ts";
import { createStore, type Store } from "../store.ts";
import type { TextStorage } from "./pending.ts";

/** Whose items are the reader's own, and whether only these are shown. */
interface Mine {
  readonly owners: readonly string[];
  readonly isOn: boolean;
}

/** True for an item that the reader wants to see. @example isMine({ owners: ["D1"], isOn: true }, "D2") // false */
export const isMine = ({ owners, isOn }: Mine, owner: string | undefined): boolean =>
  !isOn || owners.length === 0 || (owner !== undefined && owners.includes(owner));

/** The owners whose items the reader answers for. */
export interface OwnItems {
  readonly mine: Store<Mine>;
  /** Shows only the reader's own items, or all. */
  showMine(isOn: boolean): void;
  /** Takes over whose items the server knows to be the reader's own. */
  know(owners: readonly string[]): void;
  /** Keeps on the server whose items are the reader's own. */
  setOwners(owners: readonly string[]): Promise<void>;
}

const key = "bedarf.mine";

/** The choice between own items and all is kept in the browser, the owners on the server. */
export function createOwnItems(client: Client, storage: TextStorage): OwnItems {
  const mine = createStore<Mine>({ owners: [], isOn: storage.getItem(key) !== "no" });
  const know: OwnItems["know"] = (owners) => {
    if (owners.join("\n") !== mine.get().owners.join("\n")) mine.set((before) => ({ ...before, owners }));
  };
  return {
    mine,
    showMine(isOn) {
      storage.setItem(key, isOn ? "yes" : "no");
      mine.set((before) => ({ ...before, isOn }));
    },
    know,
    async setOwners(owners) {
      await client.setOwners(owners);
      know(owners);
    },
  };
}
