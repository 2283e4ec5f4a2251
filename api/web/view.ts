import type { Address } from "./address.ts";
import type { Session } from "./session/session.ts";

/** What every view of the page is given: the shared state, where the reader is, and the way to other places. */
export interface ViewProps {
  readonly session: Session;
  readonly address: Address;
  /** Goes to an address; `replace` leaves no step in the history of the browser. */
  readonly go: (address: Address, replace?: boolean) => void;
}
