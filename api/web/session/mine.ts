import type { Client } from "../client/client.ts";
import type { Me } from "../shapes.ts";
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

/** Who the reader is, and the owners whose items he answers for. */
export interface OwnItems {
  /** What he may do, once the server has said so. */
  readonly me: Store<Me | undefined>;
  readonly mine: Store<Mine>;
  /** True while the items of all owners are shown. */
  isForAll(): boolean;
  /** Shows only the reader's own items, or all. */
  showMine(isOn: boolean): void;
  /** Takes over what the server knows of the reader, and whose items are his own. */
  known(me: Me): void;
  /** Keeps on the server whose items are the reader's own. */
  setOwners(owners: readonly string[]): Promise<void>;
}

const key = "bedarf.mine";

/** The choice between own items and all is kept in the browser, the owners on the server. */
export function createOwnItems(client: Client, storage: TextStorage): OwnItems {
  const mine = createStore<Mine>({ owners: [], isOn: storage.getItem(key) !== "no" });
  const me = createStore<Me | undefined>(undefined);
  const know = (owners: readonly string[]): void => {
    if (owners.join("\n") !== mine.get().owners.join("\n")) mine.set((before) => ({ ...before, owners }));
  };
  return {
    me,
    mine,
    isForAll: () => isMine(mine.get(), undefined),
    showMine(isOn) {
      storage.setItem(key, isOn ? "yes" : "no");
      mine.set((before) => ({ ...before, isOn }));
    },
    known(of) {
      know(of.owners);
      if (JSON.stringify(of) !== JSON.stringify(me.get())) me.set(of);
    },
    async setOwners(owners) {
      await client.setOwners(owners);
      know(owners);
    },
  };
}
